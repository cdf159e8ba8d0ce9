import { execute, parse } from 'graphql';
import { type Api, createApi } from '../../src/api.js';
import type { Database } from '../../src/database/database.js';
import { bestPartners } from '../../src/matching/partners/partner-match.js';
import { at } from '../../src/shared/time/clock.js';
import { ANONYMOUS, type Viewer } from '../../src/shared/viewer.js';
import { Eyes } from '../support/naive/eyes.js';
import { NaiveMatches, type NaiveMatch } from '../support/naive/matching/matches.js';
import { NaivePartners } from '../support/naive/matching/partners.js';
import { allRows, emptyTables, insertRows } from '../support/rows/tables.js';
import { freshDatabase } from '../support/service/service.js';
import type { Tables } from '../support/service/stored-rows.js';
import { MOMENT } from '../support/world/moments.js';
import { smallWorld } from '../support/world/world.js';

/** More of them find more. */
const WORLDS = Number(process.env.MATCHING_WORLDS ?? 3);

let database: Database;
let drop: () => Promise<void>;
let api: Api;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  api = createApi(database);
}, 60_000);
afterAll(() => database.close().then(drop));

async function worldOf(seed: number): Promise<{ rows: Tables; viewers: Viewer[] }> {
  await emptyTables(database);
  await insertRows(database, smallWorld(seed));
  const rows = await allRows(database);
  const keys = rows.api_key.filter(({ revoked_at }) => revoked_at === null);
  const viewers = keys.map(({ id, name, role, partner_id, grants, feed_only }): Viewer => ({
    ...{ ...ANONYMOUS, name, role, partnerId: partner_id, keyId: id, grants, feedOnly: feed_only },
  }));
  return { rows, viewers: [ANONYMOUS, ...viewers] };
}

const REASONS = 'score eligible reasons { code kind satisfied neutral message(locale: SV) en: message(locale: EN) }';
const MATCHES = parse(`query ($ids: [ID!]!, $first: Int, $least: Float, $only: Boolean) { nodes(ids: $ids) {
  ... on Idea { id leftOut: callMatchesLeftOut(minScore: $least, onlyEligible: $only)
    found: callMatches(first: $first, minScore: $least, onlyEligible: $only) { of: call { name: identifier } ${REASONS} } }
  ... on FundingCall { id leftOut: ideaMatchesLeftOut(minScore: $least, onlyEligible: $only)
    found: ideaMatches(first: $first, minScore: $least, onlyEligible: $only) { of: idea { name: code } ${REASONS} } } } }`);
const PARTNERS = parse(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Idea { id consortium {
  partnerMatches(first: 50) { score partner { id } reasons { code satisfied message(locale: EN) } } } } } }`);

async function ask(document: ReturnType<typeof parse>, viewer: Viewer, variableValues: Record<string, unknown>) {
  const contextValue = api.contextFor(viewer, 'SV');
  const { data, errors } = await execute({ schema: api.schema, document, contextValue, variableValues });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)).nodes.filter(Boolean) as any[];
}

interface Asked {
  readonly first: number;
  readonly least: number;
  readonly only: boolean;
}

/** What is told of all the matches. */
function told(matches: readonly NaiveMatch[], { first, least, only }: Asked) {
  const meant = matches.filter(({ eligible }) => eligible || !only);
  return {
    leftOut: meant.filter(({ score }) => score < least).length,
    found: meant
      .filter(({ score }) => score >= least)
      .slice(0, first)
      .map(({ name, score, eligible, reasons }) => ({
        ...{ of: { name }, score, eligible },
        reasons: reasons.map(({ code, kind, satisfied, neutral, message: { sv, en } }) => ({
          ...{ code, kind, satisfied, neutral, message: sv, en },
        })),
      })),
  };
}

const ASKED: readonly Asked[] = [
  { first: 50, least: 0, only: false },
  { first: 3, least: 0, only: false },
  { first: 1, least: 0.45, only: true },
  { first: 0, least: 0.3, only: false },
];

const seeds = Array.from({ length: WORLDS }, (_, nth) => 11 + nth);

it.each(seeds)(
  'finds the same matches in the same order for the same reasons as a comparison of every pair, in world %i',
  async seed => {
    const { rows, viewers } = await worldOf(seed);
    const naive = await NaiveMatches.load(database, rows);
    let compared = 0;
    for (const viewer of viewers) {
      for (const asked of ASKED) {
        const of = (id: string) => {
          const idea = rows.idea.find(each => each.id === id);
          if (idea) return naive.ofIdea(idea, viewer, MOMENT);
          return naive.ofCall(
            rows.funding_call.find(each => each.id === id)!,
            viewer,
            MOMENT,
          );
        };
        const ids = [...rows.idea, ...rows.funding_call].map(({ id }) => id).slice(0, 100);
        for (const { id, ...given } of await at(MOMENT, () => ask(MATCHES, viewer, { ids, ...asked }))) {
          expect({ id, viewer: viewer.name, ...given }).toEqual({ id, viewer: viewer.name, ...told(of(id), asked) });
          compared += given.found.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  },
  300_000,
);

it.each(seeds)(
  'suggests the same partners for the same reasons as a reading of every row, in world %i',
  async seed => {
    const { rows, viewers } = await worldOf(seed);
    let suggested = 0;
    for (const viewer of viewers) {
      const [eyes, naive] = [new Eyes(viewer, rows), new NaivePartners(rows, viewer)];
      const ids = rows.idea.map(({ id }) => id).slice(0, 100);
      for (const { id, consortium } of await at(MOMENT, () => ask(PARTNERS, viewer, { ids }))) {
        const idea = rows.idea.find(each => each.id === id)!;
        const expected = eyes.isInside(idea) ? bestPartners(naive.outside(idea), naive.consortium(idea), 50) : [];
        const tell = (match: (typeof expected)[number]) => ({
          score: match.score,
          partner: { id: match.partnerId },
          reasons: match.reasons.map(({ message, ...reason }) => ({ ...reason, message: message.en })),
        });
        expect({ id, viewer: viewer.name, given: consortium.partnerMatches }).toEqual({
          ...{ id, viewer: viewer.name },
          given: expected.map(tell),
        });
        suggested += expected.length;
      }
    }
    expect(suggested).toBeGreaterThan(10);
  },
  300_000,
);
