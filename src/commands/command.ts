import { ConfigError } from '../shared/program/config-error.js';
import { Refusal } from '../shared/refuse.js';
import { say } from './spoken.js';

/** Whether help is asked for; it goes to standard output and is no failure. */
export const asksForHelp = (args: readonly string[]): boolean => args.some(word => word === '--help' || word === '-h');

/** Runs a command; its number is how the process ends. What is wrong with what it was given is one line, and 2. */
export async function command(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof Refusal)) throw error;
    console.error(error instanceof Refusal ? refused(error) : error.message);
    process.exitCode = 2;
  }
}

function refused({ faults }: Refusal): string {
  return faults.map(({ message }) => say({ sv: message.sv, en: message.en ?? message.sv })).join('\n');
}
