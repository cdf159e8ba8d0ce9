import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankServerDatabase } from './support/service/blank-database.js';
import { eventually, listen, listenBySse, listening } from './support/service/listener.js';
import { killTheRest, runProgram, type RunningService, startProcess } from './support/service/process.js';
import { proxyTo } from './support/doubles/proxy.js';
import { administer, KEYS } from './support/service/service.js';

const folders: string[] = [];
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  killTheRest();
  folders.forEach(folder => rmSync(folder, { recursive: true, force: true }));
});

async function ask(url: string, key: string | null, query: string): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const ideasOf = async (url: string): Promise<number> =>
  (await ask(url, KEYS.admin, '{ ideas(first: 0) { totalCount } }')).data.ideas.totalCount;

async function stop(run: { signal: RunningService['signal']; exit: RunningService['exit'] }): Promise<number | null> {
  run.signal('SIGTERM');
  return run.exit;
}

/** Seconds and megabytes, for whoever reads the output of a test run with FIGURES=1. */
function note(what: string, { pid, readyMs }: RunningService): void {
  if (!process.env.FIGURES) return;
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  process.stderr.write(
    `${what}: ready after ${(readyMs / 1000).toFixed(1)} s, ${Math.round(Number(memory) / 1024)} MB\n`,
  );
}

