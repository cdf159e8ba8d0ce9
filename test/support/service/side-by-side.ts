import {
  buildSchema,
  type DocumentNode,
  execute,
  getOperationAST,
  type GraphQLSchema,
  parse,
  printSchema,
} from 'graphql';
import { ANONYMOUS, type Viewer } from '../../../src/shared/viewer.js';
import { type Api, createApi } from '../../../src/api.js';
import type { Database } from '../../../src/database/database.js';
import { readyAnswer } from '../../../src/reading/ready-answer.js';
import { at } from '../../../src/shared/time/clock.js';
import type { Locale } from '../../../src/shared/text/localized-text.js';
import { Cursors, withIdsForCursors } from '../documents/cursors.js';
import { Draft, type Slot } from '../documents/draft.js';
import { Tape } from '../documents/tape.js';
import { Values } from '../documents/values.js';
import { Asking } from '../naive/asking.js';
import { executeNaively } from '../naive/executor.js';
import { Matches } from '../naive/matches.js';
import { freshDatabase } from './service.js';
import type { ApiKeyRow, Tables } from './stored-rows.js';
import { allRows, emptyTables, insertRows } from '../rows/tables.js';
import { MOMENT } from '../world/moments.js';
import { smallWorld } from '../world/world.js';

/** A document, and what a request fills in. */
export interface RandomDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly slots: readonly Slot[];
}

export interface RandomRequest {
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** When it is asked; the world's own moment unless told. */
  readonly moment?: Date;
  /** Where the values of the variables come from. */
  readonly numbers: readonly number[];
  /** One variable that gets another value than that. */
  readonly changed?: { readonly slot: number; readonly numbers: readonly number[] };
}

/** Some fields, named `Type.field`, or `Type.*` for all of a type. */
export type IsAsked = (type: string, field: string) => boolean;

/** The service and the naive executor over one small world, seen at one moment. */
export class SideBySide {
  readonly schema: GraphQLSchema;
  readonly viewers: readonly Viewer[];
  private readonly values: Values;

  private constructor(
    private readonly database: Database,
    private readonly api: Api,
    readonly rows: Tables,
    private readonly matches: Matches,
    readonly close: () => Promise<void>,
  ) {
    this.schema = buildSchema(printSchema(api.schema));
    this.viewers = [ANONYMOUS, ...rows.api_key.filter(({ revoked_at }) => revoked_at === null).map(viewerOf)];
    this.values = new Values(rows);
  }

  static async open(seed: number): Promise<SideBySide> {
    const { database, drop } = await freshDatabase();
    await emptyTables(database);
    await insertRows(database, smallWorld(seed));
    const close = () => database.close().then(drop);
    const rows = await allRows(database);
    return new SideBySide(database, createApi(database), rows, await Matches.load(database, rows), close);
  }

  write(numbers: readonly number[], isAsked: IsAsked, values = this.values): RandomDocument {
    const draft = new Draft(this.schema, new Tape(numbers), values, isAsked);
    const text = draft.write();
    return { text, document: parse(text), slots: draft.slots };
  }

  /** The same, that knows of no other rows to ask for by id than those of these tables. */
  writeOf(tables: readonly (keyof Tables)[], numbers: readonly number[], isAsked: IsAsked): RandomDocument {
    const rows = Object.fromEntries(tables.map(table => [table, this.rows[table]]));
    return this.write(numbers, isAsked, new Values(rows as unknown as Tables));
  }

  /** What the service says that has been asked before, and what one says that has never been asked anything. */
  async answerAnew({ document, slots }: RandomDocument, { viewer, locale, ...request }: RandomRequest) {
    const variableValues = variablesFor(slots, request);
    const ask = async (api: Api) =>
      asJson(
        await execute({ schema: api.schema, document, contextValue: api.contextFor(viewer, locale), variableValues }),
      );
    return at(MOMENT, async () => ({ given: await ask(this.api), expected: await ask(createApi(this.database)) }));
  }

  /** What the rows say and what the service says, with the ids of rows for cursors, and the variables for both. */
  async answer({ document, slots }: RandomDocument, { viewer, locale, moment = MOMENT, ...request }: RandomRequest) {
    const variables = variablesFor(slots, request);
    const asking = new Asking(this.rows, this.matches, viewer, locale, moment);
    const expected = asJson(executeNaively(this.schema, document, { asking, variables }));
    const { schema } = this.api;
    const { given, text } = await at(moment, async () => {
      const variableValues = await new Cursors(this.api, asking).inPlaceOf(variables);
      const contextValue = this.api.contextFor(viewer, locale);
      const query = { schema, document, operation: getOperationAST(document)!, variables: variableValues };
      return {
        given: asJson(await execute({ schema, document, contextValue, variableValues })),
        text: await readyAnswer(query, contextValue.inText()),
      };
    });
    /** The data of the executor beside that of the statement alone, where no code has a say in it. */
    const alone = text && { executed: JSON.stringify(given.data), ready: JSON.stringify(JSON.parse(text)) };
    return { variables, expected, given: withIdsForCursors(given), alone };
  }
}

function variablesFor(slots: readonly Slot[], { numbers, changed }: Pick<RandomRequest, 'numbers' | 'changed'>) {
  const tape = new Tape(numbers);
  const variables = Object.fromEntries(slots.map(slot => [slot.name, slot.draw(tape)]));
  const slot = changed && slots[changed.slot % slots.length];
  return slot ? { ...variables, [slot.name]: slot.draw(new Tape(changed.numbers)) } : variables;
}

function viewerOf({ id, name, role, partner_id, grants, feed_only }: ApiKeyRow): Viewer {
  return { ...ANONYMOUS, name, role, partnerId: partner_id, keyId: id, grants, feedOnly: feed_only };
}

const asJson = <T>(answer: T): T => JSON.parse(JSON.stringify(answer)) as T;
