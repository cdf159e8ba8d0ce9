import { readFileSync } from 'node:fs';
import { TOOLS } from '../../../src/http/mcp/tools.js';

const ROW = /^\| `(\w+)` \| (.+?) \| `(.+?)` \| (\w+) \|$/gm;

it('docs/agents.md lists every tool, with its document and what it does', () => {
  const listed = [...readFileSync('docs/agents.md', 'utf8').matchAll(ROW)].map(([, ...cells]) => cells);
  const kindOf = (writes: (typeof TOOLS)[number]['writes']) =>
    !writes ? 'reads' : writes.replaces ? 'replaces' : 'adds';
  expect(listed).toEqual(TOOLS.map(({ name, title, file, writes }) => [name, title, file, kindOf(writes)]));
});
