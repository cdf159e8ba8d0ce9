import 'reflect-metadata';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { takeTextsInOneForm } from '../../src/reading/arguments.js';
import { buildApiSchema } from '../../src/schema.js';

/** "ö" with its dots as a character of their own, among what nobody sees. */
const WRITTEN = ' \u200bo\u0308\u00ad\n';
const FORMED = 'ö';

interface Place {
  readonly path: string;
  /** What is given there, and what a resolver must get. */
  readonly given: unknown;
  readonly taken: unknown;
}

/** Every text that an argument can hold, one at a time. */
function* placesIn({ name, type, extensions }: GraphQLArgument | GraphQLInputField, depth = 0): Generator<Place> {
  for (const { path, given, taken } of valuesOf(type, isFile(extensions), depth))
    yield { path: `${name}${path}`, given: { [name]: given }, taken: { [name]: taken } };
}

const isFile = (extensions: object) => 'asItStands' in extensions;

function* valuesOf(type: GraphQLInputType, asItStands: boolean, depth: number): Generator<Place> {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    for (const { path, given, taken } of valuesOf(bare.ofType, asItStands, depth))
      yield { path: `[]${path}`, given: [given], taken: [taken] };
  } else if (isInputObjectType(bare)) {
    if (depth < 4)
      for (const field of Object.values(bare.getFields()))
        for (const place of placesIn(field, depth + 1)) yield { ...place, path: `.${place.path}` };
  } else if (bare.name === 'String' || bare.name === 'ID')
    yield { path: '', given: WRITTEN, taken: bare.name === 'ID' || asItStands ? WRITTEN : FORMED };
}

it('every text of every change, question and subscription reaches its resolver in its one form; ids and files as they stand', () => {
  const schema = buildApiSchema();
  const roots = [schema.getMutationType()!, schema.getQueryType()!, schema.getSubscriptionType()!];
  const fields = roots.flatMap(type => Object.values(type.getFields()));
  for (const field of fields) field.resolve = field.subscribe = (_root, args) => args;
  takeTextsInOneForm(schema);
  const asGiven: string[] = [];
  let tried = 0;
  for (const field of fields)
    for (const arg of field.args)
      for (const { path, given, taken } of placesIn(arg)) {
        tried += 1;
        const got = [field.resolve!({}, given, {}, {} as never), field.subscribe!({}, given, {}, {} as never)];
        expect({ at: `${field.name}.${path}`, got }).toEqual({ at: `${field.name}.${path}`, got: [taken, taken] });
        if (given && JSON.stringify(given) === JSON.stringify(taken)) asGiven.push(path.split('.').at(-1)!);
      }
  expect(tried).toBeGreaterThan(100);
  expect(asGiven).toEqual(expect.arrayContaining(['content', 'contentBase64', 'id']));
  expect(asGiven).not.toContain('sv');
});
