import { spawnSync } from 'node:child_process';

/** All whose figures stand in docs/benchmarks.md, one after the other, so that none disturbs another. */
const ALL: readonly (readonly string[])[] = [
  ['--ideas', '10000'],
  ['--ideas', '100000', '--only', 'pipeline'],
  ['growth'],
  ['mails'],
  ['webhooks'],
  ['mcp'],
];

for (const each of ALL) {
  console.error(`bench ${each.join(' ')}`);
  const { status } = spawnSync(process.execPath, [process.argv[1]!, ...each], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
