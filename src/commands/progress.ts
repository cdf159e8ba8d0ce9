import type { Writable } from 'node:stream';
import type { ImportReport } from '../imports/import-report.js';
import { say } from './spoken.js';

/** Where progress is show: a terminal shows one line that changes, a log gets a new line now and then. */
export type Screen = Pick<Writable, 'write'> & { readonly isTTY?: boolean };

export interface Progress {
  readonly show: (report: ImportReport) => void;
  readonly done: () => void;
}

const WIDTH = 24;
const TERMINAL_MS = 100;
const LOG_MS = 10_000;

/** Tells how far an import has come; `share` is how much of the input has been read, where its length is known. */
export function progressOn(screen: Screen, share: () => number | null): Progress {
  const every = screen.isTTY ? TERMINAL_MS : LOG_MS;
  let last = Date.now() - (screen.isTTY ? every : 0);
  return {
    show: report => {
      if (Date.now() - last < every) return;
      last = Date.now();
      screen.write(screen.isTTY ? `\r\u001b[K${lineOf(report, share())}` : `${lineOf(report, share())}\n`);
    },
    done: () => void (screen.isTTY && screen.write('\r\u001b[K')),
  };
}

function lineOf({ imported, unchanged, refused }: ImportReport, share: number | null): string {
  const read = imported.length + unchanged.length;
  const counts = say({
    sv: `${read} rader lästa, ${refused.length} rader avvisade`,
    en: `${read} rows read, ${refused.length} rows refused`,
  });
  if (share === null) return counts;
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.floor(share * 100)} %  ${counts}`;
}
