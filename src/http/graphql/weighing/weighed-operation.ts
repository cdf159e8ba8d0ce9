import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { DocumentRefusal, SchemaRefusal } from '../../refusals/refusal.js';
import type { Candidates } from '../../../matching/candidate-counts.js';
import type { Documents, MeasuredDocument } from './documents.js';
import type { GraphqlParams } from '../graphql-params.js';
import type { Limits } from '../../admission/limit-settings.js';
import { refuseUnfit } from './variables.js';

interface WeighingOptions {
  readonly documents: Documents;
  readonly limits: Limits;
  /** What there is to compare for who asks. */
  readonly candidates: Candidates;
}

/** An operation within the limits. Weighing is the only way to make one, and executors take nothing else. */
export class WeighedOperation {
  readonly document: DocumentNode;
  private readonly validationErrors: MeasuredDocument['validationErrors'];

  private constructor(
    readonly text: string,
    /** What the request calls it; a document with one operation need not be told which. */
    readonly askedName: string | null,
    { document, validationErrors }: MeasuredDocument,
    readonly operation: OperationDefinitionNode,
    readonly variables: GraphqlParams['variables'],
    readonly cost: number,
  ) {
    this.document = document;
    this.validationErrors = validationErrors;
  }

  /** Refuses what is no operation, and what is too much. */
  static of(
    text: string,
    { operationName, variables }: GraphqlParams,
    { documents, limits, candidates }: WeighingOptions,
  ): WeighedOperation {
    const measured = documents.measure(text);
    const operation = measured.operationNamed(operationName);
    if (!operation) throw unresolved(operationName);
    refuseUnfit(variables, limits.listItems);
    const cost = measured.costOf(operation, variables, candidates);
    if (cost <= limits.cost) return new WeighedOperation(text, operationName, measured, operation, variables, cost);
    const message = `The operation costs ${cost} points and may cost ${limits.cost}. Ask for smaller pages, or for less in each row.`;
    throw new DocumentRefusal('TOO_COSTLY', message, { cost, limit: limits.cost });
  }

  get operationName(): string | null {
    return this.operation.name?.value ?? null;
  }

  /** The operation itself, unless the schema has something against its document. */
  valid(): this {
    const errors = this.validationErrors();
    if (errors.length > 0) throw new SchemaRefusal('GRAPHQL_VALIDATION_FAILED', errors);
    return this;
  }
}

function unresolved(name: string | null): DocumentRefusal {
  const message =
    name === null
      ? 'Send a document with an operation, and say by operationName which is meant if it has several.'
      : `The document has no operation named ${JSON.stringify(name.slice(0, 100))}.`;
  return new DocumentRefusal('OPERATION_RESOLUTION_FAILURE', message);
}
