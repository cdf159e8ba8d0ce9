import type { Cell, Figures } from './table';

/** A spreadsheet would run a text that begins like a formula; the apostrophe keeps it a text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The figures as CSV (RFC 4180). The mark at the beginning lets spreadsheets see that it is UTF-8. */
export function csvOf({ columns, rows }: Figures): string {
  return '\uFEFF' + [columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Hands the figures over as a file. */
export function download(figures: Figures, name: string): void {
  const address = URL.createObjectURL(new Blob([csvOf(figures)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