/** A request whose body comes in two parts; the second is sent by `finish`, which gives the answer. */
async function slowRequest(url: string, body: string): Promise<{ finish: () => Promise<string>; cancel: () => void }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const half = Math.floor(body.length / 2);
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\nauthorization: Bearer ${KEYS.admin}\r\n\r\n${body.slice(0, half)}`,
  );
  // 100: the service has begun to take it.
  await once(socket, 'data');
  const answer = new Promise<string>(resolve => {
    let text = '';
    socket.on('data', chunk => (text += String(chunk)));
    socket.once('close', () => resolve(text));
  });
  return { finish: () => (socket.write(body.slice(half)), answer), cancel: () => socket.destroy() };
}

const CREATE = `mutation { createIdea(input: { title: { sv: "Xylofonhamnen" }, summary: { sv: "Kort" }, ownerId: "OWNER" }) { userErrors { code } idea { code } } }`;

const administrative = process.env.TEST_DATABASE_URL;
const onServer = administrative ? describe : describe.skip;
const onEmbedded = administrative ? describe.skip : describe;

onEmbedded('in an empty folder, with nothing set (without TEST_DATABASE_URL)', () => {
  const DATA_DIR = join(emptyFolder(), 'data');
  let first: RunningService;
  beforeAll(async () => (first = await startProcess({ DATA_DIR })), 180_000);

  it('says where it listens, which keys there are, and that they are for trying it out', () => {
    expect(first.out()).toContain(`Explorer  ${first.url}/explorer`);
    for (const key of Object.values(KEYS)) expect(first.out()).toContain(key);
    expect(first.out()).toMatch(/WARNING: demo data/);
    note('first start, embedded, demo data', first);
  });

  it('answers, with demo data', async () => {
    expect(await ideasOf(first.url)).toBeGreaterThan(30);
  });

  it('refuses a second process on the same folder with one line, and goes on itself', async () => {
    const second = runProgram('main.js', [], { DATA_DIR, PORT: '0' });
    expect(await second.exit).toBe(2);
    expect(second.errors()).toBe(
      `DATA_DIR: ${DATA_DIR} is in use by the process ${first.pid}. Stop it, or choose another DATA_DIR.\n`,
    );
    expect(second.out()).toBe('');
    expect(await ideasOf(first.url)).toBeGreaterThan(30);
  });

  it('refuses a port that is taken with one line', async () => {
    const another = runProgram('main.js', [], { DATA_DIR: emptyFolder(), SEED: 'none', PORT: new URL(first.url).port });
    expect(await another.exit).toBe(2);
    expect(another.errors()).toMatch(/^PORT: another program listens on 127\.0\.0\.1, port \d+\. [^\n]+\n$/);
  }, 90_000);

  it('finishes a request under way when it is told to stop, and then ends well', async () => {
    const { data } = await ask(first.url, KEYS.admin, '{ partner(slug: "techtank") { id } }');
    const body = JSON.stringify({ query: CREATE.replace('OWNER', data.partner.id) });
    const request = await slowRequest(first.url, body);
    first.signal('SIGTERM');
    const isDeaf = () =>
      fetch(`${first.url}/health`).then(
        () => false,
        () => true,
      );
    await eventually(isDeaf, () => 'new requests are still taken');
    expect(await request.finish()).toMatch(/^HTTP\/1\.1 200 [^]*"code":"KS3-/);
    expect(await first.exit).toBe(0);
    expect(first.errors()).toBe('');
  });

  it('keeps its data to the second start, which is quick', async () => {
    const second = await startProcess({ DATA_DIR });
    note('second start, embedded', second);
    const { data } = await ask(
      second.url,
      KEYS.admin,
      '{ ideas(filter: { text: "Xylofonhamnen" }) { nodes { title } } }',
    );
    expect(data.ideas.nodes).toEqual([{ title: 'Xylofonhamnen' }]);
    expect(second.readyMs).toBeLessThan(first.readyMs / 2);
    expect(await stop(second)).toBe(0);
  }, 90_000);

  it('has an activity log that is proved whole from the command line, now and against an earlier head', async () => {
    const verify = async (...args: string[]) => {
      const run = runProgram('verify-audit.js', args, { DATA_DIR });
      return { exit: await run.exit, printed: run.out() };
    };
    const { exit, printed } = await verify();
    const head = /^Whole: \d+ rows\.\nHead: (\d+-[0-9a-f]{64})\n$/.exec(printed)?.[1];
    expect([exit, head]).toEqual([0, expect.any(String)]);
    expect(await verify('--head', head!)).toEqual({ exit: 0, printed });
    const another = await verify('--head', head!.replace(/.{8}$/, '00000000'));
    expect(another).toEqual({
      exit: 1,
      printed: expect.stringMatching(/^Broken at row \d+: the chain is whole, but another/),
    });
    expect(await verify('--head', 'x')).toEqual({ exit: 2, printed: '' });
  }, 90_000);

  it('never runs with the demo keys in production, not even where they are stored already', async () => {
    const production = runProgram('main.js', [], { DATA_DIR, PORT: '0', NODE_ENV: 'production' });
    expect(await production.exit).toBe(2);
    expect(production.errors()).toMatch(/^NODE_ENV: the database holds demo keys that everyone knows[^\n]*\n$/);
  }, 90_000);
});

onEmbedded('in production, in an empty folder (without TEST_DATABASE_URL)', () => {
  const settings = { DATA_DIR: emptyFolder(), NODE_ENV: 'production' };
  let running: RunningService;
  let secret: string;
  const others = new Map<string, string>();

  it('gets its first key from the command line', async () => {
    const created = runProgram('create-key.js', ['Region Blekinge'], settings);
    expect(await created.exit).toBe(0);
    secret = created.out().trim();
    expect(secret).toMatch(/^ks3_[0-9a-f]{40}$/);
    expect(created.errors()).toMatch(
      /^The key "Region Blekinge" of the role administrator, for Region Blekinge\.[^\n]*\n$/,
    );
  }, 90_000);

  it.each([
    ['PARTNER', ['Techtanks program', 'partner', 'techtank']],
    ['INTEGRATOR', ['Tavlan i foajén', 'integrator']],
  ])('gets keys of other roles by name: %s', async (role, asked) => {
    const created = runProgram('create-key.js', asked, settings);
    expect(await created.exit).toBe(0);
    others.set(role, created.out().trim());
    expect(created.errors()).toContain(`of the role ${role.toLowerCase()}`);
  });

  it('has no demo keys and no demo data, and knows the new key', async () => {
    running = await startProcess(settings);
    expect(running.out()).not.toMatch(/ks3_demo|WARNING/);
    for (const key of Object.values(KEYS)) {
      expect((await ask(running.url, key, '{ viewer { name } }')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
    const { data } = await ask(running.url, secret, '{ viewer { name role } ideas { totalCount } }');
    expect(data).toEqual({ viewer: { name: 'Region Blekinge', role: 'ADMIN' }, ideas: { totalCount: 0 } });
    for (const [role, key] of others) {
      const { viewer } = (await ask(running.url, key, '{ viewer { role partner { slug } } }')).data;
      expect(viewer).toEqual({ role, partner: role === 'PARTNER' ? { slug: 'techtank' } : null });
    }
    const all = await ask(running.url, secret, '{ viewer { apiKeys { role } } }');
    expect(all.data.viewer.apiKeys).toHaveLength(3);
  }, 90_000);

  it('makes no key beside a running service on the same folder, and says why', async () => {
    const created = runProgram('create-key.js', ['Region Blekinge'], settings);
    expect(await created.exit).toBe(2);
    expect(created.errors()).toMatch(/^DATA_DIR: .* is in use by the process \d+\.[^\n]*\n$/);
    expect(await stop(running)).toBe(0);
  }, 90_000);

  it.each([
    ['create-key.js', ['--help'], 'npm run key -- '],
    ['create-key.js', ['Namn', '-h'], 'npm run key -- '],
    ['verify-audit.js', ['--help'], 'npm run audit:verify -- '],
    ['verify-audit.js', ['-h'], 'npm run audit:verify -- '],
  ])('explains itself when asked to, which is no failure: %s %j', async (program, asked, usage) => {
    const run = runProgram(program, asked, settings);
    expect(await run.exit).toBe(0);
    expect([run.out().startsWith(usage), run.errors()]).toEqual([true, '']);
  });

  it('says how a key is asked for when it is not, and makes none', async () => {
    const wrong = [[], [' '], ['Namn', '--role'], ['Region', 'Blekinge'], ['Namn', 'constructor']];
    const more = [
      ['Namn', 'partner'],
      ['Namn', 'integrator', 'techtank'],
      ['Namn', 'partner', 'techtank', 'och'],
    ];
    const runs = [...wrong, ...more].map(asked => runProgram('create-key.js', asked, settings));
    for (const run of runs) {
      expect(await run.exit).toBe(2);
      expect([run.out(), run.errors()]).toEqual(['', expect.stringMatching(/^npm run key -- [^\n]*\n$/)]);
    }
    const unknown = runProgram('create-key.js', ['Namn', 'partner', 'ingen'], settings);
    expect(await unknown.exit).toBe(2);
    expect([unknown.out(), unknown.errors()]).toEqual(['', 'There is no partner "ingen".\n']);
  }, 90_000);
});

onEmbedded('a setting that is wrong (without TEST_DATABASE_URL)', () => {
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');

  it.each<[string, NodeJS.ProcessEnv]>([
    ['PORT', { PORT: 'eighty' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://127.0.0.1:1/nothing' }],
    ['DATA_DIR', { DATA_DIR: file }],
    ['HOST', { HOST: '999.1.1.1' }],
    ['HOST', { HOST: 'no.such.host.invalid' }],
  ])('is one clear line that begins with its name, and exit 2: %s %j', async (name, settings) => {
    const run = runProgram('main.js', [], { DATA_DIR: join(emptyFolder(), 'data'), ...settings });
    expect([await run.exit, run.out()]).toEqual([2, '']);
    expect(run.errors()).toMatch(new RegExp(`^${name}: [^\\n]+\\n$`));
  });
});

onServer('on a PostgreSQL server (with TEST_DATABASE_URL)', () => {
  let blank: { url: string; drop: () => Promise<void> };
  beforeEach(async () => (blank = await blankServerDatabase(administrative!)));
  afterEach(() => blank.drop());

  it('ends well with subscribers of all kinds, and cuts off a request that never ends', async () => {
    const settings = { DATABASE_URL: blank.url, SEED: 'demo', CLOSING_TIMEOUT_MS: '10000' };
    const running = await startProcess(settings);
    const listeners = [listen, listenBySse].map(how =>
      how(running, KEYS.admin, 'subscription { activity { sequence } }'),
    );
    await listening(running, listeners.length);
    const request = await slowRequest(running.url, '{ "query": "{ viewer { name } }" }');
    const began = performance.now();
    expect(await stop(running)).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(running.errors()).toBe('');
    request.cancel();
    await Promise.all(listeners.map(listener => listener.stop()));
  }, 60_000);

  it('ends hard and says so, where its database has fallen silent', async () => {
    const proxy = await proxyTo(blank.url);
    const running = await startProcess({ DATABASE_URL: proxy.url, CLOSING_TIMEOUT_MS: '1000' });
    expect((await ask(running.url, null, '{ partners { totalCount } }')).errors).toBeUndefined();
    proxy.fallSilent();
    expect(await stop(running)).toBe(3);
    expect(running.errors()).toMatch(/^Closing took more than 1000 ms and was broken off\. Left: .*TCP[^\n]*\n$/);
    await proxy.stop();
  }, 60_000);

  it('says of a database without an activity log that there is none, and leaves it as it is', async () => {
    for (let time = 0; time < 2; time += 1) {
      const run = runProgram('verify-audit.js', [], { DATABASE_URL: blank.url });
      expect(await run.exit).toBe(2);
      expect(run.errors()).toBe('The database has no activity log. Start the service on it first.\n');
    }
  });

  it.each(['main.js', 'create-key.js', 'import.js', 'verify-audit.js'])(
    'makes no database that is not there: %s',
    async program => {
      const url = new URL(blank.url);
      url.pathname += '_misspelt';
      const asked = { 'create-key.js': ['Namn'], 'import.js': ['CSV', '-'] }[program] ?? [];
      const run = runProgram(program, asked, { DATABASE_URL: url.href });
      expect([await run.exit, run.out()]).toEqual([2, '']);
      expect(run.errors()).toMatch(/^DATABASE_URL: database "\w+_misspelt" does not exist\. [^\n]+\n$/);
      await expect(administer(url.href, 'select 1')).rejects.toThrow('does not exist');
    },
  );

  it('has reference data and no demo keys, unless it is asked for the demo', async () => {
    const plain = await startProcess({ DATABASE_URL: blank.url });
    note('first start, server, reference data', plain);
    expect(plain.out()).not.toMatch(/ks3_demo|WARNING/);
    const { data } = await ask(plain.url, null, '{ ideas { totalCount } partners { totalCount } }');
    expect(data).toEqual({ ideas: { totalCount: 0 }, partners: { totalCount: 7 } });
    expect(await stop(plain)).toBe(0);
    const demo = await startProcess({ DATABASE_URL: blank.url, SEED: 'demo' });
    note('second start, server, demo data added', demo);
    expect(demo.out()).toMatch(/WARNING: demo data/);
    expect(await ideasOf(demo.url)).toBeGreaterThan(30);
    expect(await stop(demo)).toBe(0);
  }, 120_000);

  it.each(['reference', 'demo'])(
    'two copies that start at once on an empty database migrate and seed once: %s',
    async SEED => {
      const starting = { DATABASE_URL: blank.url, SEED };
      const copies = await Promise.all([startProcess(starting), startProcess(starting)]);
      for (const { url } of copies) {
        const { data } = await ask(url, null, '{ partners { totalCount } focusAreas { code } }');
        expect(data.focusAreas).toHaveLength(3);
        if (SEED === 'reference') expect(data.partners.totalCount).toBe(7);
      }
      expect(await Promise.all(copies.map(stop))).toEqual([0, 0]);
      await administer(
        blank.url,
        'do $$ begin assert (select count(*) = count(distinct name) from schema_migration); end $$',
      );
    },
    120_000,
  );
});
