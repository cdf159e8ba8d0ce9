import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  MaxIntrospectionDepthRule,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Candidates } from '../../../matching/candidate-counts.js';
import { DocumentRefusal, SchemaRefusal } from '../../refusals/refusal.js';
import { priceOf } from './cost.js';
import { requirePriced } from './cost-weights.js';
import { extentOf } from './extent.js';
import type { Limits } from '../../admission/limit-settings.js';
import { refuseUnstorable } from './literals.js';

/** A document within the limits, and what its operations cost. */
export interface MeasuredDocument {
  readonly document: DocumentNode;
  /** What is wrong with the document by the schema; looked for once. */
  readonly validationErrors: () => readonly GraphQLError[];
  readonly operationNamed: (name: string | null) => OperationDefinitionNode | undefined;
  readonly costOf: (
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    candidates: Candidates,
  ) => number;
}

/** Characters of the documents that are kept; once parsed, each takes about 100 bytes. */
const KEPT = 300_000;
/** Longer documents are measured again each time: one would push out too many others. */
const LONGEST_KEPT = 20_000;

/** Measures each document once, before it is validated: validation itself can be made slow. */
export class Documents {
  private readonly known = new LRUCache<string, MeasuredDocument>({
    maxSize: KEPT,
    sizeCalculation: (_, source) => source.length,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {
    requirePriced(schema);
  }

  /** The document. Refuses one that doesn't parse, and one beyond the limits. */
  measure(source: string): MeasuredDocument {
    const known = this.known.get(source);
    if (known) return known;
    const document = this.parse(source);
    this.refuseBeyond(document);
    refuseUnstorable(document);
    const measured = measuredOf(this.schema, document, this.limits.cost);
    if (source.length <= LONGEST_KEPT) this.known.set(source, measured);
    return measured;
  }

  private parse(source: string): DocumentNode {
    try {
      return parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (!/contains more that? \d+ tokens/.test(error.message))
        throw new SchemaRefusal('GRAPHQL_PARSE_FAILED', [error]);
      throw new DocumentRefusal('TOO_MANY_TOKENS', tooMany(this.limits.tokens, 'tokens (words, names and signs)'));
    }
  }

  private refuseBeyond(document: DocumentNode): void {
    const { depth, aliases, directives, repeats } = extentOf(document);
    const { limits } = this;
    if (aliases > limits.aliases)
      throw new DocumentRefusal('TOO_MANY_ALIASES', tooMany(limits.aliases, 'aliases', aliases));
    if (directives > limits.directives)
      throw new DocumentRefusal('TOO_MANY_DIRECTIVES', tooMany(limits.directives, 'directives', directives));
    if (repeats > limits.repeats)
      throw new DocumentRefusal(
        'TOO_MANY_REPEATS',
        tooMany(limits.repeats, 'fields or fragments of the same name in one selection', repeats),
      );
    if (depth > limits.depth)
      throw new DocumentRefusal('TOO_DEEP', tooMany(limits.depth, 'fields inside each other', depth));
    if (validate(this.schema, document, [MaxIntrospectionDepthRule]).length > 0)
      throw new DocumentRefusal('TOO_DEEP', 'Introspection may go at most two lists of fields deep, as tools do.');
  }
}

function tooMany(limit: number, what: string, found?: number): string {
  return `The document may have at most ${limit} ${what}${found === undefined ? '' : ` and has ${found}`}.`;
}

function measuredOf(schema: GraphQLSchema, document: DocumentNode, mostPoints: number): MeasuredDocument {
  const prices = new Map(
    document.definitions
      .filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
      .map(operation => [operation, priceOf(schema, document, operation, mostPoints)] as const),
  );
  let errors: readonly GraphQLError[] | undefined;
  return {
    document,
    validationErrors: () => (errors ??= validate(schema, document, undefined, { maxErrors: 20 })),
    operationNamed: name => getOperationAST(document, name) ?? undefined,
    costOf: (operation, variables, candidates) => prices.get(operation)?.(variables, candidates) ?? 0,
  };
}
