// Runs at the end of `npm ci`. npm puts the Node of the platform packages first in the PATH of every script, before the
// user's own; it stays there only where the user's own isn't fit (docs/decisions/007).
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';

const bin = file => new URL(`node_modules/.bin/${file}`, import.meta.url);
const brought = existsSync(bin('node'));
const own = execFileSync(process.env.npm_node_execpath ?? process.execPath, ['-p', 'process.versions.node'], {
  encoding: 'utf8',
}).trim();
// A Node that cannot read TypeScript is none that could be fit, and would have come before a brought one here.
const { isFit } = await import('./src/fit-node.ts').catch(() => ({ isFit: () => false }));

if (isFit(own)) {
  for (const file of ['node', 'node.cmd', 'node.ps1']) rmSync(bin(file), { force: true });
  console.log(`Scripts run on your own Node ${own}.`);
} else if (brought) {
  console.log(`Scripts run on Node ${process.versions.node} from npm, since your own is ${own}.`);
} else {
  console.error(
    `Your Node ${own} is too old, and npm has none for ${process.platform} ${process.arch}. Install Node 26.`,
  );
  process.exitCode = 1;
}
