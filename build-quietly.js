import { spawnSync } from 'node:child_process';

// Builds the service before a command, and says nothing unless it fails: what stands on standard output is the command's answer.
const { status, stdout, stderr } = spawnSync('npm run -s build:service', { shell: true, encoding: 'utf8' });
if (status !== 0) {
  process.stderr.write(stdout + stderr);
  process.exitCode = status ?? 1;
}
