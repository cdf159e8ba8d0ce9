import { execute, parse } from 'graphql';
import type { Api } from '../../../src/api.js';
import type { Asking, CursorPlace } from '../naive/asking.js';

const LISTS = {
  ideas: parse(`query ($after: String, $filter: IdeaFilter, $orderBy: IdeaOrder) {
    page: ideas(first: 100, after: $after, filter: $filter, orderBy: $orderBy) { ...rows } }
    fragment rows on IdeaConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  fundingCalls: parse(`query ($after: String, $filter: FundingCallFilter, $orderBy: FundingCallOrder) {
    page: fundingCalls(first: 100, after: $after, filter: $filter, orderBy: $orderBy) { ...rows } }
    fragment rows on FundingCallConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  partners: parse(`query ($after: String, $filter: PartnerFilter) {
    page: partners(first: 100, after: $after, filter: $filter) { ...rows } }
    fragment rows on PartnerConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  applications: parse(`query ($after: String, $orderBy: ApplicationOrder) {
    page: applications(first: 100, after: $after, orderBy: $orderBy) { ...rows } }
    fragment rows on ApplicationConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  projects: parse(`query ($after: String) { page: projects(first: 100, after: $after) { ...rows } }
    fragment rows on ProjectConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  milestones: parse(`query ($after: String) { page: milestones(first: 100, after: $after) { ...rows } }
    fragment rows on MilestoneConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  activity: parse(`query ($after: String, $sinceSequence: Int) {
    page: activity(first: 100, after: $after, sinceSequence: $sinceSequence) { ...rows } }
    fragment rows on ActivityConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
  statusUpdates: parse(`query ($after: String, $ideaId: ID!) {
    idea(id: $ideaId) { page: statusUpdates(first: 100, after: $after) { ...rows } } }
    fragment rows on StatusUpdateConnection { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`),
};

interface Rows {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Gets the service's own cursors for the rows that a naive run has stopped at, by paging as the same viewer. */
export class Cursors {
  constructor(
    private readonly api: Api,
    private readonly asking: Asking,
  ) {}

  /** The variables with a real cursor wherever a place was written. */
  async inPlaceOf(variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const found = { ...variables };
    for (const [name, value] of Object.entries(variables)) {
      const place = this.asking.cursors.get(value as string);
      if (place) found[name] = place.id === null ? null : await this.cursorAt(place);
      else if (typeof value === 'string' && value.startsWith('@')) found[name] = null;
    }
    return found;
  }

  private async cursorAt({ list, args, id }: CursorPlace): Promise<string> {
    const { viewer, locale } = this.asking;
    for (let after: string | null = null; ;) {
      const { data } = await execute({
        schema: this.api.schema,
        document: LISTS[list],
        contextValue: this.api.contextFor(viewer, locale),
        variableValues: { ...args, after },
      });
      const within = data as unknown as { page: Rows } | { idea: { page: Rows } };
      const { edges, pageInfo } = ('idea' in within ? within.idea : within).page;
      const edge = edges.find(({ node }) => node.id === id);
      if (edge) return edge.cursor;
      if (!pageInfo.hasNextPage)
        throw new Error(`${id} is not in ${list} ${JSON.stringify(args)} as the viewer sees it`);
      after = pageInfo.endCursor;
    }
  }
}

/** The same answer with the id of the row in place of every cursor. */
export function withIdsForCursors<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer), (_key, value: unknown) =>
    typeof value === 'string' ? (idIn(value) ?? value) : value,
  ) as T;
}

function idIn(text: string): string | null {
  if (!/^[\w-]{20,}$/.test(text)) return null;
  try {
    const [order, key, id, ...more] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    return typeof order === 'string' && key !== undefined && typeof id === 'string' && more.length === 0 ? id : null;
  } catch {
    return null;
  }
}
