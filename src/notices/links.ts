import { type EntityManager, LockMode } from '@mikro-orm/core';
import { readHead } from '../activity/head.js';
import { hashOf } from '../access/keys/secret.js';
import type { Database } from '../database/database.js';
import type { Locale } from '../shared/text/localized-text.js';
import { now } from '../shared/time/clock.js';
import { NoticeSubscription } from './notice-subscription.js';

/** Where the links of mails lead, by what they do. */
export const LINK_PATHS = { confirm: '/notices/confirm', end: '/notices/end' } as const;
export type LinkKind = keyof typeof LINK_PATHS;

/**
 * What stands with a link: it may be followed, was followed before, or would confirm mails that have ended; or who asked
 * for the mails has no right to them any more.
 */
export type LinkState = 'OPEN' | 'DONE' | 'ENDED' | 'IN_VAIN';

/** Whoever has the link is told how it stands, in the language of the mails. */
export interface FoundLink {
  readonly locale: Locale;
  readonly state: LinkState;
}

/** What becomes of the links in mails: they are looked at, and then confirm or end. */
export class NoticeLinks {
  constructor(private readonly database: Pick<Database, 'orm' | 'query'>) {}

  /** How a link stands; null for one that does nothing, or nothing any more. */
  async look(kind: LinkKind, token: string): Promise<FoundLink | null> {
    const found = await this.find(this.database.orm.em.fork(), kind, token);
    return found && { locale: found.locale, state: stateOf(found, kind) };
  }

  /** Follows a link, and tells how it stood before; null where it does nothing any more. */
  async follow(kind: LinkKind, token: string): Promise<FoundLink | null> {
    const head = await readHead(this.database);
    return this.database.orm.em.fork().transactional(async em => {
      const found = await this.find(em, kind, token, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!found) return null;
      const state = stateOf(found, kind);
      if (state === 'OPEN' && kind === 'confirm') found.confirm(head);
      if (state === 'OPEN' && kind === 'end') found.end();
      return { locale: found.locale, state };
    });
  }

  private async find(em: EntityManager, kind: LinkKind, token: string, lock: { lockMode?: LockMode } = {}) {
    const ofLink =
      kind === 'end'
        ? { $or: [{ endToken: token }, { endHash: hashOf(token) }] }
        : { confirmHashes: { $contains: [hashOf(token)] }, $or: [{ confirmUntil: { $gt: now() } }, CONFIRMED] };
    const found = await em.findOne(NoticeSubscription, ofLink, lock);
    if (found?.apiKey) await em.populate(found, ['apiKey']);
    return found;
  }
}

/** How it stands with what was confirmed is told as long as it is kept. */
const CONFIRMED = { confirmedAt: { $ne: null } };

function stateOf(found: NoticeSubscription, kind: LinkKind): LinkState {
  if (kind === 'end') return found.endedAt ? 'DONE' : 'OPEN';
  if (found.endedAt) return 'ENDED';
  const stays = found.apiKey ? found.apiKey.unwrap().works : found.lapsesAt! > now();
  if (!stays) return 'IN_VAIN';
  return found.confirmedAt ? 'DONE' : 'OPEN';
}
