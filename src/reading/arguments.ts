import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { cleaned, oneLine } from '../shared/text/clean-text.js';
import type { Untyped } from '../shared/untyped.js';

type Given = Record<string, Untyped>;
type Place = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'extensions'>;

/** Says of an input's field that its text is taken as it stands: it is a file, not a text of ours. */
export const AS_IT_STANDS = { asItStands: true } as const;

/** What a field is asked with, its texts in their one form. */
export function argumentsOf(field: GraphQLField<Untyped, Untyped>, node: FieldNode, variables: Given): Given {
  return inOneForm(field.args, getArgumentValues(field, node, variables));
}

/** Every resolver gets the texts of its arguments in their one form, whether they stood in the document or came as variables. */
export function takeTextsInOneForm(schema: GraphQLSchema): void {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap(type => Object.values(type.getFields()));
  // Most arguments hold no text, such as a language, and are asked for with every row of an answer.
  for (const field of fields.filter(({ args }) => args.some(({ type }) => holdsText(type)))) {
    const { resolve, subscribe, args: places } = field;
    if (resolve) field.resolve = (root, args, ...rest) => resolve(root, inOneForm(places, args), ...rest);
    if (subscribe) field.subscribe = (root, args, ...rest) => subscribe(root, inOneForm(places, args), ...rest);
  }
}

/** Whether a text can stand in it, at any depth; an input that holds itself is looked into once. */
function holdsText(type: GraphQLInputType, seen: ReadonlySet<GraphQLInputType> = new Set()): boolean {
  if (isNonNullType(type) || isListType(type)) return holdsText(type.ofType, seen);
  if (!isInputObjectType(type)) return type.name === 'String';
  if (seen.has(type)) return false;
  return Object.values(type.getFields()).some(field => holdsText(field.type, new Set([...seen, type])));
}

/** What is one line wherever it stands: in lists, mails and tables each has a line of its own. */
const ONE_LINE: ReadonlySet<string> = new Set([
  ...['title', 'name', 'label', 'identifier', 'programme', 'funder', 'reference', 'unit'],
]);

type Form = (text: string) => string;

function inOneForm(places: readonly Place[], given: Given, form: Form = cleaned): Given {
  const formed = { ...given };
  for (const { name, type, extensions } of places)
    if (formed[name] != null && !extensions['asItStands'])
      formed[name] = formedValue(type, formed[name], ONE_LINE.has(name) ? oneLine : form);
  return formed;
}

function formedValue(type: GraphQLInputType, value: unknown, form: Form): unknown {
  if (value == null) return value;
  if (isNonNullType(type)) return formedValue(type.ofType, value, form);
  if (isListType(type)) return (value as unknown[]).map(item => formedValue(type.ofType, item, form));
  if (isInputObjectType(type)) return inOneForm(Object.values(type.getFields()), value, form);
  return type.name === 'String' ? form(value as string) : value;
}
