import { globSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, OperationTypeNode, parse } from 'graphql';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const ROOT = new URL('../../', import.meta.url).pathname;

const all = Object.keys(buildSchema(read('schema/schema.graphql')).getMutationType()!.getFields());

/** The changes that the pages have documents for. */
const inPages = globSync('web/src/operations/**/*.graphql', { cwd: ROOT }).flatMap(path =>
  parse(read(path)).definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION
      ? definition.selectionSet.selections.flatMap(field => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  ),
);

/** The rows of the table under "What it changes": changes, and their place. */
function rows(): { changes: string[]; place: string }[] {
  const [, section = ''] = read('docs/front-end.md').split('\n## What it changes\n');
  return section
    .split('\n## ')[0]!
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split('|'))
    .map(([, changes = '', place = '']) => ({
      changes: [...changes.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
      place: place.trim(),
    }));
}

describe('docs/front-end.md tells of every change', () => {
  it('where the pages make it', () => {
    expect(
      rows()
        .flatMap(({ changes }) => changes)
        .sort(),
    ).toEqual([...all].sort());
    expect(rows().filter(({ place }) => place === '')).toEqual([]);
  });

  it('and the pages make every one that the schema has', () => {
    expect([...new Set(inPages)].sort()).toEqual([...all].sort());
  });
});
