import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blankServerDatabase } from '../support/service/blank-database.js';
import { fixture, parsedFixture } from '../support/calls/calls-from.js';
import { gdpCalls } from '../support/calls/fetching.js';
import { json, type MisbehavingServer, misbehavingServer, status } from '../support/doubles/misbehaving-server.js';
import { killTheRest, runProgram } from '../support/service/process.js';

const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-import-'));
let settings: NodeJS.ProcessEnv;
let drop: () => Promise<void> = async () => undefined;
let source: MisbehavingServer;

beforeAll(async () => {
  source = await misbehavingServer();
  settings = { DATA_DIR: join(folder, 'data'), SEED: 'reference' };
  if (!process.env.TEST_DATABASE_URL) return;
  const blank = await blankServerDatabase(process.env.TEST_DATABASE_URL);
  settings = { DATABASE_URL: blank.url };
  drop = blank.drop;
}, 60_000);

afterAll(async () => {
  killTheRest();
  await source.stop();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

async function importing(args: string[], { input = '', more = {} } = {}) {
  const run = runProgram('import.js', args, { ...settings, ...more });
  run.feed(input);
  const code = await run.exit;
  const lines = run.out().trimEnd().split('\n');
  return { code, lines, last: lines.at(-1), errors: run.errors() };
}

const EXAMPLE = fileURLToPath(new URL('../../docs/examples/funding-calls.csv', import.meta.url));

describe('npm run import', () => {
  it('reads a table of ideas, tried first, and says nothing new of it the second time', async () => {
    const file = join(folder, 'ideas.csv');
    const summary = 'En sammanfattning som räcker.';
    writeFileSync(
      file,
      `Titel;Sammanfattning;Ägare;Steg\nHavet;${summary};techtank;konsortium\nFel;${summary};Tecktank;\n`,
    );
    const last = async (...args: string[]) => (await importing([...args, 'ideas', file])).last;
    expect(await last('--dry-run')).toBe(
      '1 new, 0 changed, 0 unchanged, 1 refused, 0 left out (dry run: nothing was changed)',
    );
    const { code, lines } = await importing(['--programme', 'KS3', 'ideas', file]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^row 2: new KS3-\d+$/),
      expect.stringContaining('row 3: refused Fel Ägare: "Tecktank" is no partner of the register. Is it "Techtank"'),
      '1 new, 0 changed, 0 unchanged, 1 refused, 0 left out',
    ]);
    expect(await last()).toBe('0 new, 0 changed, 1 unchanged, 1 refused, 0 left out');
  });

  it('says in a dry run what the example would make, field by field, and changes nothing', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { code, lines, last, errors } = await importing(['--dry-run', 'CSV', EXAMPLE]);
      expect([code, errors]).toEqual([0, '']);
      expect(lines.filter(line => line.startsWith('row'))).toEqual([
        'row 2: new EXEMPEL-ETT-STEG',
        'row 3: new EXEMPEL-TVA-STEG',
        'row 4: new EXEMPEL-LOPANDE',
      ]);
      expect(lines).toContain('  note: Program is missing; the funder stands as the programme.');
      expect(last).toBe('3 new, 0 changed, 0 unchanged, 0 refused, 0 left out (dry run: nothing was changed)');
    }
  }, 120_000);

  it('imports the example from standard input, once', async () => {
    const input = readFileSync(EXAMPLE, 'utf8');
    expect((await importing(['CSV', '-'], { input })).last).toBe(
      '3 new, 0 changed, 0 unchanged, 0 refused, 0 left out',
    );
    const changed = input.replace('25 000 000', '26 000 000');
    const { lines, last } = await importing(['CSV', '-'], { input: changed });
    expect(lines).toContain(
      '  budget: {"amount":"25000000.00","currency":"SEK"} → {"amount":"26000000.00","currency":"SEK"}',
    );
    expect(last).toBe('0 new, 1 changed, 2 unchanged, 0 refused, 0 left out');
  }, 120_000);

  it("reads Vinnova's register from its three lists, files and addresses alike", async () => {
    const register = parsedFixture('vinnova-register.json');
    const [calls, rounds] = ['utlysningar', 'ansokningsomgangar'].map(list => join(folder, `${list}.json`));
    writeFileSync(calls!, JSON.stringify(register.utlysningar));
    writeFileSync(rounds!, JSON.stringify(register.ansokningsomgangar));
    source.answers = [json(register.program)];
    const { last } = await importing(['--dry-run', 'VINNOVA', `${source.url}/api/program/2020-01-01`, calls!, rounds!]);
    expect(last).toMatch(/^4 new, 0 changed, 0 unchanged, 0 refused, 1 left out/);
    source.asked.length = 0;
  }, 60_000);

  it('names what it leaves out, and why', async () => {
    const rows = [{ diarienummer: 'AVSLUTAD-1', finansiarNamn: 'F', titel: 'T', status: 'Avslutad' }];
    const { code, lines, last } = await importing(['GDP', '-'], { input: JSON.stringify(rows) });
    expect(lines).toContain('row 1: left out AVSLUTAD-1: The call is closed, and the source does not say when.');
    expect([code, last]).toEqual([0, '0 new, 0 changed, 0 unchanged, 0 refused, 1 left out']);
  }, 60_000);

  it('names what it refuses, takes the rest, and ends with 1', async () => {
    const file = join(folder, 'some.csv');
    writeFileSync(
      file,
      'Identifier,Title,Funder,Deadline,Sectors\nGOOD-1,One,Funder,2031-01-01,\nBAD-1,Two,Funder,2031-02-30,\nBAD-2,Three,Funder,2031-01-01,aliens\n',
    );
    const { code, lines, last } = await importing(['CSV', file]);
    expect([code, last]).toEqual([1, '1 new, 0 changed, 0 unchanged, 2 refused, 0 left out']);
    expect(lines.find(line => line.startsWith('row 3:'))).toMatch(/^row 3: refused BAD-1 Deadline: "2031-02-30" /);
    expect(lines).toContain('row 4: refused BAD-2 Sectors: "aliens" is not known.');
  }, 60_000);

  it('ends with 1 for a file without any call, a workbook, and JSON given as a table, and says which', async () => {
    const ended = async (name: string, content: string | Uint8Array, args: string[]) => {
      writeFileSync(join(folder, name), content);
      const { code, lines } = await importing([...args, join(folder, name)]);
      return [code, lines[0]];
    };
    const workbook = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0);
    expect(await ended('header.csv', 'Identifier,Title,Funder,Deadline\n', ['CSV'])).toEqual([
      1,
      'row 0: refused The file has no calls: there is nothing to import. Is it the right file, and the right format?',
    ]);
    expect(await ended('none.json', '[]', ['--dry-run', 'VINNOVA'])).toEqual([1, expect.stringContaining('no calls')]);
    expect(await ended('calls.xlsx', workbook, ['CSV'])).toEqual([1, expect.stringContaining('Excel workbook')]);
    expect(await ended('calls.json', '[{"a":1}]', ['CSV'])).toEqual([1, expect.stringContaining('This is JSON')]);
  }, 60_000);

  it('does nothing at all when its input breaks off', async () => {
    const whole = fixture('gdp-utlysningar.json');
    const { code, last } = await importing(['GDP', '-'], { input: whole.slice(0, whole.length - 40) });
    expect([code, last]).toEqual([1, expect.stringMatching(/\(nothing was changed\)$/)]);
    expect((await importing(['--dry-run', 'GDP', '-'], { input: whole })).last).not.toMatch(/^0 new/);
  }, 60_000);

  it('asks an address for what is new since the last run, whichever process that was', async () => {
    const etag = `"${createHash('sha256').update('x').digest('hex').slice(0, 8)}"`;
    const modified = 'Tue, 03 Nov 2026 08:00:00 GMT';
    source.answers = [
      json(gdpCalls(0, 3), { etag, 'last-modified': modified }),
      (request, response) => {
        const known = request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === modified;
        response.writeHead(known ? 304 : 500).end();
      },
      json(gdpCalls(0, 4), { etag: '"new"' }),
    ];
    const url = `${source.url}/utlysningar`;
    expect((await importing(['--dry-run', 'GDP', url])).last).toMatch(/^3 new/);
    source.asked.length = 0;
    expect(
      (await importing(['GDP', url], { more: { IMPORT_API_KEY: 'secret', IMPORT_API_KEY_HEADER: 'x-key' } })).last,
    ).toMatch(/^3 new/);
    expect(source.asked[0]!.headers).toMatchObject({ 'x-key': 'secret' });
    expect(source.asked[0]!.headers['if-none-match']).toBeUndefined();
    expect(await importing(['GDP', url])).toMatchObject({ code: 0, lines: ['Not changed since the last time.'] });
    expect((await importing(['--again', 'GDP', url])).last).toMatch(/^1 new, 0 changed, 3 unchanged/);
    expect(source.asked.at(-1)!.headers['if-none-match']).toBeUndefined();
  }, 120_000);

  it('tells the same refusals again the next time: a source is known only when all its rows were taken', async () => {
    source.answers = [json([{ titel: 'Utan nummer' }], { etag: '"bad"' })];
    const url = `${source.url}/refused`;
    for (let time = 0; time < 2; time += 1) expect((await importing(['GDP', url])).code).toBe(1);
    expect(source.asked.at(-1)!.headers['if-none-match']).toBeUndefined();
  }, 60_000);

  it('says in one line why an address gave nothing', async () => {
    source.answers = [status(403)];
    const refused = await importing(['GDP', `${source.url}/secret`]);
    expect([refused.code, refused.lines, refused.errors.trim().split('\n')]).toEqual([
      2,
      [''],
      [expect.stringContaining('403')],
    ]);
  }, 60_000);

  it.each([
    ['no arguments', []],
    ['an option that is none', ['--force', 'CSV', 'x']],
    ['two files of a format that is one', ['CSV', 'a', 'b']],
  ])('explains itself for %s', async (_what, args) => {
    const { code, errors } = await importing(args);
    expect(code).toBe(2);
    expect(errors).toContain('npm run import -- [--dry-run]');
    expect(errors).not.toMatch(/^ +at /m);
  });

  it('explains itself when asked to, which is no failure', async () => {
    const { code, lines, errors } = await importing(['--help']);
    expect([code, lines[0], errors]).toEqual([0, expect.stringContaining('npm run import -- [--dry-run]'), '']);
  });

  it('names the formats that there are for one that is none', async () => {
    const { code, errors } = await importing(['EXCEL', 'x']);
    expect([code, errors]).toEqual([2, expect.stringMatching(/^"EXCEL" is no format\. There are GDP, .*CSV.*\.\n$/)]);
  });

  it('knows a format in small letters', async () => {
    const { last } = await importing(['--dry-run', 'csv', EXAMPLE]);
    expect(last).toContain('(dry run: nothing was changed)');
  });

  it('says that a file is not there', async () => {
    const { code, errors } = await importing(['CSV', join(folder, 'nothing.csv')]);
    expect([code, errors]).toEqual([2, `There is no file ${join(folder, 'nothing.csv')}.\n`]);
  }, 60_000);
});
