import type { Amount } from '../../shared/money.js';
import type { Bilingual } from '../../shared/wording.js';
import { LONGEST } from '../../shared/checks.js';
import type { Header } from './csv-columns.js';
import { cellAmount, type CellNumber, cellNumber, cellPercent } from './csv-numbers.js';
import { dateCell } from './csv-dates.js';
import { line, paragraphs, quoted } from './plain-text.js';
import { exactAmount, isCurrency, isWebAddress } from './exact-values.js';
import { Readings } from './readings.js';

/** The cells of one row by the fields they mean; whatever can't be read is a fault that names the column. */
export class Cells {
  readonly readings = new Readings({});

  constructor(
    private readonly header: Header,
    private readonly cells: readonly string[],
  ) {}

  get blank(): boolean {
    return this.cells.every(cell => cell.trim() === '');
  }

  /** The name of the column, as the file has it. */
  column(field: string): string[] {
    const place = this.header.places.get(field)?.[0];
    return [place === undefined ? field : this.header.names[place]!.trim()];
  }

  /** The filled cells of a field with the names of their columns. */
  all(field: string): { cell: string; path: string[] }[] {
    const places = this.header.places.get(field) ?? [];
    const cells = places.map(place => ({
      cell: (this.cells[place] ?? '').trim(),
      path: [this.header.names[place]!.trim()],
    }));
    return cells.filter(({ cell }) => cell !== '');
  }

  private cell(field: string): string | undefined {
    return this.all(field)[0]?.cell;
  }

  text(field: string, longest: number): string | undefined {
    return this.readings.shortened(this.column(field), line(this.cell(field) ?? '') || undefined, longest);
  }

  description(field: string): string | undefined {
    return this.readings.shortened(this.column(field), paragraphs(this.cell(field) ?? '') || undefined, LONGEST.text);
  }

  url(field: string): string | undefined {
    const cell = this.cell(field);
    if (cell === undefined || isWebAddress(cell)) return cell;
    return this.refuse(field, cell, {
      sv: 'är ingen webbadress som börjar med http:// eller https://.',
      en: 'is not a web address that begins with http:// or https://.',
    });
  }

  opening(field: string): Date | undefined {
    const [first] = this.all(field);
    return first && dateCell(this.readings, first.path, first.cell, '00:00:00');
  }

  integer(field: string): number | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const read = cellNumber(cell);
    if ('number' in read && /^\d{1,6}$/.test(read.number)) return Number(read.number);
    return this.refuse(
      field,
      cell,
      'told' in read ? read.told : { sv: 'är inget heltal.', en: 'is not a whole number.' },
    );
  }

  percent(field: string): number | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const { number, assumed } = cellPercent(cell);
    if ('told' in number) return this.refuse(field, cell, number.told);
    if (assumed) {
      this.readings.note({
        sv: `${this.column(field).join('.')}: ${quoted(cell)} är läst som ${number.number} procent.`,
        en: `${this.column(field).join('.')}: ${quoted(cell)} is read as ${number.number} percent.`,
      });
    }
    return Number(number.number);
  }

  amount(field: 'budget' | 'grantMin' | 'grantMax', columnCurrency: string | undefined): Amount | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const { number, currency: own } = cellAmount(cell);
    const currency = own ?? columnCurrency ?? this.assumedCurrency(field);
    const amount = this.exact(field, cell, number);
    if (amount === undefined) return undefined;
    if (isCurrency(currency)) return { amount, currency };
    return this.refuse(field, currency, { sv: 'är ingen valuta (ISO 4217).', en: 'is not a currency (ISO 4217).' });
  }

  private assumedCurrency(field: 'budget' | 'grantMin' | 'grantMax'): string {
    this.readings.assume(`${field}.currency`);
    return 'SEK';
  }

  private exact(field: string, cell: string, number: CellNumber): string | undefined {
    if ('told' in number) return this.refuse(field, cell, number.told);
    const exact = exactAmount(number.number);
    return exact ?? this.refuse(field, cell, { sv: 'har fler än två decimaler.', en: 'has more than two decimals.' });
  }

  currency(field: string): string | undefined {
    const code = this.cell(field)?.toUpperCase();
    if (code === undefined || isCurrency(code)) return code;
    return this.refuse(field, code, { sv: 'är ingen valuta (ISO 4217).', en: 'is not a currency (ISO 4217).' });
  }

  /** A list in one cell, separated by semicolon, comma, bar or line break. */
  list(field: string): string[] {
    return (this.cell(field) ?? '')
      .split(/[;,|\n]/)
      .map(line)
      .filter(word => word !== '')
      .slice(0, 100);
  }

  refuse(field: string, cell: string, told: Bilingual): undefined {
    const name = this.column(field).join('.');
    this.readings.wrong(this.column(field), {
      sv: `${name}: ${quoted(cell)} ${told.sv}`,
      en: `${name}: ${quoted(cell)} ${told.en}`,
    });
    return undefined;
  }
}
