import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../support/service/listener.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
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
