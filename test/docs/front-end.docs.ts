import { globSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, OperationTypeNode, parse } from 'graphql';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const ROOT = new URL('../../', import.meta.url).pathname;

const all = Object.keys(buildSchema(read('schema/schema.graphql')).getMutationType()!.getFields());

/** The changes that the pages have documents for. */
const inPages = globSync('web/src/operations/*.graphql', { cwd: ROOT }).flatMap(path =>
  parse(read(path)).definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION
      ? definition.selectionSet.selections.flatMap(field => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  ),
);

/** What a column of the table under "What it changes" names. */
function named(column: number): string[] {
  const [, section = ''] = read('docs/front-end.md').split('\n## What it changes\n');
  const rows = section
    .split('\n## ')[0]!
    .split('\n')
    .filter(line => line.startsWith('|'));
  return rows.flatMap(row => [...row.split('|')[column]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!)).sort();
}

describe('docs/front-end.md tells of every change', () => {
  it('whether the pages make it', () => {
    expect(inPages.length).toBeGreaterThan(0);
    expect(named(2)).toEqual(inPages.sort());
  });

  it('or it is left to the API', () => {
    expect(named(3)).toEqual(all.filter(name => !inPages.includes(name)).sort());
  });
});
