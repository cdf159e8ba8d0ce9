import { type Ref, ref } from '@mikro-orm/core';
import { randomBytes } from 'node:crypto';
import { ApiKey } from '../access/keys/api-key.js';
import { lapseFrom } from '../access/keys/feed-token.js';
import { hashOf } from '../access/keys/secret.js';
import { Partner } from '../partners/partner.js';
import { type Fault, fault, refuse } from '../shared/refuse.js';
import type { Locale } from '../shared/text/localized-text.js';
import { now } from '../shared/time/clock.js';
import { HOUR_MS } from '../shared/time/lengths.js';
import type { Viewer } from '../shared/viewer.js';
import type { NoticeKind, NoticeRhythm } from './notice-kind.js';

/** What a follower chooses. */
export interface Choice {
  readonly locale: Locale;
  readonly kinds: NoticeKind[];
  readonly rhythm: NoticeRhythm;
  readonly focusAreas: string[];
}

export interface NewFollower {
  readonly maker: ReturnType<typeof makerOf>;
  readonly choice: Choice;
  readonly email: string;
  readonly addressFingerprint: string;
  readonly sequence: number;
  readonly isMailed: boolean;
}

/** Mails that one key or person may have or wait for, and may ask for in a day. */
export const MOST_PER_MAKER = 10;
/** To one address, whoever asked: beyond that it is asked nothing, and nobody is told. */
export const MOST_PER_ADDRESS = 5;
export const MOST_AREAS = 50;

const CONFIRM_HOURS = 48;

/** Until when a link that is sent at a moment confirms. */
export function confirmUntil(at: Date): Date {
  return new Date(at.getTime() + CONFIRM_HOURS * HOUR_MS);
}

export function newEndToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whoever asks as they are kept: a key by itself, a person by the rights of the sign-in. */
export function makerOf({ keyId, subject, role, partnerId, grants }: Viewer) {
  if (keyId) return { apiKey: ref(ApiKey, keyId) };
  if (!subject) refuse('FORBIDDEN');
  const partner: Ref<Partner> | null = partnerId ? ref(Partner, partnerId) : null;
  return { subject, role, partner, grants: [...grants], lapsesAt: lapseFrom(now()) };
}

/**
 * What is left of one that has ended: when, and neither address nor secrets. By the digests of what stood in its links who
 * follows one again is told that it has ended.
 */
export function ended(at: Date, endToken: string | null | undefined) {
  const schedule = { nextAt: null, lookAt: null, claim: null, claimedUntil: null };
  return {
    endedAt: at,
    email: null,
    endToken: null,
    endHash: endToken ? hashOf(endToken) : null,
    told: {},
    sending: null,
    ...schedule,
  };
}

/** What is wrong with a choice: mails of nothing. */
export function kindFaults(kinds: readonly NoticeKind[] | null | undefined): Fault[] {
  return kinds?.length === 0 ? [fault('REQUIRED', ['kinds'], CHOOSE_KINDS)] : [];
}

export function areaFaults(codes: readonly string[] | null | undefined): Fault[] {
  return (codes?.length ?? 0) > MOST_AREAS ? [fault('INVALID', ['focusAreas'], TOO_MANY_AREAS)] : [];
}

const CHOOSE_KINDS = {
  sv: 'Välj minst en sak som mejlen ska berätta om.',
  en: 'Choose at least one thing for the mails to tell of.',
};
const TOO_MANY_AREAS = {
  sv: `Välj högst ${MOST_AREAS} fokusområden, eller inga för alla.`,
  en: `Choose at most ${MOST_AREAS} focus areas, or none for all.`,
};
