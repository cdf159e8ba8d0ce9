import type { Arguments } from './arguments.js';
import type { Asking } from './asking.js';

/** How the naive executor answers the fields of one type from a row, one after the other and without a thought of cost. */
export type Fields<R> = Record<string, (row: R, args: Arguments, asking: Asking) => unknown>;

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/** Fields that are columns of the row under the same name in snake case. */
export function columns<R extends object>(...names: string[]): Fields<R> {
  return Object.fromEntries(
    names.map(name => {
      return [name, (row: R) => (row as Record<string, unknown>)[columnOf(name)]];
    }),
  );
}

/** Fields that are moments, written in UTC. */
export function moments<R extends object>(...names: string[]): Fields<R> {
  const stored = columns<R>(...names);
  return Object.fromEntries(
    names.map(name => [
      name,
      (row: R, args: Arguments, asking: Asking) => {
        const at = stored[name]!(row, args, asking) as string | null;
        return at === null ? null : new Date(at).toISOString();
      },
    ]),
  );
}

/** Fields that are texts in two languages. */
export function texts<R extends object>(...names: string[]): Fields<R> {
  return Object.fromEntries(
    names.map(name => [
      name,
      (row: R, args: Arguments, asking: Asking) => {
        const { [`${columnOf(name)}_sv`]: sv, [`${columnOf(name)}_en`]: en } = row as Record<string, string | null>;
        return asking.text(sv!, en!, args);
      },
    ]),
  );
}
