import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../access/caller.js';
import type { Credentials } from '../../../access/credentials.js';
import type { SendBehind } from '../../../database/statement.js';
import type { Locale } from '../../../shared/text/localized-text.js';
import type { Allowance } from '../../admission/rate.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';
import type { EarlyAnswer, EarlyAnswers } from './early-answers.js';

/** What comes of letting an operation in: what it costs, what points are left, and the operation or its refusal. */
export interface Entry {
  readonly cost: number;
  readonly allowance: Allowance | null;
  readonly operation: () => WeighedOperation;
  readonly early: EarlyAnswer | null;
}

interface Expected {
  readonly caller: Caller;
  readonly locale: Locale;
  /** Lets the operation in for them. */
  readonly admission: Promise<Entry>;
  readonly giveBack: (cost: number) => Promise<void>;
}

/** An operation on its way in for who is expected to ask, while it is looked up who does. */
export class Ahead {
  private early: EarlyAnswer | null = null;
  private readonly sending = Promise.withResolvers<SendBehind>();
  private readonly known = Promise.withResolvers<void>();

  constructor(
    private readonly expected: Expected,
    answers: EarlyAnswers,
  ) {
    const { caller, locale, admission } = expected;
    Promise.all([this.sending.promise, admission])
      .then(([send, { operation }]) => {
        this.early = answers.read(operation(), { caller, locale, send, known: this.known.promise });
      })
      // What refuses the operation is told by who lets it in.
      .catch(() => undefined);
  }

  readonly follow: Credentials['follow'] = send => this.sending.resolve(send);

  /** What comes of it where the one who asks is, in every respect, the one who was expected; else null, and nothing is taken. */
  async entryOf(caller: Caller): Promise<Entry | null> {
    if (!isDeepStrictEqual({ ...this.expected.caller, revision: 0 }, { ...caller, revision: 0 }))
      return this.giveBack();
    this.known.resolve();
    const entry = await this.expected.admission;
    return { ...entry, early: this.early };
  }

  /** Gives back the points that were taken of who did not ask. */
  async giveBack(): Promise<null> {
    const entry = await this.expected.admission.catch(() => null);
    if (entry) await this.expected.giveBack(entry.cost);
    return null;
  }
}
