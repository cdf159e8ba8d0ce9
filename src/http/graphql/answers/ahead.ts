import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../access/caller.js';
import type { Credentials } from '../../../access/credentials.js';
import type { SendBehind } from '../../../database/statement.js';
import type { Locale } from '../../../shared/text/localized-text.js';
import type { Allowance } from '../../admission/rate.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';
import type { EarlyAnswer, EarlyAnswers } from './early-answers.js';

/** What comes of letting an operation in: what points are left, and the operation or its refusal. */
export interface Entry {
  readonly allowance: Allowance | null;
  readonly operation: () => WeighedOperation;
  readonly early: EarlyAnswer | null;
}

/** An operation on its way in for who is expected to ask, while it is looked up who does. */
export class Ahead {
  private early: EarlyAnswer | null = null;
  private readonly sending = Promise.withResolvers<SendBehind>();
  private readonly known = Promise.withResolvers<void>();

  constructor(
    private readonly caller: Caller,
    locale: Locale,
    private readonly admission: Promise<Entry>,
    answers: EarlyAnswers,
  ) {
    Promise.all([this.sending.promise, admission])
      .then(([send, { operation }]) => {
        this.early = answers.read(operation(), { caller, locale, send, known: this.known.promise });
      })
      // What refuses the operation is told by who lets it in.
      .catch(() => undefined);
  }

  readonly follow: Credentials['follow'] = send => this.sending.resolve(send);

  /** What comes of it where the one who asks is, in every respect, the one who was expected; else null. */
  entryOf(caller: Caller): Promise<Entry> | null {
    if (!isDeepStrictEqual({ ...this.caller, revision: 0 }, { ...caller, revision: 0 })) return null;
    this.known.resolve();
    return this.admission.then(entry => ({ ...entry, early: this.early }));
  }
}
