import { Kind, parse, type OperationTypeNode } from 'graphql';

/** An operation of a document. */
export interface Operation {
  /** Empty where it has none. */
  name: string;
  kind: `${OperationTypeNode}`;
  start: number;
  end: number;
}

let last: { text: string; operations: readonly Operation[] } = { text: '', operations: [] };

/** The operations of a document, in order; none while it isn't GraphQL. */
export function operationsIn(text: string): readonly Operation[] {
  if (last.text !== text) last = { text, operations: found(text) };
  return last.operations;
}

function found(text: string): readonly Operation[] {
  try {
    return parse(text).definitions.flatMap(definition =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [
            {
              name: definition.name?.value ?? '',
              kind: definition.operation,
              start: definition.loc!.start,
              end: definition.loc!.end,
            },
          ]
        : [],
    );
  } catch {
    return [];
  }
}
