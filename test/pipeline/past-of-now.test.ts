import { setTimeout as delay } from 'node:timers/promises';
import { getNamedType, type GraphQLObjectType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { PipelineGrouping } from '../../src/pipeline/groups/group-types.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

/** What the past leaves as it is now, or tells by the whole log. */
const TOLD_ELSEWHERE = ['asOf', 'version', 'updatedAt', 'activity'];

let service: Service;
beforeAll(async () => (service = await startService({ MAX_COST: '1000000' })), 60_000);
afterAll(() => service.stop());

/** All that may be asked of a type without an argument, so and so deep, in pages of two. */
function everythingOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields())
    .filter(({ name, args }) => !TOLD_ELSEWHERE.includes(name) && !args.some(isRequiredArgument))
    .map(({ name, args, type: given }) => {
      const inner = getNamedType(given);
      if (isLeafType(inner)) return name;
      if (depth === 0 || !isObjectType(inner)) return '';
      const page = args.some(arg => arg.name === 'first') ? '(first: 2)' : '';
      return `${name}${page} ${everythingOf(inner, depth - 1)}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** One field at a time, since all at once are more than a document may ask. */
const ideasFields = () => Object.keys((service.api.schema.getType('Idea') as GraphQLObjectType).getFields());

async function pipeline(selection: string, asOf: string | null) {
  const document = `query ($asOf: DateTime) { pipeline(asOf: $asOf) ${selection} }`;
  const { data, errors } = await service.as(KEYS.admin).ask(document, { asOf });
  expect(errors).toBeUndefined();
  return data.pipeline;
}

async function ideas(selection: string, asOf: string | null) {
  const document = `query ($asOf: DateTime) { ideas(asOf: $asOf, first: 12, filter: { stages: [FUNDING_APPLICATION, PROJECT] }, orderBy: { field: CODE, direction: ASC }) ${selection} }`;
  const { data, errors } = await service.as(KEYS.admin).ask(document, { asOf });
  expect(errors).toBeUndefined();
  return data.ideas;
}

const justNow = async () => {
  await delay(5);
  const moment = new Date().toISOString();
  await delay(5);
  return moment;
};

it('tells of the moment just gone what it tells of now, whatever is asked of an idea', async () => {
  const type = service.api.schema.getType('Idea') as GraphQLObjectType;
  const asOf = await justNow();
  for (const name of ideasFields().filter(field => !TOLD_ELSEWHERE.includes(field))) {
    const inner = getNamedType(type.getFields()[name]!.type);
    const asked = isObjectType(inner) ? everythingOf(inner, 1) : '';
    const selection = `{ totalCount nodes { id ${name} ${asked} } }`;
    expect([name, await ideas(selection, asOf)]).toEqual([name, await ideas(selection, null)]);
  }
}, 120_000);

it('tells of the moment just gone what it tells of now, in all its parts', async () => {
  const type = service.api.schema.getType('Pipeline') as GraphQLObjectType;
  const asked = Object.values(type.getFields())
    .filter(({ name, args }) => !TOLD_ELSEWHERE.includes(name) && !args.some(isRequiredArgument))
    .map(({ name }) => name);
  const asOf = await justNow();
  for (const name of asked) {
    const inner = getNamedType(type.getFields()[name]!.type);
    const selection = `{ ${name} ${isObjectType(inner) ? everythingOf(inner, 1) : ''} }`;
    const then = await pipeline(selection, asOf);
    expect([name, then]).toEqual([name, await pipeline(selection, null)]);
  }
}, 120_000);

it.each(wordsOf(PipelineGrouping))('tells of the moment just gone what it tells of now, in groups by %s', async by => {
  const type = service.api.schema.getType('PipelineGroup') as GraphQLObjectType;
  const asOf = await justNow();
  const selection = `{ groups(by: ${by}) ${everythingOf(type, 1)} }`;
  const now = await pipeline(selection, null);
  expect(now.groups).not.toEqual([]);
  expect(await pipeline(selection, asOf)).toEqual(now);
});
