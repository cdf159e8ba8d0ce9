import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultSettings, TaskUtils } from '@microsoft/powerquery-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import pg from 'pg';
import { feedTokenOf } from '../support/make/feed-token.js';
import { blankServerDatabase } from '../support/service/blank-database.js';
import { eventually } from '../support/service/listener.js';
import { FEED_TOKEN, KEYS, type Service, startService } from '../support/service/service.js';
import { anIdea } from '../support/make/webhooks.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

let service: Service;
beforeAll(async () => (service = await startService()));
afterAll(() => service.stop());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const { pid } of running.splice(0)) stop(pid!);
});

/** With all that it has started itself; what has ended already need not be. */
function stop(pid: number): void {
  try {
    process.kill(-pid);
  } catch {
    return;
  }
}

/** An example as its user starts it. */
function start(command: string, args: string[], settings: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, NODE_OPTIONS: '', KS3_URL: service.url, ...settings };
  const child = spawn(command, args, { cwd: EXAMPLES, env, detached: true });
  running.push(child);
  let [out, errors] = ['', ''];
  child.stdout.on('data', chunk => (out += String(chunk)));
  child.stderr.on('data', chunk => (errors += String(chunk)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', error => reject(new Error(`The examples need ${command}: ${error.message}`)));
    child.once('close', resolve);
  });
  ended.catch(() => undefined);
  const lines = () => out.split('\n').slice(0, -1);
  return {
    lines,
    /** What it wrote, once it has ended well. */
    output: async () => {
      if ((await ended) !== 0) throw new Error(`${command} ${args[0]} failed: ${errors}`);
      return lines();
    },
    until: (text: string) =>
      eventually(
        () => out.includes(text),
        () => `${args[0]} never wrote "${text}": ${out}${errors}`,
      ),
  };
}

const ask = <T = any>(document: string) => service.as(KEYS.integrator).run<T, object>(document);
const newestSequence = async () =>
  (await ask('{ activity(first: 1) { nodes { sequence } } }')).activity.nodes[0].sequence;

describe('with curl', () => {
  it('all ideas come once, page by page', async () => {
    const pages = await start('sh', ['curl/all-ideas.sh'], { PAGE: '7' }).output();
    const { ideas } = await ask('{ ideas(first: 100, orderBy: {field: CODE, direction: ASC}) { nodes { code } } }');
    const codes = pages
      .flatMap(page => JSON.parse(page).data.ideas.nodes)
      .map(({ code }: { code: string }) => ({ code }));
    expect(pages.length).toBe(Math.ceil(ideas.nodes.length / 7));
    expect(codes).toEqual(ideas.nodes);
  });

  it('the activity log is followed, from a sequence on', async () => {
    const newest = await newestSequence();
    const following = start('sh', ['curl/follow.sh', String(newest - 1)]);
    await following.until(`"sequence":${newest}`);
    await (await anIdea(service)).retitle('Vågkraft för hamnar');
    await following.until('Vågkraft för hamnar');
    const { activity } = await ask(`{ activity(sinceSequence: ${newest - 1}) { nodes { sequence } } }`);
    const followed = following.lines().map(line => JSON.parse(line).data.activity);
    expect(followed.map(({ sequence }) => ({ sequence }))).toEqual(activity.nodes);
  });

  it('following with a wrong key ends with the reason', async () => {
    const refused = start('sh', ['curl/follow.sh'], { KS3_KEY: 'ks3_wrong' }).output();
    await expect(refused).rejects.toThrow(/follow\.sh failed: .*UNAUTHENTICATED/);
  });

  it('following with a key that reads files alone ends with the reason', async () => {
    const refused = start('sh', ['curl/follow.sh'], { KS3_KEY: FEED_TOKEN }).output();
    await expect(refused).rejects.toThrow(/follow\.sh failed: .*A feed token reads files/);
  });

  it('following where nothing is known ends with the reason', async () => {
    const refused = start('sh', ['curl/follow.sh'], { KS3_URL: `${service.url}/nowhere` }).output();
    await expect(refused).rejects.toThrow(/follow\.sh failed: .*NOT_FOUND/);
  });
});

