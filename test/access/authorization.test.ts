import { ANONYMOUS, type Viewer } from '../../src/shared/viewer.js';
import { FundingCallOrderField } from '../../src/funding-calls/funding-call-list.js';
import { IdeaOrderField } from '../../src/ideas/list/idea-list.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import type { Locale } from '../../src/shared/text/localized-text.js';
import { Draft } from '../support/documents/draft.js';
import { everything } from '../support/documents/everything.js';
import { Tape } from '../support/documents/tape.js';
import { Values } from '../support/documents/values.js';
import { type HiddenIds, TwoWorlds } from '../support/make/two-worlds.js';
import { Chance } from '../support/world/chance.js';

/**
 * Who may not see something cannot learn of it by any answer: each viewer asks two services, over worlds that differ in
 * nothing but what that viewer may not see, and the answers must not differ by a byte. What is hidden from whom is
 * written in `unseen.ts` from the domain's own table.
 */
let worlds: TwoWorlds;
beforeAll(async () => (worlds = await TwoWorlds.open(11)), 60_000);
afterAll(() => worlds.close());

/** By the secret of the key. */
const VIEWERS: readonly (string | null)[] = [
  null,
  'ks3_partner_a',
  'ks3_integrator_of_partner',
  'ks3_integrator_ACTIVITY_CONFIDENTIAL',
  'ks3_integrator_ALL_IDEAS_ACTIVITY',
  'ks3_feed_of_partner',
];

function viewerWith(secret: string | null): Viewer {
  if (secret === null) return ANONYMOUS;
  const { id, name, role, partner_id, grants, feed_only } = worlds.rows.api_key.find(
    ({ name: given }) => given === secret,
  )!;
  return { ...ANONYMOUS, name, role, partnerId: partner_id, keyId: id, grants, feedOnly: feed_only };
}

async function expectTheSame(document: string, asked: { variables?: Record<string, unknown>; locale?: Locale } = {}) {
  const [one, other] = await worlds.answers(document, asked);
  if (one === other) return;
  throw new Error(`${placeOfDifference(JSON.parse(one!), JSON.parse(other!))}\n${document}\n${JSON.stringify(asked)}`);
}

/** Where two answers part, and how: a whole answer is too long to be read. */
function placeOfDifference(one: unknown, other: unknown, path = ''): string {
  const [a, b] = [one, other] as Record<string, unknown>[];
  const isBranch = (value: unknown) => typeof value === 'object' && value !== null;
  if (!isBranch(a) || !isBranch(b)) return `${path}: ${JSON.stringify(a)} or ${JSON.stringify(b)}`;
  const key = [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
    each => JSON.stringify(a[each]) !== JSON.stringify(b[each]),
  )!;
  return placeOfDifference(a[key], b[key], `${path}.${key}`);
}

/** More of them find more. */
const RUNS = Number(process.env.AUTHORIZATION_RUNS ?? 25);

/** Every list with cursors, in every order it has, a page at a time. */
const LISTS: readonly [list: string, order: string | null, fields: readonly string[]][] = [
  ['ideas', 'IdeaOrder', wordsOf(IdeaOrderField)],
  ['fundingCalls', 'FundingCallOrder', wordsOf(FundingCallOrderField)],
  ['partners', null, ['']],
  ['activity', null, ['']],
];

describe.each(VIEWERS)('for the key %s', secret => {
  beforeAll(() => worlds.hideFrom(viewerWith(secret)), 60_000);

  it('the two worlds differ, as an administrator can tell', async () => {
    const document = `{ ideas(first: 100) { nodes { code consortium { memberships { letterOfIntent commitment { amount } } } transitions { reason } } }
      fundingCalls(first: 100) { nodes { identifier } } }`;
    const [one, other] = await worlds.answers(document, { viewer: viewerWith('ks3_admin') });
    expect(other).not.toBe(one);
  });

  it('no field of any type tells of what is hidden, nor does any id', async () => {
    for (const document of everything(worlds.schema, worlds.ids())) await expectTheSame(document);
  }, 120_000);

  it('no filter, order, text or moment does, in random documents', async () => {
    const chance = new Chance(5);
    const numbers = (count: number) => Array.from({ length: count }, () => chance.below(99_999));
    const values = new Values(worlds.rows);
    for (let run = 0; run < RUNS; run += 1) {
      const draft = new Draft(worlds.schema, new Tape(numbers(400)), values, () => true);
      const document = draft.write();
      const tape = new Tape(numbers(60));
      const variables = Object.fromEntries(draft.slots.map(slot => [slot.name, withoutPlace(slot.draw(tape))]));
      await expectTheSame(document, { variables, locale: run % 2 === 0 ? 'SV' : 'EN' });
    }
  }, 120_000);

  it.each(LISTS)(
    'no page of %s does, in its count, its order or its cursors',
    async (list, order, fields) => {
      for (const field of fields) {
        const given = order ? `orderBy: { field: ${field}, direction: DESC }` : '';
        const count = list === 'activity' ? '' : 'totalCount';
        const document = `query ($after: String) { page: ${list}(first: 11, after: $after ${given}) { ${count} edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
        for (let after: string | null = null, more = true; more;) {
          const variables = { after };
          await expectTheSame(document, { variables });
          const [answer] = await worlds.answers(document, { variables });
          ({ hasNextPage: more, endCursor: after } = JSON.parse(answer!).data.page.pageInfo);
        }
      }
    },
    60_000,
  );

  it.each([
    '/export/ideas.csv',
    '/export/calls.csv',
    '/export/pipeline.csv',
    '/export/ideas.csv?stage=PROJECT&focusArea=hav',
    '/calendar.ics',
    '/common-grants/opportunities',
  ])('no file does: %s', async url => {
    const [one, other] = await worlds.files(url, secret);
    expect(one).toMatch(/^200 /);
    expect(other).toBe(one);
  });

  it('no refusal does: what is hidden and what is not there are answered alike', async () => {
    for (const mutation of touching(worlds.hiddenIds())) await expectTheSame(mutation);
  }, 60_000);
});

/** Cursors are tried by paging; here a list begins at its beginning. */
const withoutPlace = (value: unknown) => (typeof value === 'string' && value.startsWith('@') ? null : value);

/** Mutations of what is hidden in one of the two worlds, and not there in the other. */
function touching({ idea, call, application, membership, key }: HiddenIds): string[] {
  const deeds = [
    ...idea.map(id => `updateIdea(input: { id: "${id}", title: { sv: "Ny" } })`),
    ...idea.map(id => `pauseIdea(input: { id: "${id}", reason: "x", expectedVersion: 3 })`),
    ...idea.map(id => `addMember(input: { ideaId: "${id}", partnerId: "nobody", role: BENEFICIARY })`),
    ...application.map(id => `withdrawApplication(input: { id: "${id}", reason: "x" })`),
    ...membership.map(id => `endMembership(input: { id: "${id}" })`),
    ...call.flatMap(id => [`publishFundingCall(id: "${id}")`, `deleteFundingCallDraft(id: "${id}")`]),
    ...key.flatMap(id => [`revokeApiKey(id: "${id}")`, `rotateApiKey(id: "${id}")`]),
  ];
  return deeds.map(deed => `mutation { ${deed} { userErrors { code path message } } }`);
}
