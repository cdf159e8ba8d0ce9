import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../shared/program/config-error.js';

/**
 * Takes a folder for the embedded database, for this process alone: two processes on one folder would lose rows without
 * a word. A lock left by a process that is gone is taken over.
 */
export function takeDataFolder(folder: string): { path: string; release: () => void } {
  make(folder);
  const lock = join(folder, 'lock');
  if (!written(lock)) {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (isRunning(holder)) {
      throw new ConfigError(
        `DATA_DIR: ${folder} is in use by the process ${holder}. Stop it, or choose another DATA_DIR.`,
      );
    }
    rmSync(lock);
    if (!written(lock)) throw new ConfigError(`DATA_DIR: ${folder} was taken by another process at this moment.`);
  }
  return { path: join(folder, 'pg'), release: () => rmSync(lock, { force: true }) };
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ConfigError(`DATA_DIR: ${folder} cannot be a folder: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function written(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
