import { type DocumentNode, parse } from 'graphql';
import type { Viewer } from '../shared/viewer.js';
import type { ActivityKind } from '../activity/activity-kind.js';
import type { Database } from '../database/database.js';
import { concerns, isLimited, type Limits } from './limits.js';
import type { Untyped } from '../shared/untyped.js';

/** An activity as its webhook's owner may see it now: the `data` of a delivery. */
export interface Event {
  readonly id: string;
  readonly sequence: number;
  readonly kind: ActivityKind;
  readonly at: string;
}

/** Asks the API something as a viewer. */
export type AskAs = (viewer: Viewer, document: DocumentNode, variables: object) => Promise<Untyped>;

/** What `data` holds: the answer to this part of a query. docs/webhooks.md shows it to receivers. */
export const EVENT_FIELDS = `fragment Event on Activity {
  id
  sequence
  at
  kind
  actor { name role partner { id slug name } }
  subject { __typename id }
  idea { id code title stage state }
  changes { field before after }
  reason
}`;

const ONE = parse(`query ($id: ID!) { node(id: $id) { ...Event } } ${EVENT_FIELDS}`);

const SOME = parse(`query ($after: Int!, $kinds: [ActivityKind!]) {
  activity(first: 100, sinceSequence: $after, kinds: $kinds) { nodes { id sequence } }
}`);

const MANY = parse(`query ($ids: [ID!]!) { nodes(ids: $ids) { ...Event } } ${EVENT_FIELDS}`);

/** So many events are read ahead of the first: the next is ready while one is sent. */
const AT_ONCE = 20;

/** So many pages are looked through in one turn for what lies within the limits of a webhook. */
const MOST_PAGES = 20;

const NEXT = parse(`query ($after: Int!, $kinds: [ActivityKind!]) {
  activity(first: ${AT_ONCE}, sinceSequence: $after, kinds: $kinds) { nodes { ...Event } }
} ${EVENT_FIELDS}`);

/** Reads the activity log as the owners of webhooks may see it. */
export class Events {
  constructor(
    private readonly askAs: AskAs,
    private readonly database: Pick<Database, 'query'>,
  ) {}

  /** The first events that a webhook asks for after a sequence; without any, how far there is none where that isn't all of the log. */
  async next(viewer: Viewer, after: number, wanted: Wanted): Promise<{ events: Event[]; passed?: number }> {
    const kinds = wanted.kinds.length > 0 ? wanted.kinds : null;
    if (isLimited(wanted)) return this.nextWithin(viewer, after, { ...wanted, kinds });
    const { activity } = await this.askAs(viewer, NEXT, { after, kinds });
    return { events: activity.nodes };
  }

  private async nextWithin(viewer: Viewer, after: number, { kinds, ...limits }: Limits & { kinds: unknown }) {
    let passed = after;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { activity } = await this.askAs(viewer, SOME, { after: passed, kinds });
      const nodes = activity.nodes as Pick<Event, 'id' | 'sequence'>[];
      const concerned = await this.within(nodes, limits);
      const some = nodes.filter(({ id }) => concerned.has(id)).slice(0, AT_ONCE);
      const events = await this.seen(viewer, some);
      if (events.length > 0 || nodes.length === 0) return { events };
      passed = (some.length === AT_ONCE ? some : nodes).at(-1)!.sequence;
    }
    return { events: [], passed };
  }

  /** Which of them a webhook that is limited so is told of. */
  private async within(activities: readonly { id: string }[], { ideas, focusAreas }: Limits): Promise<Set<string>> {
    const values = [activities.map(({ id }) => id), JSON.stringify(ideas), JSON.stringify(focusAreas)];
    const found = await this.database.query<{ id: string }>(WITHIN, values);
    return new Set(found.map(({ id }) => id));
  }

  /** Those of them that the viewer may see, in their order. */
  private async seen(viewer: Viewer, activities: readonly { id: string }[]): Promise<Event[]> {
    if (activities.length === 0) return [];
    const { nodes } = await this.askAs(viewer, MANY, { ids: activities.map(({ id }) => id) });
    return nodes.filter(Boolean);
  }

  async one(viewer: Viewer, id: string): Promise<Event | null> {
    const { node } = await this.askAs(viewer, ONE, { id });
    return node;
  }
}

const WITHIN = `select a.id from activity a where a.id = any($1::text[]) and ${concerns('a', '$2', '$3')}`;

/** What a webhook asks for. */
type Wanted = Limits & { readonly kinds: readonly ActivityKind[] };

/** The body of a delivery, as the Standard Webhooks specification lays it out. */
export function bodyOf(event: Event): string {
  return JSON.stringify({ type: event.kind, timestamp: event.at, data: event });
}
