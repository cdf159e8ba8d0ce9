import { existsSync, readdirSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/architecture.md', 'utf8');
const [, tree = ''] = /```\n([^]*?)```/.exec(text)!;
const TOP = /^(src|schema|migrations|test|web|bench|examples|lint|docs)\//;

/** The folders and files of the tree, each by its whole path: a line is inside the last one that is less indented. */
function named(): string[] {
  const inside: { indent: number; path: string }[] = [];
  return tree.split('\n').flatMap(line => {
    const indent = line.search(/\S/);
    while (inside.length > 0 && inside.at(-1)!.indent >= indent) inside.pop();
    const folder = inside.at(-1)?.path ?? '';
    const words = line.match(/[\w./-]+(?:\/|\.(?:ts|js|graphql)\b)/g) ?? [];
    const [first, ...more] = words;
    if (!first) return [];
    const own = `${folder}${first}`;
    if (first.endsWith('/')) inside.push({ indent, path: own });
    // What a line tells of lies in its folder, or beside it.
    return [own, ...more.map(word => [`${own}${word}`, `${folder}${word}`].find(path => existsSync(path)) ?? word)];
  });
}

it('the page on architecture names only folders and files that there are', () => {
  const inText = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path!).filter(path => TOP.test(path));
  const all = [...named(), ...inText];
  expect(all.length).toBeGreaterThan(80);
  expect(all.filter(path => !existsSync(path))).toEqual([]);
});

it('the page on architecture leaves out no room', () => {
  const folders = (place: string) =>
    readdirSync(place, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => `${place}/${name}/`);
  const missing = [...folders('src'), ...folders('src/http')].filter(folder => !named().includes(folder));
  expect(missing).toEqual([]);
});
