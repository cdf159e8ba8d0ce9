import { hash, randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '../database/one-at-a-time.js';
import { now } from '../shared/time/clock.js';
import { DAY_MS } from '../shared/time/lengths.js';
import { refuse } from '../shared/refuse.js';
import type { Viewer } from '../shared/viewer.js';
import { MOST_PER_ADDRESS, MOST_PER_MAKER } from './follower.js';
import { NoticeSubscription } from './notice-subscription.js';

const aDayAgo = () => new Date(now().getTime() - DAY_MS);

/**
 * One mailbox however it is written: in capitals, with a domain in letters or as `xn--`, and with or without what stands
 * after a plus.
 */
export function mailboxNamed(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email
    .slice(0, at)
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=.)\+.*$/, '');
  return `${local}@${domainToASCII(email.slice(at + 1))}`;
}

/** Tells whether it is the same mailbox, and not which: each has a salt of its own. */
export function fingerprintOf(email: string): string {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${hash('sha256', salt + mailboxNamed(email))}`;
}

const OF_MAILBOX = `select count(*)::int as times from notice_subscription n where (n.ended_at is null or n.created_at > ?)
  and (split_part(n.address_fingerprint, ':', 2) = encode(sha256(convert_to(split_part(n.address_fingerprint, ':', 1) || ?, 'UTF8')), 'hex')
    or n.address_fingerprint is null and lower(n.email) = ?)`;

/** Who asks is not told how many others' mails go to an address: where there are too many, nothing is sent to it. */
export async function maybeAsked(em: EntityManager, email: string): Promise<boolean> {
  const mailbox = mailboxNamed(email);
  await oneAtATime(em, `mails to ${mailbox}`);
  const values = [aDayAgo(), mailbox, mailbox];
  const [{ times }] = (await (em as SqlEntityManager).execute<{ times: number }[]>(OF_MAILBOX, values)) as [
    { times: number },
  ];
  return times < MOST_PER_ADDRESS;
}

/** Refuses who has, or has asked for, as much as may be; the keys of a partner, which makes them itself, ask as one. */
export async function refuseMore(em: EntityManager, viewer: Viewer): Promise<void> {
  const { keyId, subject, role, partnerId } = viewer;
  const own = keyId ? { apiKey: { id: keyId } } : { subject };
  const together = keyId && role === 'PARTNER' && partnerId ? { apiKey: { role, partner: { id: partnerId } } } : own;
  await oneAtATime(em, `mails of ${(together === own ? (keyId ?? subject) : partnerId)!}`);
  const going = await em.count(NoticeSubscription, { ...together, endedAt: null });
  if (going >= MOST_PER_MAKER) refuse('INVALID', { message: TOO_MANY });
  const lately = await em.count(NoticeSubscription, { ...together, createdAt: { $gt: aDayAgo() } });
  if (lately >= MOST_PER_MAKER) refuse('INVALID', { message: TOO_OFTEN });
}

const TOO_MANY = {
  sv: `En partners nycklar tillsammans, eller en inloggning, har högst ${MOST_PER_MAKER} prenumerationer på mejl. Avsluta någon.`,
  en: `The keys of a partner together, or a sign-in, follow by at most ${MOST_PER_MAKER} mails. End one.`,
};
const TOO_OFTEN = {
  sv: `En partners nycklar, eller en inloggning, ber om mejl högst ${MOST_PER_MAKER} gånger på ett dygn. Försök igen i morgon.`,
  en: `The keys of a partner, or a sign-in, ask for mails at most ${MOST_PER_MAKER} times in 24 hours. Try again tomorrow.`,
};
