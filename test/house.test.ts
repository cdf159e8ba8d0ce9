import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { FLOORS } from '../lint/rooms.js';

/** A folder is read at a glance. */
const MOST_FILES = 16;

const sources = globSync('src/**/*.ts');
const textOf = new Map(sources.map(file => [file, readFileSync(file, 'utf8')]));
const importsOf = new Map([...textOf].map(([file, text]) => [file, importedBy(file, text)]));

/** The files of the project that a file imports, types included. */
function importedBy(file: string, text: string): string[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const own = names.filter(name => name.startsWith('.')).map(name => join(dirname(file), name));
  return own.map(name => name.replace(/\.js$/, '.ts')).filter(name => textOf.has(name));
}

/** What is reached from a file by its imports, and by theirs. */
function reachedFrom(file: string): Set<string> {
  const reached = new Set<string>();
  const ahead = [...importsOf.get(file)!];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    ahead.push(...importsOf.get(next)!);
  }
  return reached;
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  return [...Map.groupBy(items, keyOf)];
}

it('files import each other in a circle only where entities are related', () => {
  const inCircles = sources.filter(file => reachedFrom(file).has(file));
  expect(inCircles.length).toBeGreaterThan(0);
  expect(inCircles.filter(file => !/^@Entity\(/m.test(textOf.get(file)!))).toEqual([]);
});

it('every room has one place among the floors, and every place a room', () => {
  const rooms = readdirSync('src').map(name => name.replace(/\.ts$/, ''));
  expect(FLOORS.flatMap(({ rooms: names }) => names).sort()).toEqual(rooms.sort());
});

it('no folder has more files than one reads at a glance', () => {
  const files = globSync(['src/**/*.*', 'test/**/*.*', 'web/src/**/*.*']);
  const apart = files.filter(file => !/fixtures|generated|gql/.test(file));
  const full = groups(apart, dirname).filter(([, inside]) => inside.length > MOST_FILES);
  expect(full.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([]);
});

it('no two files of a room have one name', () => {
  const twice = groups(sources, file => `${file.split('/')[1]} ${basename(file)}`).filter(
    ([, named]) => named.length > 1,
  );
  expect(twice).toEqual([]);
});
