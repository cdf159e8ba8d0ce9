import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { lasting, Names, partAsShown } from '../support/rows/likeness.js';
import { type Block, type Exchange, Manual } from '../support/service/manual.js';
import { type Service, startService } from '../support/service/service.js';

/**
 * Does what the manuals tell their readers to do, block by block, on one service with the demo data. So their order
 * matters: what one changes no later one shows.
 * `MANUAL=write npm run test:docs` puts the real answers in the place of those that are shown and wrong.
 */
const MANUALS = [
  'docs/integrators.md',
  'README.md',
  'docs/partners.md',
  'docs/region-blekinge.md',
  'docs/mail.md',
  'docs/agents.md',
];

/** Commands of the shell that other tests run, and which. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'test/main.test.ts',
  'npm ci && npm test': '.ci/run',
  'npm run import --': 'test/commands/import.test.ts',
  'npm run mail:preview': 'test/commands/mail-preview.test.ts',
};

const rewrites = process.env.MANUAL === 'write';

let service: Service;
beforeAll(async () => {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'ks3@region.example', PUBLIC_URL: 'https://ks3.example' };
  const settings = { DEBUG_STATEMENTS: 'false', RATE_PER_KEY: '600000', WEBHOOK_ALLOW_PRIVATE: 'true', ...mail };
  // Mails are followed, and nobody sends them.
  service = await startService(settings, database => database, { mail: null });
});
afterAll(() => service.stop());

describe.each(MANUALS)('%s', path => {
  const manual = new Manual(path);
  const names = new Names();
  const here = manual.exchanges.filter(({ request }) => !isElsewhere(request));
  let headers: Record<string, string> = {};

  it.each(here.map(exchange => [exchange.request.line, exchange] as const))(
    'answers what line %i asks as it says',
    async (_line, { request, variables, answer }) => {
      if (request.language === 'sh') headers = headersOf(request.text);
      const real = await answerTo({ request, variables, answer }, names, headers);
      await compare(manual, { shown: answer!, real, names });
    },
  );

  it('shows nothing that is not tried', () => {
    expect(manual.strays).toEqual([]);
    expect(here.filter(({ answer }) => !answer)).toEqual([]);
  });
});

it.each(Object.entries(ELSEWHERE))('%s is run by %s', (_, file) => {
  expect(existsSync(new URL(`../../${file}`, import.meta.url))).toBe(true);
});

it('docs/webhooks.md asks for what there is', () => {
  const documents = new Manual('docs/webhooks.md').blocks.filter(({ language }) => language === 'graphql');
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.flatMap(({ text }) => validate(service.api.schema, parse(text)))).toEqual([]);
});

/** A request as it is sent here: to this service, and with a receiver of webhooks that nobody runs. */
function placed(text: string, names: Names): string {
  return names
    .inRequest(text)
    .replaceAll('http://127.0.0.1:4000', service.url)
    .replaceAll('https://example.org/hook', 'http://127.0.0.1:9/hook');
}

function isElsewhere({ text }: Block): boolean {
  const commands = Object.keys(ELSEWHERE);
  return text
    .trim()
    .split('\n')
    .every(line => commands.some(command => line.startsWith(command)));
}

/** What a curl sends along: the documents below it are sent in the same way. */
function headersOf(command: string): Record<string, string> {
  const sent = [...command.matchAll(/-H '(authorization|accept-language): ([^']+)'/g)];
  return Object.fromEntries(sent.map(([, name, value]) => [name!, value!]));
}

async function answerTo({ request, variables, answer }: Exchange, names: Names, headers: Record<string, string>) {
  const text = placed(request.text, names);
  if (request.language === 'sh') return run(text, eventsIn(answer!.text));
  const query = { query: text, variables: JSON.parse(placed(variables?.text ?? '{}', names)) };
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(query),
  });
  return response.text();
}

const eventsIn = (text: string) => text.split('event: next').length - 1;

/** What a command of the shell writes; one that follows a stream is stopped after as many events as are shown. */
function run(command: string, events: number): Promise<string> {
  const shell = spawn('sh', ['-c', command], { detached: true });
  let [out, errors] = ['', ''];
  shell.stdout.on('data', chunk => {
    out += String(chunk);
    if (events > 0 && eventsIn(out) >= events && out.endsWith('\n\n')) process.kill(-shell.pid!);
  });
  shell.stderr.on('data', chunk => (errors += String(chunk)));
  return new Promise((resolve, reject) =>
    shell.once('close', code => (code ? reject(new Error(`sh ended with ${code}: ${errors}`)) : resolve(out))),
  );
}

async function compare(manual: Manual, { shown, real, names }: { shown: Block; real: string; names: Names }) {
  const compared = shown.language === 'json' ? json(shown, real) : text(shown, real);
  const same = lasting(compared.shown) === lasting(compared.real);
  if (!same && rewrites) return manual.rewrite(shown, compared.rewritten);
  if (!same) expect(readable(lasting(compared.real))).toEqual(readable(lasting(compared.shown)));
  expect(names.learn(compared.shown, compared.real)).toEqual([]);
}

interface Compared {
  readonly shown: string;
  readonly real: string;
  readonly rewritten: unknown;
}

function json({ text }: Block, answer: string): Compared {
  const shown = JSON.parse(text);
  const part = partAsShown(JSON.parse(answer), shown);
  return { shown: JSON.stringify(shown), real: JSON.stringify(part), rewritten: part };
}

/** Of headers only those that are shown are compared; lines of any other text all. */
function text({ language, text }: Block, answer: string): Compared {
  const lines = answer
    .replaceAll('\r', '')
    .replace(/^:\n\n/, '')
    .split('\n');
  const told = language === 'http' ? lines.filter(line => namesIn(text).includes(nameOf(line))) : lines;
  const real = told.join('\n');
  return { shown: text.trim(), real: real.trim(), rewritten: `${real.trim()}\n` };
}

const nameOf = (line: string) => line.split(/:| /)[0]!.toLowerCase();
const namesIn = (text: string) => text.split('\n').map(nameOf);

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n');
  }
}
