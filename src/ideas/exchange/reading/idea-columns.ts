import { Columns } from '../../../tables/columns.js';
import { DESCRIBING_COLUMNS } from './describing-columns.js';
import { STANDING_COLUMNS } from './standing-columns.js';

/** What our own export has beside: it follows from the rest, or is the service's own. */
const PASSED_OVER = [
  ...['nästa sista ansökningsdag', 'next deadline', 'dagar i steget', 'days in stage', 'uppfyllda krav'],
  ...['requirements met', 'readiness', 'skapad', 'created', 'created at', 'ändrad', 'changed', 'updated at'],
];

/** Every column of a table of ideas, in the order of the documentation (docs/import-formats.md). */
export const IDEA_TABLE = new Columns([...DESCRIBING_COLUMNS, ...STANDING_COLUMNS], PASSED_OVER);
