import { localeOf } from '../../src/commands/spoken.js';
import { runProgram } from '../support/service/process.js';
import { type Service, startService } from '../support/service/service.js';

// The embedded database has room for one process.
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

it.each<[string[], NodeJS.ProcessEnv, string]>([
  [[], {}, 'EN'],
  [[], { LANG: 'sv_SE.UTF-8' }, 'SV'],
  [[], { LANG: 'sv_SE.UTF-8', LC_ALL: 'C.UTF-8' }, 'EN'],
  [[], { LANG: 'en_GB', LC_MESSAGES: 'sv' }, 'SV'],
  [[], { LANG: 'svx' }, 'EN'],
  [['CSV', '--locale', 'sv', '-'], { LANG: 'en_GB' }, 'SV'],
  [['--locale=en'], { LANG: 'sv_SE' }, 'EN'],
])('A command that is given %j where the surroundings are %j speaks %s', (args, surroundings, locale) => {
  expect(localeOf(args, surroundings)).toBe(locale);
});

describe.each(['import.js', 'create-key.js', 'mail-preview.js', 'verify-audit.js'])('%s', program => {
  const help = async (args: string[], settings: NodeJS.ProcessEnv) => {
    const run = runProgram(program, [...args, '--help'], settings);
    expect([await run.exit, run.errors()]).toEqual([0, '']);
    return run.out();
  };

  it('explains itself in the language of LANG, or the one that is chosen, and says how', async () => {
    const [swedish, english] = await Promise.all([
      help([], { LANG: 'sv_SE.UTF-8', LC_ALL: '' }),
      help(['--locale', 'en'], { LANG: 'sv_SE.UTF-8', LC_ALL: '' }),
    ]);
    expect(swedish).toMatch(/--locale sv\|en {3}språket/);
    expect(english).toMatch(/--locale sv\|en {3}the language/);
    expect(swedish).not.toMatch(/ (the|and|without|with|of|is) /);
    expect(english).not.toMatch(/[åäö]| (och|inte|som) /);
    const wrong = runProgram(program, ['--locale', 'de'], { LC_ALL: 'sv_SE' });
    expect([await wrong.exit, wrong.errors()]).toEqual([
      2,
      expect.stringMatching(/^--locale sv\|en {3}språket[^\n]*\n$/),
    ]);
  }, 60_000);
});

onServer('What commands do', () => {
  let service: Service;
  beforeAll(async () => (service = await startService()), 60_000);
  afterAll(() => service.stop());

  const run = (program: string, args: string[]) =>
    runProgram(program, args, { DATABASE_URL: service.databaseUrl!, LC_ALL: 'sv_SE.UTF-8' });

  it('is told in Swedish too', async () => {
    const proof = run('verify-audit.js', []);
    expect([await proof.exit, proof.out()]).toEqual([0, expect.stringMatching(/^Hel: \d+ rader\.\nHuvud: \d+-/)]);
    const unknown = run('create-key.js', ['Namn', 'partner', 'ingen']);
    expect([await unknown.exit, unknown.errors()]).toEqual([2, 'Det finns ingen partner "ingen".\n']);
    const mails = run('mail-preview.js', []);
    expect([await mails.exit, mails.errors()]).toEqual([0, '0 mejl skulle gå.\n']);
    const none = run('import.js', ['CSV', '/ingen/fil.csv']);
    expect([await none.exit, none.errors()]).toEqual([2, 'Det finns ingen fil /ingen/fil.csv.\n']);
  }, 60_000);

  it('is to make a key whose tools may write, where that is asked for', async () => {
    const made = run('create-key.js', ['--tools-may-write', 'Agenten', 'partner', 'techtank']);
    expect([await made.exit, made.errors()]).toEqual([
      0,
      expect.stringContaining('för Techtank, med verktyg som får ändra'),
    ]);
    const plain = run('create-key.js', ['Panelen', 'partner', 'techtank']);
    expect(await plain.exit).toBe(0);
    const keys = await service.database.query(
      `select name, tools_may_write as may from api_key where name in ('Agenten', 'Panelen') order by name`,
    );
    expect(keys).toEqual([
      { name: 'Agenten', may: true },
      { name: 'Panelen', may: false },
    ]);
    const integrator = run('create-key.js', ['--tools-may-write', 'Panelen', 'integrator']);
    expect([await integrator.exit, integrator.out()]).toEqual([2, '']);
  }, 60_000);
});
