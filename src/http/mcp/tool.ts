import { readFileSync } from 'node:fs';
import { type GraphQLSchema, parse, validate } from 'graphql';
import type { Caller } from '../../access/caller.js';
import { mayFor } from '../../access/policy.js';
import { inProject } from '../../shared/in-project.js';
import type { Locale } from '../../shared/text/localized-text.js';
import type { GraphqlParams } from '../graphql/graphql-params.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { answerSchema } from './answer-schema.js';
import { argumentsSchema, isNamed } from './arguments-schema.js';
import { type JsonSchema, objectOf, type ObjectSchema } from '../json-schema.js';
import { refuseNoIds } from './refuse-no-ids.js';
import type { ToolEntry } from './tools.js';
import { variableTypes, type VariableTypes } from './variable-types.js';

type Arguments = Readonly<Record<string, unknown>>;

/** What every tool takes beside the variables of its document. */
const LOCALE: JsonSchema = {
  type: 'string',
  enum: ['SV', 'EN'],
  description: 'The language of texts and messages; without it Accept-Language says, else Swedish.',
};

/** The same for tools that write. */
const IDEMPOTENCY_KEY: JsonSchema = {
  type: 'string',
  minLength: 16,
  maxLength: 255,
  description:
    'A new UUID for each change. Sent again with the same arguments within 24 hours, the change is not made twice and the first answer comes again.',
};

/** A document of `schema/operations` as a tool: its schemas are those of the API, and it is run as every other operation. */
export class Tool {
  readonly text: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
  private readonly variables: VariableTypes;

  constructor(
    schema: GraphQLSchema,
    readonly entry: ToolEntry,
  ) {
    this.text = readFileSync(inProject(`schema/operations/${entry.file}`), 'utf8');
    const document = parse(this.text);
    const [fault] = validate(schema, document);
    const operation = document.definitions.find(isNamed(entry.operation));
    if (fault || !operation) throw new Error(`The tool ${entry.name}: ${fault?.message ?? `no ${entry.operation}`}`);
    this.variables = variableTypes(schema, operation);
    const { properties, required, $defs } = argumentsSchema(schema, operation, this.variables);
    const ours = { locale: LOCALE, ...(entry.writes && { idempotencyKey: IDEMPOTENCY_KEY }) };
    this.inputSchema = objectOf({ ...properties, ...ours }, required, $defs ? { $defs } : {});
    this.outputSchema = answerSchema(schema, operation);
  }

  /** Whether it is listed for a caller: those that write are for keys that were granted them, and whose role may. */
  isOfferedTo({ viewer, toolsMayWrite }: Pick<Caller, 'viewer' | 'toolsMayWrite'>): boolean {
    const { writes } = this.entry;
    return !writes || (toolsMayWrite && mayFor(viewer, writes.action));
  }

  /** What a call asks, as a request for GraphQL. Refuses what the tool doesn't take. */
  paramsOf(given: Arguments, locale: Locale): GraphqlParams {
    const { properties } = this.inputSchema;
    const unknown = Object.keys(given).find(name => !Object.hasOwn(properties, name));
    if (unknown !== undefined)
      throw refused(
        `${this.entry.name} takes no ${JSON.stringify(unknown.slice(0, 100))}. It takes: ${Object.keys(properties).join(', ')}.`,
      );
    // What a change is about is refused by the change itself.
    if (!this.entry.writes) refuseNoIds(this.variables, given);
    const sent = Object.entries(given).filter(([name]) => this.variables.has(name));
    const variables = { ...Object.fromEntries(sent), ...(this.variables.has('locale') && { locale }) };
    return { query: this.text, documentId: null, operationName: this.entry.operation, variables };
  }

  /** As the protocol lists it. */
  get listed() {
    const { name, title, description, writes } = this.entry;
    const annotations = {
      title,
      readOnlyHint: !writes,
      destructiveHint: writes?.replaces ?? false,
      idempotentHint: writes?.repeatable ?? true,
      openWorldHint: false,
    };
    return { name, title, description, annotations, inputSchema: this.inputSchema, outputSchema: this.outputSchema };
  }
}

/** The language that a call names, if any. */
export function localeIn({ locale }: Arguments): Locale | undefined {
  if (locale === undefined || locale === null) return undefined;
  if (locale === 'SV' || locale === 'EN') return locale;
  throw refused('locale is SV or EN.');
}

/** The key under which a call may come again, if any. */
export function idempotencyKeyIn({ idempotencyKey }: Arguments): string | undefined {
  if (idempotencyKey === undefined || idempotencyKey === null) return undefined;
  if (typeof idempotencyKey === 'string') return idempotencyKey;
  throw refused('idempotencyKey is a text, such as a new UUID for each change.');
}

function refused(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', message);
}
