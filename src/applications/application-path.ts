import type { Instant } from '../shared/time/instant.js';
import { alternatives, type Bilingual } from '../shared/text/wording.js';
import type { DeadlineModel } from '../funding-calls/call-status.js';
import type { ApplicationStatus } from './application-status.js';

/** A command that changes an application's status. */
export type ApplicationMove = 'SUBMIT' | 'REVIEW' | 'INVITE' | 'GRANT' | 'REJECT' | 'WITHDRAW';

interface Transition {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
  readonly words: Bilingual;
}

/** Where an application stands. */
export interface ApplicationPlace {
  readonly status: ApplicationStatus;
  /** Whoever has been invited is in the second stage of its call. */
  readonly invitedAt?: Instant | null;
  readonly deadlineModel: DeadlineModel;
}

/**
 * The whole path as data: DRAFT → SUBMITTED → UNDER_REVIEW → GRANTED or REJECTED; WITHDRAWN from the first three. In a
 * call of two stages the first one may lead to INVITED instead, from where the path is gone once more.
 */
export const APPLICATION_MOVES: Readonly<Record<ApplicationMove, Transition>> = {
  SUBMIT: { from: ['DRAFT', 'INVITED'], to: 'SUBMITTED', words: { sv: 'lämnas in', en: 'be submitted' } },
  REVIEW: {
    from: ['SUBMITTED'],
    to: 'UNDER_REVIEW',
    words: { sv: 'tas upp till bedömning', en: 'be taken up for review' },
  },
  INVITE: {
    from: ['SUBMITTED', 'UNDER_REVIEW'],
    to: 'INVITED',
    words: { sv: 'bjudas in till steg två', en: 'be invited to the second stage' },
  },
  GRANT: { from: ['UNDER_REVIEW'], to: 'GRANTED', words: { sv: 'beviljas', en: 'be granted' } },
  REJECT: { from: ['UNDER_REVIEW'], to: 'REJECTED', words: { sv: 'avslås', en: 'be rejected' } },
  WITHDRAW: {
    from: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INVITED'],
    to: 'WITHDRAWN',
    words: { sv: 'återkallas', en: 'be withdrawn' },
  },
};

/** What messages say that an application is. */
export const APPLICATION_STATUS_NAMES: Readonly<Record<ApplicationStatus, Bilingual>> = {
  DRAFT: { sv: 'ett utkast', en: 'a draft' },
  SUBMITTED: { sv: 'inlämnad', en: 'submitted' },
  UNDER_REVIEW: { sv: 'under bedömning', en: 'under review' },
  INVITED: { sv: 'inbjuden till steg två', en: 'invited to the second stage' },
  GRANTED: { sv: 'beviljad', en: 'granted' },
  REJECTED: { sv: 'avslagen', en: 'rejected' },
  WITHDRAWN: { sv: 'återkallad', en: 'withdrawn' },
};

/** The statuses in which it is being written, and may still say something else. */
export const BEING_WRITTEN: readonly ApplicationStatus[] = ['DRAFT', 'INVITED'];

/** The statuses that leave room for a new application of the same idea to the same call. */
export const FRUITLESS: readonly ApplicationStatus[] = ['REJECTED', 'WITHDRAWN'];

/** Whether the application still counts: neither rejected nor withdrawn. An idea has at most one such a call. */
export function isLive({ status }: { readonly status: ApplicationStatus }): boolean {
  return !FRUITLESS.includes(status);
}

/** Whether the funder has decided. */
export function isDecided({ status }: { readonly status: ApplicationStatus }): boolean {
  return status === 'GRANTED' || status === 'REJECTED';
}

export const UNDECIDED: Bilingual = {
  sv: 'Ansökan har inget beslut att rätta.',
  en: 'The application has no decision to correct.',
};

/** The moves that the path allows from there. */
export function possibleApplicationMoves({ status, invitedAt, deadlineModel }: ApplicationPlace): ApplicationMove[] {
  const moves = Object.keys(APPLICATION_MOVES) as ApplicationMove[];
  const hasSecondStage = deadlineModel === 'TWO_STAGE' && !invitedAt;
  return moves.filter(move => APPLICATION_MOVES[move].from.includes(status) && (move !== 'INVITE' || hasSecondStage));
}

/** Why the application can't make the move, naming what it can; null when it can. */
export function whyNotApplicationMove(move: ApplicationMove, place: ApplicationPlace): Bilingual | null {
  const possible = possibleApplicationMoves(place);
  if (possible.includes(move)) return null;

  const [{ words }, is] = [APPLICATION_MOVES[move], APPLICATION_STATUS_NAMES[place.status]];
  const ways = alternatives(possible.map(each => APPLICATION_MOVES[each].words));
  return {
    sv:
      `Ansökan är ${is.sv} och kan inte ${words.sv}. ` +
      (possible.length > 0 ? `Den kan ${ways.sv}.` : 'Det är slutgiltigt.'),
    en:
      `The application is ${is.en} and cannot ${words.en}. ` +
      (possible.length > 0 ? `It can ${ways.en}.` : 'That is final.'),
  };
}