describe('in Python', () => {
  it('a service that is down is told in one line', async () => {
    const lost = start('python3', ['python/changes.py'], { KS3_URL: 'http://127.0.0.1:1', KS3_STATE: '/nowhere' });
    await expect(lost.output()).rejects.toThrow(/failed: http:\/\/127\.0\.0\.1:1 does not answer: .*\n$/);
  });

  it('each change is told once, however often the program runs', async () => {
    const state = join(mkdtempSync(join(tmpdir(), 'ks3-')), 'sequence');
    const run = () => start('python3', ['python/changes.py'], { KS3_STATE: state }).output();
    const first = await run();
    expect(first).toEqual([expect.stringMatching(`^${await newestSequence()}\t`)]);
    expect(await run()).toEqual([]);
    await (await anIdea(service)).retitle('Ålgräs i Hanöbukten');
    const told = await run();
    expect(told.at(-1)).toMatch(/^\d+\t\S+\tIDEA_UPDATED\tKS3-\d+ Ålgräs i Hanöbukten$/);
    expect(readFileSync(state, 'utf8')).toBe(String(await newestSequence()));
  });

  it('a wrong key is told in one line', async () => {
    const refused = start('python3', ['python/changes.py'], { KS3_KEY: 'ks3_wrong', KS3_STATE: '/nowhere' }).output();
    await expect(refused).rejects.toThrow(/failed: UNAUTHENTICATED: .*\n$/);
  });
});

describe('in TypeScript', () => {
  it('a partner’s ideas are shown with what blocks them, and what happens then, live', async () => {
    const program = start(process.execPath, ['typescript/ideas.ts', 'techtank']);
    await program.until('KS3-23 Additive repair of forming tools (CONSORTIUM, due ');
    await program.until('  - 1 of 3 letters of intent missing.\n');
    const newest = await newestSequence();
    await retitle('KS3-23', 'Lagade verktyg');
    await program.until(`\n${newest + 1} IDEA_UPDATED KS3-23 Lagade verktyg by Techtank (demo)\n`);
  });
});

async function retitle(code: string, title: string): Promise<void> {
  const caller = service.as(KEYS.partner);
  const { idea } = await caller.run<any, object>(`{ idea(code: "${code}") { id } }`);
  const { updateIdea } = await caller.run<any, object>(
    'mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }',
    { input: { id: idea.id, title: { sv: title } } },
  );
  expect(updateIdea.userErrors).toEqual([]);
}

interface Panel {
  readonly title: string;
  readonly targets: {
    readonly url: string;
    readonly url_options: { readonly body_graphql_query: string };
    readonly root_selector: string;
    readonly columns: { readonly selector: string; readonly type: 'string' | 'number' | 'timestamp' }[];
  }[];
}

describe('in Grafana', () => {
  const { panels } = JSON.parse(readFileSync(`${EXAMPLES}grafana/pipeline.json`, 'utf8')) as { panels: Panel[] };
  const at = (value: any, path: string) => path.split('.').reduce((inner, name) => inner?.[name], value);
  const fits: Record<string, (value: unknown) => boolean> = {
    string: value => typeof value === 'string',
    number: value => typeof value === 'number',
    timestamp: value => !Number.isNaN(Date.parse(value as string)),
  };

  it.each(panels.map(panel => [panel.title, panel] as const))('the panel “%s” finds its columns', async (_, panel) => {
    for (const { url, url_options, root_selector, columns } of panel.targets) {
      expect(url).toBe('${url}/graphql');
      const query = url_options.body_graphql_query
        .replace('${__from:date:YYYY-MM-DD}', '2025-06-01')
        .replace('${__to:date:YYYY-MM-DD}', '2025-12-31');
      const rows: unknown[] = at({ data: await ask(query) }, root_selector);
      expect(rows.length).toBeGreaterThan(1);
      for (const { selector, type } of columns) {
        const values = rows.map(row => at(row, selector)).filter(value => value !== null);
        expect([selector, values.length > 0 && values.every(fits[type]!)]).toEqual([selector, true]);
      }
    }
  });
});

