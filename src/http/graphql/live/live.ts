import type { FastifyBaseLogger } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { Caller } from '../../../access/caller.js';
import { rightsOf } from '../../../shared/viewer.js';
import { seesEverything } from '../../../access/visibility.js';
import type { Feed } from '../../../activity/feed.js';
import type { VisibleHead } from '../../../activity/visible-head.js';
import type { Api } from '../../../api.js';
import type { Database } from '../../../database/database.js';
import { Followed } from '../../../reading/followed.js';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import type { Locale } from '../../../shared/text/localized-text.js';
import { isOutage, maskedError } from '../../refusals/masked-errors.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';
import { DocumentRefusal, SchemaRefusal } from '../../refusals/refusal.js';
import { Broadcast } from './broadcast.js';
import type { Subject } from './group.js';
import type { Purse } from './purse.js';

interface LiveOptions {
  readonly api: Api;
  readonly database: Database;
  readonly feed: Feed;
  readonly visibleHead: VisibleHead;
  readonly log: FastifyBaseLogger;
}

/** Who subscribes, in which language, how long it stays, and what its events are paid from. */
export interface Listener {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly lifetime: Lifetime;
  readonly purse: Purse;
}

/** Points that are answered for at once; dear events come one by one. */
const RUN_POINTS = 1_000;

/** A subscription that has begun: what it executes, and its answers. */
export interface Subscribed {
  readonly args: ExecutionArgs;
  readonly answers: AsyncGenerator<ExecutionResult, void, void>;
}

/** Answers subscriptions, whatever they are carried by. */
export class Live {
  readonly broadcast: Broadcast;
  private readonly documentNumbers = new WeakMap<object, number>();
  private documents = 0;

  constructor(private readonly options: LiveOptions) {
    const { feed, database, log } = options;
    this.broadcast = new Broadcast(feed, database, { isPassing: isOutage, masked: error => maskedError(log, error) });
  }

  /** The answers to a subscription, one for each event. Refuses what cannot be followed. */
  async subscribe(weighed: WeighedOperation, listener: Listener): Promise<Subscribed> {
    if (weighed.operation.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new DocumentRefusal('SUBSCRIPTIONS_ONLY', 'Queries and mutations are sent to /graphql by HTTP POST.');
    const viewer = { ...listener.caller.viewer };
    const asOne = { ...listener, caller: { ...listener.caller, viewer } };
    const { followed, args } = await this.follow(weighed, asOne);
    const head = await this.options.feed.readHead();
    const answers = this.broadcast.follow({
      alike: this.alike(weighed, listener),
      subject: { ...this.subject(followed, args, asOne), viewer, ...pricesOf(weighed, listener) },
      known: await this.options.visibleHead.of(listener.caller),
      since: beginning(followed, head, listener),
      right: { until: listener.caller.until, sessionId: listener.caller.viewer.sessionId },
      lifetime: listener.lifetime,
      purse: listener.purse,
    });
    return { args, answers };
  }

  /** Lets the field's own door say what is followed. */
  private async follow({ document, operationName, variables }: WeighedOperation, { caller, locale }: Listener) {
    const { api, log } = this.options;
    const contextValue = api.contextFor(caller.viewer, locale);
    const args: ExecutionArgs = { schema: api.schema, document, variableValues: variables, operationName };
    const followed = await createSourceEventStream({ ...args, contextValue });
    if (followed instanceof Followed) return { followed, args };
    const { errors = [] } = followed as ExecutionResult;
    throw new SchemaRefusal(
      'BAD_USER_INPUT',
      errors.map(error => maskedError(log, error)),
    );
  }

  /** Events are answered in a context made for them, since a context remembers what it has read. */
  private subject(followed: Followed, args: ExecutionArgs, { caller, locale }: Listener) {
    const { api, log } = this.options;
    const answer = async (values: readonly unknown[]) => {
      const contextValue = api.contextFor(caller.viewer, locale);
      const answers = values.map(async rootValue => execute({ ...args, contextValue, rootValue }));
      return (await Promise.all(answers)).map(({ errors, ...result }) =>
        errors ? { ...result, errors: errors.map(error => maskedError(log, error)) } : result,
      );
    };
    return { read: followed.read, answer };
  }

  /** What subscribers of one group have in common: document, variables, language and rights. Where each begins is its own affair. */
  private alike(
    { document, operationName, variables }: WeighedOperation,
    { caller: { viewer }, locale }: Listener,
  ): string {
    const start = startVariable(document);
    const same = Object.entries(variables).filter(([name]) => name !== start);
    const rights = [rightsOf(viewer), viewer.partnerId, viewer.keyId, locale];
    return JSON.stringify([this.numberOf(document), operationName, same.sort(), rights]);
  }

  private numberOf(document: object): number {
    const known = this.documentNumbers.get(document);
    if (known !== undefined) return known;
    this.documents += 1;
    this.documentNumbers.set(document, this.documents);
    return this.documents;
  }
}

/** No run of events takes more than a small part of what a caller can have in a minute, whatever that is. */
function pricesOf({ cost }: WeighedOperation, { purse }: Listener): Pick<Subject, 'price' | 'run'> {
  const price = Math.max(1, cost);
  return { price, run: Math.max(1, Math.floor(Math.min(RUN_POINTS, purse.limit / 10) / price)) };
}

/** The variable that only says where to begin, if there is one. */
function startVariable(document: DocumentNode): string | null {
  const uses = new Map<string, number>();
  let start: string | null = null;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
    Argument: ({ name, value }) => {
      if (name.value === 'sinceSequence' && value.kind === Kind.VARIABLE) start = value.name.value;
    },
  });
  return start !== null && uses.get(start) === 1 ? start : null;
}

/** Who may not see the whole log may not learn where it ends either: what lies beyond begins there. */
function beginning({ since }: Followed, head: number, { caller }: Listener): number {
  if (since !== null && since > head && seesEverything(caller.viewer)) throw ahead(since, head);
  return Math.min(since ?? head, head);
}

function ahead(since: number, head: number): DocumentRefusal {
  return new DocumentRefusal('BAD_USER_INPUT', `sinceSequence is ${since}, and the newest sequence is ${head}.`);
}
