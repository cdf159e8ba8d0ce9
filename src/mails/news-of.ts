import { type DocumentNode, parse } from 'graphql';
import type { ActivityKind } from '../activity/activity-kind.js';
import type { Follower } from '../notices/sending/claims.js';
import type { Locale } from '../shared/text/localized-text.js';
import type { Untyped } from '../shared/untyped.js';
import type { Viewer } from '../shared/viewer.js';
import { CHANGE_WORDS } from './change-words.js';

/** Asks the API something as a viewer, in a language. */
export type AskIn = (viewer: Viewer, locale: Locale, document: DocumentNode, variables: object) => Promise<Untyped>;

/** Rows of the log that are read for one mail; what lies beyond is counted as more. */
const MOST_READ = 1_000;
const PAGE = 100;

/** A call that has been published. */
export interface NewCall {
  readonly id: string;
  readonly identifier: string;
  readonly title: string;
  readonly nextDeadline: string | null;
}

/** An idea that something has happened to. */
export interface ChangedIdea {
  readonly code: string;
  readonly title: string;
  readonly kinds: ReadonlySet<ActivityKind>;
  readonly at: string;
}

export interface Happened {
  readonly calls: readonly NewCall[];
  readonly ideas: readonly ChangedIdea[];
  /** Whether there was more than is read for one mail. */
  readonly isCut: boolean;
}

const AREAS = 'focusAreas { code parent { code parent { code } } }';
const LOG = parse(`query ($after: String, $since: Int!, $kinds: [ActivityKind!]) {
  activity(first: ${PAGE}, after: $after, sinceSequence: $since, kinds: $kinds) {
    pageInfo { hasNextPage endCursor }
    nodes {
      sequence kind at
      idea { code title ${AREAS} }
      subject { ... on FundingCall { call: id identifier callTitle: title status nextDeadline ${AREAS} } }
    }
  }
}`);

/** A call is published by being published, or by being created as public from the start. */
const OF_CALLS: readonly ActivityKind[] = ['CALL_PUBLISHED', 'CALL_CREATED'];
const NOT_CLOSED = new Set(['OPEN', 'FORTHCOMING']);

/** What has happened after what the follower was told, and up to a sequence, as far as it may see it now. */
export async function happenedTo(follower: Follower, upTo: number, ask: AskIn): Promise<Happened> {
  const kinds = [
    ...(follower.kinds.includes('NEW_CALLS') ? OF_CALLS : []),
    ...(follower.kinds.includes('CHANGES') ? CHANGE_WORDS.keys() : []),
  ];
  if (kinds.length === 0 || follower.sequence >= upTo) return { calls: [], ideas: [], isCut: false };
  const [calls, ideas] = [new Map<string, NewCall>(), new Map<string, ChangedIdea>()];
  let [after, isCut]: [string | null, boolean] = [null, false];
  for (let read = 0; read < MOST_READ; read += PAGE) {
    const variables = { after, since: follower.sequence, kinds };
    const { activity }: Untyped = await ask(follower.viewer, follower.locale, LOG, variables);
    const rows = activity.nodes.filter(({ sequence }: Untyped) => sequence <= upTo);
    for (const row of rows) note(row, follower, { calls, ideas });
    isCut = activity.pageInfo.hasNextPage && rows.length === activity.nodes.length;
    if (!isCut) break;
    after = activity.pageInfo.endCursor;
  }
  return { calls: [...calls.values()], ideas: [...ideas.values()], isCut };
}

interface Found {
  readonly calls: Map<string, NewCall>;
  readonly ideas: Map<string, ChangedIdea>;
}

function note({ kind, at, idea, subject }: Untyped, { focusAreas }: Follower, { calls, ideas }: Found): void {
  if (OF_CALLS.includes(kind)) {
    if (!subject?.call || !NOT_CLOSED.has(subject.status) || !isIn(focusAreas, subject)) return;
    const { call: id, identifier, callTitle: title, nextDeadline } = subject;
    calls.set(id, { id, identifier, title, nextDeadline });
  } else if (idea && isIn(focusAreas, idea)) {
    const kinds = new Set([...(ideas.get(idea.code)?.kinds ?? []), kind as ActivityKind]);
    ideas.set(idea.code, { code: idea.code, title: idea.title, kinds, at });
  }
}

/** A parent stands for its children too. */
function isIn(wanted: readonly string[], { focusAreas }: Untyped): boolean {
  if (wanted.length === 0) return true;
  return focusAreas.some((area: Untyped) =>
    [area.code, area.parent?.code, area.parent?.parent?.code].some(code => wanted.includes(code)),
  );
}
