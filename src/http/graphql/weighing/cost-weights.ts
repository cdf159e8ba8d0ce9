import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Candidates } from '../../../matching/candidate-counts.js';
import { MOST_WORDS } from '../../../reading/search/search-text.js';

/** What a list without `first` counts as: members of a consortium, applications of an idea, milestones. */
export const UNSIZED_LIST = 10;

export type Extra = number | ((argument: (name: string) => unknown, candidates: Candidates) => number);

const wholeOr = (value: unknown, otherwise: number) => (Number.isInteger(value) ? (value as number) : otherwise);

/**
 * A thousand candidates take a fifth of a second to read, once a request, and a comparison a hundredth of a millisecond.
 * Hundreds begun are paid for whole: a price that followed each would give away ideas that one may not see.
 */
const comparing = (candidates: number) => 20 * Math.ceil(candidates / 100);

/** What separates the words of a text that is sought. */
const BETWEEN_WORDS = /[\s"“”„]+/;

/** A word that is sought takes some 3 milliseconds, until what is like it is found among all words there are. */
const POINTS_PER_WORD = 10;

/** A requirement is tried on every idea in the stage before its gate. */
const POINTS_PER_REQUIREMENT = 20;

/** A filter inside another, which is tried on every row. */
const POINTS_PER_PART = 5;

/** Points for what a filter seeks, and for what it holds: words are looked for once, however many rows are found. */
export function pointsToSeek(filter: unknown): number {
  const { text, missing, and, or, not } = (filter ?? {}) as Readonly<Record<string, unknown>>;
  const parts = [and, or, not].flat().filter(part => typeof part === 'object' && part !== null);
  return (
    pointsForText(text) +
    POINTS_PER_REQUIREMENT * (Array.isArray(missing) ? missing.length : missing ? 1 : 0) +
    parts.reduce<number>((sum, part) => sum + POINTS_PER_PART + pointsToSeek(part), 0)
  );
}

function pointsForText(text: unknown): number {
  if (typeof text !== 'string') return 0;
  const words = text.split(BETWEEN_WORDS, MOST_WORDS).filter(word => word !== '');
  return POINTS_PER_WORD * words.length;
}

/** Points for fields that take more work than a row by its key, beside what they give. */
export const EXTRA: ReadonlyMap<string, Extra> = new Map(
  Object.entries<Extra>({
    // A count reads every row that matches.
    'IdeaConnection.totalCount': 20,
    'FundingCallConnection.totalCount': 20,
    'PartnerConnection.totalCount': 20,
    'ApplicationConnection.totalCount': 20,
    'ProjectConnection.totalCount': 20,
    'MilestoneConnection.totalCount': 20,
    // Those of one idea, by an index.
    'StatusUpdateConnection.totalCount': 2,
    'Idea.readiness': 5,
    // Every call against the idea, and the other way round.
    'Idea.callMatches': (_argument, { calls }) => Math.max(20, comparing(calls)),
    'Idea.callMatchesLeftOut': (_argument, { calls }) => Math.max(20, comparing(calls)),
    'FundingCall.ideaMatches': (_argument, { ideas }) => Math.max(50, comparing(ideas)),
    'FundingCall.ideaMatchesLeftOut': (_argument, { ideas }) => Math.max(50, comparing(ideas)),
    // Every partner: whom each knows among the members, and by what.
    'Consortium.partnerMatches': 100,
    // Every idea that the viewer leads, held against its gate, and new calls against a hundred of them.
    'Viewer.agenda': 300,
    'Viewer.agendaCount': 300,
    // It reads every call.
    'Query.callFunders': 20,
    // What each row was is looked up in the log.
    'Query.ideas': argument => (argument('asOf') == null ? 0 : 50),
    'Query.pipeline': 50,
    'Partner.pipeline': 50,
    'Programme.pipeline': 50,
    'Programme.goal': 50,
    'Pipeline.history': 50,
    'Pipeline.deadlines': 20,
    'Pipeline.results': 50,
    'Pipeline.groups': 50,
    // A forecast's runs: 100,000 over the groups of 10,000 ideas take a second and a half.
    'Pipeline.forecast': argument => Math.max(100, wholeOr(argument('runs'), 10_000) / 10),
  }),
);

/**
 * Points for the schema itself, which is told by code in one piece: all of it is 250 kB and takes some 50 ms in which
 * nobody else is answered.
 */
export const INTROSPECTION: ReadonlyMap<string, number> = new Map([
  ['__schema', 2_000],
  ['__type', 100],
]);

/** Holds the prices against the API: a field that is priced under a wrong name, or counted for nothing, would be free. */
export function requirePriced(schema: GraphQLSchema): void {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap(type => Object.keys(type.getFields()).map(field => `${type.name}.${field}`));
  const mistakes = [
    ...[...EXTRA.keys()].filter(name => !fields.includes(name)).map(name => `${name} has a price, and is not there`),
    ...fields.filter(name => name.endsWith('.totalCount') && !EXTRA.has(name)).map(name => `${name} lacks a price`),
  ];
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}
