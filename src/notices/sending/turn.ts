import { now } from '../../shared/time/clock.js';
import { confirmUntil, ended } from '../follower.js';
import type { NoticeSubscription } from '../notice-subscription.js';
import { lookAfter } from '../rhythm.js';
import { afterRefusal, MOST_REFUSALS, retryAt } from './retries.js';
import type { Outcome } from './smtp.js';
import type { Told } from './told.js';

/** Notes that a mail is about to be sent: whoever takes over from here knows that it may have been. */
export function begin(follower: NoticeSubscription, told: Told, confirmHash: string | null): void {
  follower.unanswered += 1;
  follower.sending = told;
  if (!confirmHash) return;
  follower.confirmHashes = [...follower.confirmHashes, confirmHash];
  follower.confirmUntil = confirmUntil(now());
}

/** What follows from how an attempt ended. */
export function answered(follower: NoticeSubscription, outcome: Outcome): void {
  if (outcome === 'ACCEPTED') return settle(follower, { isSent: true });
  if (outcome !== 'UNANSWERED') follower.unanswered -= 1;
  if (outcome === 'REFUSED') return refused(follower);
  follower.attempts += 1;
  const next = retryAt(follower.attempts, now());
  if (next) wait(follower, next);
  else Object.assign(follower, ended(now(), follower.endToken));
}

/** The mail is done with: what was in it has been told. */
export function settle(follower: NoticeSubscription, { isSent }: { isSent: boolean }, told = follower.sending): void {
  const at = now();
  if (isSent) Object.assign(follower, { mails: follower.mails + 1, refusals: 0 });
  if (isSent && follower.confirmedAt) follower.lastSentAt = at;
  if (told && follower.confirmedAt) Object.assign(follower, { told: told.items, sequence: told.sequence });
  Object.assign(follower, { sending: null, attempts: 0, unanswered: 0 });
  Object.assign(follower, follower.confirmedAt ? lookAfter(follower.rhythm, at) : { nextAt: null, lookAt: null });
  release(follower);
}

/** Ends the turn. */
export function release(follower: NoticeSubscription): void {
  Object.assign(follower, { claim: null, claimedUntil: null });
}

function refused(follower: NoticeSubscription): void {
  follower.refusals += 1;
  if (follower.refusals >= MOST_REFUSALS) Object.assign(follower, ended(now(), follower.endToken));
  else wait(follower, afterRefusal(now()));
}

function wait(follower: NoticeSubscription, until: Date): void {
  Object.assign(follower, { nextAt: until, lookAt: until });
  release(follower);
}
