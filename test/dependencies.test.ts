import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
const listed = [...read('docs/dependencies.md').matchAll(/^\| (\S+) \| (\d\S*) \|/gm)];

it('every direct dependency has been looked up by hand in the version that is used, and no other is listed', () => {
  expect(Object.fromEntries(listed.map(([, name, version]) => [name, version]))).toEqual(dependencies);
});
