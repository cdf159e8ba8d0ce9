import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { isStorable } from '../../../shared/text/storable.js';
import { SchemaRefusal } from '../../refusals/refusal.js';
import { unstorable } from './variables.js';

/** Refuses a document that holds a text that cannot be stored, and names its place. */
export function refuseUnstorable(document: DocumentNode): void {
  visit(document, {
    StringValue(node, _key, parent, _path, ancestors) {
      if (isStorable(node.value)) return;
      const message = unstorable([...ancestors, parent ?? []].flatMap(namesOf));
      throw new SchemaRefusal('BAD_USER_INPUT', [new GraphQLError(message, { nodes: node })]);
    },
  });
}

/** The names on the way to a value: of fields, arguments and the fields of inputs. */
function namesOf(ancestor: ASTNode | readonly ASTNode[]): string[] {
  if (!('kind' in ancestor)) return [];
  switch (ancestor.kind) {
    case Kind.FIELD:
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [ancestor.name.value];
    case Kind.VARIABLE_DEFINITION:
      return [`$${ancestor.variable.name.value}`];
    default:
      return [];
  }
}
