import { parse } from 'graphql';
import type { AgendaKind } from '../agenda/agenda-kind.js';
import type { Follower } from '../notices/sending/claims.js';
import { digestOf, type Told } from '../notices/sending/told.js';
import type { Untyped } from '../shared/untyped.js';
import { AGENDA_WORDS } from './agenda-words.js';
import type { AskIn } from './news-of.js';

const AGENDA = parse(`{ viewer { agendaCount agenda(first: 100) {
  key kind dueOn requirements
  idea { code title }
  fundingCall { id identifier title }
  milestone { title }
} } }`);

/** An item as a mail tells it. */
export interface WaitingItem {
  readonly key: string;
  readonly kind: AgendaKind;
  readonly dueOn: string | null;
  readonly requirements: readonly string[];
  readonly idea: { readonly code: string; readonly title: string } | null;
  readonly fundingCall: { readonly id: string; readonly identifier: string; readonly title: string } | null;
  readonly milestone: { readonly title: string } | null;
}

export interface AgendaNews {
  readonly items: readonly WaitingItem[];
  /** How many wait beside those that are read. */
  readonly more: number;
  readonly told: Told['items'];
}

/** What waits for a follower, and what of that is to be told: all in the weekly mail, else what is new or has changed. */
export async function agendaNews(follower: Follower, ask: AskIn): Promise<AgendaNews> {
  if (!follower.kinds.includes('AGENDA')) return { items: [], more: 0, told: {} };
  const { viewer }: Untyped = await ask(follower.viewer, follower.locale, AGENDA, {});
  const open = viewer.agenda as readonly WaitingItem[];
  const told = Object.fromEntries(
    open.map(({ key, dueOn, requirements }) => [
      digestOf(follower.id, key),
      digestOf(dueOn, ...[...requirements].sort()),
    ]),
  );
  const isNew = ({ key }: WaitingItem) => {
    const digest = digestOf(follower.id, key);
    return told[digest] !== follower.told[digest];
  };
  const items = toldOnce(follower.rhythm === 'WEEKLY' ? open : open.filter(isNew));
  return { items, more: follower.rhythm === 'WEEKLY' ? viewer.agendaCount - open.length : 0, told };
}

/** What a mail says of several in the same words it says once: it tells neither whose letters are missing nor which requirements are. */
function toldOnce(items: readonly WaitingItem[]): WaitingItem[] {
  const lines = new Map(
    items.map(item => {
      const { kind, dueOn, idea, fundingCall, milestone } = item;
      return [
        JSON.stringify([AGENDA_WORDS[kind].en, dueOn, idea?.code, fundingCall?.id, milestone?.title]),
        item,
      ] as const;
    }),
  );
  return [...lines.values()];
}
