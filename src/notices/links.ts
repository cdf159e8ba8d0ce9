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

/** What becomes of the links in mails: they are looked at, and then confirm or end. */
export class NoticeLinks {
  constructor(private readonly database: Pick<Database, 'orm' | 'query'>) {}

  /** The language of the mails that a link belongs to; null for one that does nothing, or nothing any more. */
  async localeOf(kind: LinkKind, token: string): Promise<Locale | null> {
    const found = await this.find(this.database.orm.em.fork(), kind, token);
    return found?.locale ?? null;
  }

  /** Follows a link, and gives the language of the mails; null where it does nothing any more. */
  async follow(kind: LinkKind, token: string): Promise<Locale | null> {
    const head = await readHead(this.database);
    return this.database.orm.em.fork().transactional(async em => {
      const found = await this.find(em, kind, token, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!found) return null;
      if (kind === 'confirm') found.confirm(head);
      else found.end();
      return found.locale;
    });
  }

  private async find(em: EntityManager, kind: LinkKind, token: string, lock: { lockMode?: LockMode } = {}) {
    if (kind === 'end') return em.findOne(NoticeSubscription, { endToken: token, endedAt: null }, lock);
    const waiting = { confirmedAt: null, endedAt: null, confirmUntil: { $gt: now() } };
    return em.findOne(NoticeSubscription, { confirmHashes: { $contains: [hashOf(token)] }, ...waiting }, lock);
  }
}
