import { type DocumentNode, parse } from 'graphql';
import type { Viewer } from '../shared/viewer.js';
import type { ActivityKind } from '../activity/activity-kind.js';
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

const NEXT = parse(`query ($after: Int!, $kinds: [ActivityKind!]) {
  activity(first: 1, sinceSequence: $after, kinds: $kinds) { nodes { ...Event } }
} ${EVENT_FIELDS}`);

/** Reads the activity log as the owners of webhooks may see it. */
export class Events {
  constructor(private readonly askAs: AskAs) {}

  /** The first event of these kinds after a sequence. */
  async next(viewer: Viewer, after: number, kinds: readonly ActivityKind[]): Promise<Event | null> {
    const { activity } = await this.askAs(viewer, NEXT, { after, kinds: kinds.length > 0 ? kinds : null });
    return activity.nodes[0] ?? null;
  }

  async one(viewer: Viewer, id: string): Promise<Event | null> {
    const { node } = await this.askAs(viewer, ONE, { id });
    return node;
  }
}

/** The body of a delivery, as the Standard Webhooks specification lays it out. */
export function bodyOf(event: Event): string {
  return JSON.stringify({ type: event.kind, timestamp: event.at, data: event });
}
