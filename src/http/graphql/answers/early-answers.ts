import { OperationTypeNode } from 'graphql';
import type { Caller } from '../../../access/caller.js';
import type { Api } from '../../../api.js';
import type { Database } from '../../../database/database.js';
import type { SendBehind } from '../../../database/statement.js';
import { readyAnswer } from '../../../reading/ready-answer.js';
import type { Grounds } from '../../../reading/reader.js';
import type { Locale } from '../../../shared/text/localized-text.js';
import { now } from '../../../shared/time/clock.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';
import type { KeptAnswers } from './kept-answers.js';

/** An answer by statements alone, under way, and what it rests on. */
export interface EarlyAnswer {
  readonly text: Promise<string | null>;
  readonly grounds: Grounds;
  /** The moment before which it was not read. */
  readonly since: Date;
}

interface Expected {
  /** Who is expected to ask. */
  readonly caller: Caller;
  readonly locale: Locale;
  /** How to send what is short behind the look at who asks. */
  readonly send: SendBehind;
  /** Comes to pass once it is known that they do. */
  readonly known: Promise<void>;
}

interface Reading {
  readonly api: Api;
  readonly database: Pick<Database, 'readText'>;
  readonly kept: KeptAnswers | null;
}

/** Reads answers for whoever is expected to ask, in one piece with the look at who does: so that they wait once for both. */
export class EarlyAnswers {
  constructor(private readonly reading: Reading) {}

  /** None where one is kept, and of what is no query. */
  read(weighed: WeighedOperation, { caller, locale, send, known }: Expected): EarlyAnswer | null {
    const { api, database, kept } = this.reading;
    const { viewer, revision } = caller;
    if (weighed.operation.operation !== OperationTypeNode.QUERY) return null;
    if (kept && kept.find(kept.keyOf({ weighed, viewer, locale }), revision) !== null) return null;
    const readText: Database['readText'] = statement =>
      send(statement) ?? known.then(() => database.readText(statement, revision));
    const context = api.contextFor(viewer, locale, { readText });
    const since = now();
    const text = readyAnswer({ schema: api.schema, ...weighed }, context.inText());
    // Told to whoever takes the answer; it may be that nobody does.
    text.catch(() => undefined);
    return { text, grounds: context.grounds, since };
  }
}
