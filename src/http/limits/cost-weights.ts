/** What a list without `first` counts as: members of a consortium, applications of an idea, milestones. */
export const UNSIZED_LIST = 10;

export type Extra = number | ((argument: (name: string) => unknown) => number);

const wholeOr = (value: unknown, otherwise: number) => (Number.isInteger(value) ? (value as number) : otherwise);

/** Points for fields that take more work than a row by its key, beside what they give. */
export const EXTRA: ReadonlyMap<string, Extra> = new Map(
  Object.entries({
    // A count reads every row that matches.
    'IdeaConnection.totalCount': 20,
    'FundingCallConnection.totalCount': 20,
    'PartnerConnection.totalCount': 20,
    'Idea.readiness': 5,
    // Every call against the idea, and the other way round.
    'Idea.callMatches': 20,
    'FundingCall.ideaMatches': 50,
    'Query.pipeline': 50,
    'Partner.pipeline': 50,
    'Pipeline.history': 50,
    'Pipeline.deadlines': 20,
    'Pipeline.forecast': argument => Math.max(100, wholeOr(argument('runs'), 10_000) / 10),
  }),
);
