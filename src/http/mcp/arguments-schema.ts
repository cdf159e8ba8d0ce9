import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { described, type JsonSchema, objectOf, type ObjectSchema } from '../json-schema.js';
import { leafSchema, wordsIn } from './leaf-schemas.js';
import type { VariableTypes } from './variable-types.js';

/** What an operation takes: its variables, each described by what it stands for. */
export function argumentsSchema(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  types: VariableTypes,
): ObjectSchema {
  const inputs = new InputSchemas();
  const descriptions = descriptionsIn(schema, operation);
  const variables = (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => {
    const name = variable.name.value;
    const type = types.get(name)!;
    const written = described(inputs.of(type), withWords(descriptions.get(name), type));
    const isRequired = isNonNullType(type) && !defaultValue;
    return {
      name,
      isRequired,
      schema: defaultValue ? { ...written, default: valueFromASTUntyped(defaultValue) } : written,
    };
  });
  const required = variables.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(variables.map(variable => [variable.name, variable.schema]));
  return objectOf(
    properties,
    required,
    inputs.definitions.size > 0 ? { $defs: Object.fromEntries(inputs.definitions) } : {},
  );
}

/** What the schema says of the arguments and fields of inputs that variables stand for. */
function descriptionsIn(schema: GraphQLSchema, operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const types = new TypeInfo(schema);
  const fields: (GraphQLInputField | undefined)[] = [];
  visit(
    operation,
    visitWithTypeInfo(types, {
      ObjectField: {
        enter: ({ name }) => {
          const parent = getNamedType(types.getParentInputType());
          fields.push(isInputObjectType(parent) ? parent.getFields()[name.value] : undefined);
        },
        leave: () => void fields.pop(),
      },
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        const { description } = fields.at(-1) ?? types.getArgument() ?? {};
        if (description) found.set(name.value, description);
      },
    }),
  );
  return found;
}

function withWords(description: string | null | undefined, type: GraphQLInputType): string | null | undefined {
  const named = getNamedType(type);
  return isEnumType(named) ? [description, wordsIn(named)].filter(Boolean).join('\n') : description;
}

/** Inputs, each in its place; one that holds itself is defined once. */
class InputSchemas {
  readonly definitions = new Map<string, JsonSchema>();

  of(type: GraphQLInputType): JsonSchema {
    if (isNonNullType(type)) return this.of(type.ofType);
    if (isListType(type)) return { type: 'array', items: this.of(type.ofType) };
    if (!isInputObjectType(type)) return leafSchema(type);
    return holdsItself(type) ? this.defined(type) : this.object(type);
  }

  private defined(type: GraphQLInputObjectType): JsonSchema {
    if (!this.definitions.has(type.name)) {
      this.definitions.set(type.name, {});
      this.definitions.set(type.name, this.object(type));
    }
    return { $ref: `#/$defs/${type.name}` };
  }

  private object(type: GraphQLInputObjectType): JsonSchema {
    const fields = Object.values(type.getFields());
    const properties = fields.map(field => {
      const written = described(this.of(field.type), withWords(field.description, field.type));
      return [field.name, field.defaultValue === undefined ? written : { ...written, default: field.defaultValue }];
    });
    const required = fields.filter(isRequiredInputField).map(({ name }) => name);
    return objectOf(Object.fromEntries(properties) as Record<string, JsonSchema>, required);
  }
}

function holdsItself(type: GraphQLInputObjectType, from = type, seen = new Set<GraphQLInputObjectType>()): boolean {
  return Object.values(from.getFields()).some(field => {
    const held = getNamedType(field.type);
    if (held === type) return true;
    if (!isInputObjectType(held) || seen.has(held)) return false;
    return holdsItself(type, held, seen.add(held));
  });
}

/** The operation of a document by its name. */
export function isNamed(name: string) {
  return (definition: { kind: string; name?: { value: string } }): definition is OperationDefinitionNode =>
    definition.kind === (Kind.OPERATION_DEFINITION as string) && definition.name?.value === name;
}
