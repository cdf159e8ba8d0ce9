import {
  type EntityManager,
  OptimisticLockError,
  type Transaction,
  UniqueConstraintViolationException,
  Utils,
} from '@mikro-orm/core';
import { flushAs } from '../activity/activity-writer.js';
import { alreadyExists } from '../constraints.js';
import { meaningOf } from '../database/sqlstate.js';
import { fault, Refusal } from '../shared/refuse.js';
import type { AllowedTime } from '../shared/program/allowed-time.js';
import type { Locale } from '../shared/text/localized-text.js';
import { type MutationPayload, type UserError, userErrorOf } from '../shared/user-error.js';
import type { Viewer } from '../shared/viewer.js';

/** What a payload is made from: entities stand for themselves and are read back; `userErrors` is added. */
export type Made<P> = { [K in Exclude<keyof P, 'userErrors'>]?: unknown };

/** What a mutation does. It is flushed at its end; only what is too large for that flushes on the way. */
export type Work<P> = (em: EntityManager, flush: () => Promise<void>) => Promise<Made<P>>;

/** An attempt at a request that may be sent again: what earlier attempts have made is not made once more. */
export interface Attempt {
  /** What the change at this place made in an earlier attempt, or null. */
  madeAt(place: number): Record<string, unknown> | null;
  /** Remembers in the change's own transaction what it made. */
  remember(em: EntityManager, place: number, made: Record<string, unknown>): Promise<void>;
}

/** Who changes something, and which change of the request it is. */
interface Changing {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly attempt: Attempt | undefined;
  readonly time: AllowedTime | undefined;
  readonly place: number;
  /** What makes ready to try once more where a change beside it came first; without it that is told. */
  readonly again: (() => Promise<void>) | undefined;
}

/** Does the work in one transaction and answers with the payload; the payload's own defaults stand where nothing was made. */
export async function changed<P extends MutationPayload>(
  em: EntityManager,
  payload: new () => P,
  work: Work<P>,
  { viewer, locale, attempt, time, place, again }: Changing,
): Promise<P> {
  const answer = (made: object, userErrors: UserError[]) => Object.assign(new payload(), made, { userErrors });
  const madeBefore = attempt?.madeAt(place);
  if (madeBefore) return answer(madeBefore, []);
  let settled: ((isMade: boolean) => void) | undefined;
  const doIt = async (em: EntityManager) => {
    const flush = async () => {
      time?.check();
      await flushAs(em, viewer);
    };
    const result = await work(em, flush);
    await attempt?.remember(em, place, asReadBack(result));
    await flush();
    settled = time?.beginCommit();
    return result;
  };
  try {
    const made = await inTransaction(em, doIt).catch(async error => {
      if (!again || !isOvertaken(error)) throw error;
      settled?.(false);
      await again();
      return inTransaction(em, doIt);
    });
    settled?.(true);
    return answer(made, []);
  } catch (error) {
    settled?.(false);
    const { payload: made, faults } = refusalFrom(error);
    return answer(
      made,
      faults.map(each => userErrorOf(each, locale)),
    );
  }
}

/**
 * Does the work in a transaction with an entity manager of its own. Unlike the mapper's own way this looks for changes
 * only when it is told to flush; and what is told by the commit is an error of the mapper's, as what statements tell.
 */
async function inTransaction<T>(root: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const em = root.fork();
  const within = (transaction: Transaction) => {
    em.setTransactionContext(transaction);
    return work(em);
  };
  try {
    return await em.getConnection().transactional(within);
  } catch (error) {
    throw meaningOf(error) ? em.getDriver().convertException(error as Error) : error;
  }
}

/** A payload as it can be stored: of entities their id is enough, since they are read back. */
function asReadBack(made: object): Record<string, unknown> {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    return Utils.isEntity(value) ? { id: (value as unknown as { id: string }).id } : value;
  };
  return Object.fromEntries(Object.entries(made).map(([name, value]) => [name, plain(value)]));
}

/** Whether a change beside it came first: it made what this one makes, or changed what this one changes. */
function isOvertaken(error: unknown): boolean {
  return error instanceof UniqueConstraintViolationException || isCollision(error);
}

function isCollision(error: unknown): boolean {
  return error instanceof OptimisticLockError || meaningOf(error) === 'collision';
}

function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isCollision(error)) return new Refusal([fault('CONFLICT', ['expectedVersion'])]);
  if (error instanceof UniqueConstraintViolationException) return new Refusal([alreadyExists(error)]);
  throw error;
}
