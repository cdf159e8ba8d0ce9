import { buildSchema } from 'graphql';
import { changesSince, undatedDeprecations } from './support/service/schema-changes.js';

const OLD = `
  type Query { idea(code: String, locale: String = "SV"): Idea ideaByCode: Idea @deprecated(reason: "Use idea. Gone after 2027-06-01.") }
  type Idea { code: String! title: String }
  enum Stage { CONCEPT PROJECT }`;
const TODAY = '2027-01-15';

const changed = (from: string, to: string, today = TODAY) =>
  changesSince(OLD, buildSchema(OLD.replace(from, to)), today);

it.each([
  ['a field that goes', 'title: String', ''],
  ['a field that may become null', 'code: String!', 'code: String'],
  ['a field of another type', 'title: String', 'title: Int'],
  ['a type that goes', 'enum Stage { CONCEPT PROJECT }', ''],
  ['a value that goes', 'CONCEPT PROJECT', 'CONCEPT'],
  ['an argument that goes', 'code: String, ', ''],
  ['an argument that is required', 'code: String,', 'code: String!,'],
  ['an argument with another default', '"SV"', '"EN"'],
])('refuses %s', (_, from, to) => {
  expect(changed(from, to)).toHaveLength(1);
});

it.each([
  ['a field that comes', 'title: String', 'title: String summary: String'],
  ['a field that is never null any more', 'title: String', 'title: String!'],
  ['a type that comes', 'enum Stage', 'type Partner { name: String } enum Stage'],
  ['a value that comes', 'CONCEPT PROJECT', 'CONCEPT CONSORTIUM PROJECT'],
  ['an argument that may be left out', 'code: String,', 'code: String, id: ID,'],
])('takes %s', (_, from, to) => {
  expect(changed(from, to)).toEqual([]);
});

it('lets go what was deprecated, but not before its day is over', () => {
  const field = /ideaByCode.*"\)/.exec(OLD)![0];
  expect(changed(field, '', '2027-06-01')).toHaveLength(1);
  expect(changed(field, '', '2027-06-02')).toEqual([]);
});

it('asks every deprecation for a day', () => {
  expect(undatedDeprecations(OLD)).toEqual([]);
  expect(undatedDeprecations('type Query { idea: ID @deprecated(reason: "Use ideas.") }')).toEqual(['Use ideas.']);
  expect(undatedDeprecations('type Query { idea: ID @deprecated }')).toEqual(['']);
});
