import type { Localized } from '../shared/text/localized-text.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { Fault } from '../shared/refuse.js';
import { type ImportReport, obstacles } from '../imports/import-report.js';
import { say } from './spoken.js';

/** So many rows that are left out for one reason are named; a bulk file has thousands of tenders. */
const NAMED = 50;

/** What an import did, or would do, row by row, on standard output. */
export function printReport(report: ImportReport, dryRun: boolean): void {
  const { imported, refused, unchanged, leftOut } = report;
  for (const { row, identifier, isNew, changes, notes } of imported) {
    const done = isNew ? { sv: 'ny', en: 'new' } : { sv: 'ändrad', en: 'changed' };
    console.log(`${rowOf(row)}: ${say(done)} ${identifier}`);
    for (const { field, before, after } of changes)
      console.log(`  ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    for (const note of notes) console.log(`  ${say({ sv: 'obs', en: 'note' })}: ${saidIn(note)}`);
  }
  for (const { row, identifier, faults } of refused) {
    for (const fault of faults)
      console.log([`${rowOf(row)}: ${say(REFUSED)}`, identifier, saidOf(fault)].filter(Boolean).join(' '));
  }
  printLeftOut(leftOut);
  const created = imported.filter(({ isNew }) => isNew).length;
  const [changed, same] = [imported.length - created, unchanged.length];
  const nothing = say(dryRun ? NOTHING_YET : obstacles(report).length > 0 ? NOTHING : { sv: '', en: '' });
  const counts = say({
    sv: `${created} nya, ${changed} ändrade, ${same} oförändrade, ${refused.length} avvisade, ${leftOut.length} utelämnade`,
    en: `${created} new, ${changed} changed, ${same} unchanged, ${refused.length} refused, ${leftOut.length} left out`,
  });
  console.log(`${counts}${nothing}`);
}

const REFUSED: Bilingual = { sv: 'avvisad', en: 'refused' };
const LEFT_OUT: Bilingual = { sv: 'utelämnad', en: 'left out' };
const NOTHING: Bilingual = { sv: ' (ingenting är ändrat)', en: ' (nothing was changed)' };
const NOTHING_YET: Bilingual = {
  sv: ' (provkörning: ingenting är ändrat)',
  en: ' (dry run: nothing was changed)',
};

const rowOf = (row: number) => say({ sv: `rad ${row}`, en: `row ${row}` });
const saidIn = ({ sv, en }: Localized) => say({ sv, en: en ?? sv });

/** What is wrong, after the name of its column where the message doesn't name it. */
function saidOf({ path, message }: Fault): string {
  const [name, said] = [path?.join('.') ?? '', saidIn(message)];
  return name === '' || isNamedIn(said, name) ? said : `${name}: ${said}`;
}

function isNamedIn(message: string, name: string): boolean {
  return ` ${message.replaceAll(/[:.,](?= |$)/g, ' ')} `.includes(` ${name} `);
}

function printLeftOut(rows: ImportReport['leftOut']): void {
  const alike = new Map<string, number>();
  for (const { row, identifier, skipped } of rows) {
    const reason = saidIn(skipped);
    const count = (alike.get(reason) ?? 0) + 1;
    alike.set(reason, count);
    if (count <= NAMED)
      console.log(`${rowOf(row)}: ${say(LEFT_OUT)} ${[identifier, reason].filter(Boolean).join(': ')}`);
  }
  for (const [reason, count] of alike)
    if (count > NAMED) {
      const more = count - NAMED;
      console.log(
        say({ sv: `${more} rader till: utelämnade: ${reason}`, en: `${more} more rows: left out: ${reason}` }),
      );
    }
}
