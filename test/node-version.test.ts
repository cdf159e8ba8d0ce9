import { runProgram } from './support/service/process.js';
import { unfitNode } from '../src/node-version.js';

it.each(['24.18.1', '24.22.3', '26.5.1', '26.12.1', '27.0.0', '100.0.0'])('Node %s is fit', version => {
  expect(unfitNode(version)).toBeNull();
});

it.each(['3.0.0', '18.20.4', '20.20.2', '22.23.5', '24.0.0', '24.18.0', '25.9.0', '26.4.9', '26.5.0'])(
  'Node %s is told of, with what is needed',
  version => {
    expect(unfitNode(version)).toContain(`Node 24.18.1 or 26.5.1 or newer is needed, and this is ${version}.`);
  },
);

/** As an older Node, which lacks what modules use as they are read. */
const OLDER = encodeURIComponent(
  `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); delete Iterator.prototype.map; delete Promise.withResolvers;`,
);

it.each(['main.js', 'create-key.js', 'import.js', 'mail-preview.js', 'verify-audit.js'])(
  '%s says in one line which Node is needed, before anything else is read',
  async program => {
    const run = runProgram(program, [], { NODE_OPTIONS: `--import=data:text/javascript,${OLDER}` });
    expect([await run.exit, run.out()]).toEqual([2, '']);
    expect(run.errors()).toMatch(/^Node 24\.18\.1 or 26\.5\.1 or newer is needed, and this is 20\.20\.2\.[^\n]*\n$/);
  },
);