describe('in Power BI', () => {
  const query = readFileSync(`${EXAMPLES}power-bi/kickstart-s3.m`, 'utf8');

  const TABLE = /ReadTable\(\s*"(\w+)",\s*(\w+|\{\s*\{[^}]*\}(?:,\s*\{[^}]*\})*\s*\})/g;
  const typesIn = (written: string) => {
    const list = query.match(new RegExp(`${written} = (\\{\\{.*\\}\\})`))?.[1] ?? written;
    return [...list.matchAll(/\{"(\w+)", (?:type )?([\w.]+)\}/g)].map(([, column, type]) => [column!, type!] as const);
  };
  const tables = [...query.matchAll(TABLE)].map(([, name, types]) => [name!, typesIn(types!)] as const);

  /** The texts that Power Query takes for a value of the type, where decimals have points. */
  const fits = new Map([
    ['Int64.Type', /^-?\d+$/],
    ['number', /^-?\d+(\.\d+)?$/],
    ['date', /^\d{4}-\d{2}-\d{2}$/],
    ['datetimezone', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/],
    ['logical', /^(true|false)$/],
  ]);

  const rowsOf = async (address: string) => {
    const { secret } = await feedTokenOf(service, KEYS.integrator);
    const response = await fetch(`${service.url}/${address}${address.includes('?') ? '&' : '?'}key=${secret}`);
    expect([address, response.status]).toEqual([address, 200]);
    return parseCsv<Record<string, string>>(await response.text(), { columns: true, bom: true });
  };

  it('the query is M by Microsoft’s own parser, which finds what is no M', async () => {
    expect(TaskUtils.isParseStageOk(await TaskUtils.tryLexParse(DefaultSettings, query))).toBe(true);
    const broken = query.replace('Typed,', 'Typed');
    expect(TaskUtils.isParseStageOk(await TaskUtils.tryLexParse(DefaultSettings, broken))).toBe(false);
  });

  it('asks for six tables, the pipeline twice', () => {
    const names = ['ideas', 'calls', 'applications', 'milestones', 'indicators', 'pipeline', 'pipeline'];
    expect(tables.map(([name]) => name)).toEqual(names);
  });

  it.each(tables)('the table %s has the columns and types that the query gives it', async (name, types) => {
    const rows = await rowsOf(`export/${name}.csv`);
    expect(types.length).toBeGreaterThan(1);
    for (const [column, type] of types) {
      const values = rows.map(row => row[column]);
      expect([
        column,
        values.filter(value => value === undefined || (value !== '' && !fits.get(type)!.test(value))),
      ]).toEqual([column, []]);
    }
  });

  it('the pipeline is asked for as it was at the beginning of a month', async () => {
    expect(query).toContain('Date.ToText(_, "yyyy-MM-dd") & "T00:00:00Z"');
    const rows = await rowsOf('export/pipeline.csv?asOf=2026-10-01T00:00:00Z');
    expect(new Set(rows.map(({ asOf }) => asOf))).toEqual(new Set(['2026-10-01T00:00:00.000Z']));
  });
});

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('in Metabase (with TEST_DATABASE_URL)', () => {
  let reports: { url: string; drop: () => Promise<void> };
  beforeAll(async () => (reports = await blankServerDatabase(process.env.TEST_DATABASE_URL!)));
  afterAll(() => reports.drop());

  const load = (settings: NodeJS.ProcessEnv = {}) =>
    start('sh', ['metabase/load.sh'], { REPORTS_URL: reports.url, ...settings }).output();

  async function rowsOf(...statements: string[]): Promise<any[]> {
    const client = new pg.Client({ connectionString: reports.url });
    await client.connect();
    try {
      let rows: any[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  it('the tables have what the key may see, also when they are loaded again', async () => {
    await load();
    await load();
    const { ideas, fundingCalls } = await ask(
      '{ ideas(first: 100) { totalCount nodes { code stage daysInStage } } fundingCalls { totalCount } }',
    );
    const rows = await rowsOf('select code, stage, days_in_stage as "daysInStage" from kickstart_s3.ideas');
    expect(new Set(rows.map(row => JSON.stringify(row)))).toEqual(
      new Set(ideas.nodes.map((node: object) => JSON.stringify(node))),
    );
    expect(await rowsOf('select count(*)::int as calls from kickstart_s3.calls')).toEqual([
      { calls: fundingCalls.totalCount },
    ]);
    const views = await rowsOf("select table_name from information_schema.views where table_schema = 'kickstart_s3'");
    for (const { table_name } of views)
      expect([table_name, (await rowsOf(`select * from kickstart_s3.${table_name}`)).length > 0]).toEqual([
        table_name,
        true,
      ]);
  });

  it.each(readdirSync(`${EXAMPLES}metabase/questions`))('the question %s has an answer', async question => {
    expect((await rowsOf(readFileSync(`${EXAMPLES}metabase/questions/${question}`, 'utf8'))).length).toBeGreaterThan(1);
  });

  it('a role that may read the views reads them after the next load too, and nothing else', async () => {
    const [grants] = /```sql\n([\s\S]*?)```/.exec(readFileSync(`${EXAMPLES}metabase/README.md`, 'utf8'))!.slice(1);
    const role = `metabase_${process.pid}`;
    try {
      await rowsOf(
        ...grants!
          .replaceAll('metabase', role)
          .split(';')
          .filter(statement => statement.trim()),
      );
      await load();
      const as = (statement: string) => rowsOf(`set role ${role}`, statement);
      expect(await as('select count(*)::int as ideas from kickstart_s3.ideas')).not.toEqual([{ ideas: 0 }]);
      await expect(as('select * from raw.ideas')).rejects.toThrow(/permission denied/);
    } finally {
      await rowsOf(`drop owned by ${role}`, `drop role ${role}`);
    }
  });

  it('a wrong key is told, and what was loaded stays', async () => {
    await expect(load({ KS3_KEY: 'ks3_wrong' })).rejects.toThrow(/ideas\.csv answers 401: .*UNAUTHENTICATED/);
    expect((await rowsOf('select code from kickstart_s3.ideas')).length).toBeGreaterThan(10);
  });
});
