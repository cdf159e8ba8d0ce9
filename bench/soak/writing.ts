import { randomUUID } from 'node:crypto';
import { type Load, post, type Target } from './load.js';

const RETITLE = 'mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }';

const retitle = ({ chance, ideaIds }: Target, sv: string) => ({
  query: RETITLE,
  variables: { input: { id: chance.of(ideaIds), title: { sv } } },
});

/** What subscribers are told of. */
export const writes: Load = {
  name: 'ordinary writes',
  atOnce: 1,
  restMs: 150,
  run: target => {
    const headers = target.chance.next() < 0.5 ? { 'idempotency-key': randomUUID() } : {};
    return post(target, target.keys.ADMIN, retitle(target, `Idé ${target.chance.below(1_000_000)}`), headers);
  },
};

const NASTY = [
  '\u0000',
  '\ud800',
  'ﷺ'.repeat(1_000),
  '\u202e',
  '<ol start="4000000" type="i"><li>x',
  "=cmd|'/C calc'!A0",
  "'; drop table idea; --",
];

export const hostileWrites: Load = {
  name: 'hostile mutations',
  atOnce: 1,
  restMs: 200,
  run: target => {
    const { chance, keys } = target;
    const title = chance.next() < 0.2 ? 'x'.repeat(900_000 + chance.below(300_000)) : `Idé ${chance.of(NASTY)}`;
    const key = chance.of([keys.ADMIN, keys.PARTNER, null]);
    const headers = chance.next() < 0.3 ? { 'idempotency-key': 'the-same-key-every-time' } : {};
    return post(target, key, retitle(target, title), headers);
  },
};

const IMPORT = `mutation($input: ImportFundingCallsInput!) { importFundingCalls(input: $input) { userErrors { code } } }`;
const HEADERS = [
  'Identifier',
  'Title',
  'Funder',
  'Deadline',
  'Opens',
  'Budget',
  'Summary',
  'constructor',
  '__proto__',
  'Deadline',
];
const CELLS = [
  '2031-02-30',
  '15/3-2031',
  'kl 25',
  'löpande',
  '1e309',
  '-0',
  '"',
  ';',
  '\u0000',
  'constructor',
  '<b>'.repeat(200),
  'x'.repeat(5_000),
];

/** A file that says everything wrong, for nobody to keep. */
export const imports: Load = {
  name: 'imports of nasty files, tried only',
  atOnce: 1,
  restMs: 500,
  run: target => {
    const { chance } = target;
    const columns = chance.next() < 0.2 ? Array.from({ length: 2_000 }, () => 'Deadline') : HEADERS;
    const row = () => columns.map(() => `"${chance.of(CELLS).replaceAll('"', '""')}"`).join(',');
    const content = [columns.join(','), ...Array.from({ length: 20 }, row)].join('\n').slice(0, 900_000);
    return post(target, target.keys.ADMIN, {
      query: IMPORT,
      // As bytes: of what is given as text, a character that no text can have would refuse the whole.
      variables: { input: { format: 'CSV', contentBase64: Buffer.from(content).toString('base64'), dryRun: true } },
    });
  },
};
