import type { Fault } from '../shared/refuse.js';
import { type ImportReport, obstacles } from '../imports/import-report.js';

/** So many rows that are left out for one reason are named; a bulk file has thousands of tenders. */
const NAMED = 50;

/** What an import did, or would do, row by row, on standard output. */
export function printReport(report: ImportReport, dryRun: boolean): void {
  const { imported, refused, unchanged, leftOut } = report;
  for (const { row, identifier, isNew, changes, notes } of imported) {
    console.log(`row ${row}: ${isNew ? 'new' : 'changed'} ${identifier}`);
    for (const { field, before, after } of changes)
      console.log(`  ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    for (const note of notes) console.log(`  note: ${note.en ?? note.sv}`);
  }
  for (const { row, identifier, faults } of refused) {
    for (const fault of faults)
      console.log([`row ${row}: refused`, identifier, saidOf(fault)].filter(Boolean).join(' '));
  }
  printLeftOut(leftOut);
  const created = imported.filter(({ isNew }) => isNew).length;
  const nothing = dryRun
    ? ' (dry run: nothing was changed)'
    : obstacles(report).length > 0
      ? ' (nothing was changed)'
      : '';
  console.log(
    `${created} new, ${imported.length - created} changed, ${unchanged.length} unchanged, ${refused.length} refused, ${leftOut.length} left out${nothing}`,
  );
}

/** What is wrong, after the name of its column where the message doesn't name it. */
function saidOf({ path, message }: Fault): string {
  const [name, said] = [path?.join('.') ?? '', message.en ?? message.sv];
  return name === '' || isNamedIn(said, name) ? said : `${name}: ${said}`;
}

function isNamedIn(message: string, name: string): boolean {
  return ` ${message.replaceAll(/[:.,](?= |$)/g, ' ')} `.includes(` ${name} `);
}

function printLeftOut(rows: ImportReport['leftOut']): void {
  const alike = new Map<string, number>();
  for (const { row, identifier, skipped } of rows) {
    const reason = skipped.en ?? skipped.sv;
    const count = (alike.get(reason) ?? 0) + 1;
    alike.set(reason, count);
    if (count <= NAMED) console.log(`row ${row}: left out ${[identifier, reason].filter(Boolean).join(': ')}`);
  }
  for (const [reason, count] of alike)
    if (count > NAMED) console.log(`${count - NAMED} more rows: left out: ${reason}`);
}
