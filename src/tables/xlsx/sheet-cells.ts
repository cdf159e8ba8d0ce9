import { BrokenInput } from '../text/source-text.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { ERROR_VALUE } from '../error-value.js';
import { TABLE_LIMITS } from '../table-limits.js';
import { columnAt } from './merged-ranges.js';
import { TextElements, unescaped } from './texts.js';
import type { Workbook } from './workbook.js';
import {
  brokenWorkbook,
  NO_VALUE,
  NOT_CALCULATED,
  TOO_LARGE,
  TOO_LONG,
  TOO_LONG_CELL,
  TOO_WIDE,
} from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';
import { writtenNumber } from './written-number.js';
import type { Attributes, Visitor } from './xml.js';

/** A row of a sheet as it stands there, before what is merged is filled in. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
  readonly problems: Map<number, Bilingual>;
}

/** Takes the cells of a sheet while its XML is read: each as a person would type what it shows. */
export class SheetCells implements Visitor {
  /** The rows that have been read and not taken. */
  rows: SheetRow[] = [];
  private row: SheetRow = { row: 0, cells: [], problems: new Map() };
  private characters = { ofRow: 0, ofAll: 0 };
  private place = -1;
  private attributes: Attributes = new Map();
  private within: 'VALUE' | 'FORMULA' | null = null;
  private value = '';
  private formula: string | null = null;
  private readonly inline = new TextElements();
  private isBelow = false;

  constructor(
    private readonly workbook: Pick<Workbook, 'dateSystem' | 'formats'>,
    private readonly texts: readonly string[],
  ) {}

  readonly open = (element: string, attributes: Attributes): void => {
    if (element === 'sheetData') this.isBelow = true;
    if (!this.isBelow) return;
    if (element === 'row') this.beginRow(attributes);
    else if (element === 'c') this.beginCell(attributes);
    else if (element === 'v') this.within = 'VALUE';
    else if (element === 'f') [this.within, this.formula] = ['FORMULA', ''];
    else this.inline.open(element);
  };

  readonly text = (piece: string): void => {
    if (this.within === 'VALUE') this.value += piece;
    else if (this.within === 'FORMULA') this.formula = `${this.formula}${piece}`.slice(0, TABLE_LIMITS.cell);
    else this.inline.add(piece);
    if (this.value.length > WORKBOOK_LIMITS.cell) throw new BrokenInput(TOO_LONG_CELL);
  };

  readonly close = (element: string): void => {
    if (element === 'sheetData') this.isBelow = false;
    else if (element === 'v' || element === 'f') this.within = null;
    else if (element === 'c') this.endCell();
    else if (element === 'row' && this.isBelow) this.endRow();
    else this.inline.close(element);
  };

  private beginRow(attributes: Attributes): void {
    const number = Number(attributes.get('r') ?? this.row.row + 1);
    if (!Number.isSafeInteger(number) || number <= this.row.row) throw new BrokenInput(brokenWorkbook());
    this.row = { row: number, cells: [], problems: new Map() };
    this.characters.ofRow = 0;
    this.place = -1;
  }

  private beginCell(attributes: Attributes): void {
    this.attributes = attributes;
    const letters = /^[A-Z]{1,9}(?=\d+$)/.exec(attributes.get('r') ?? '')?.[0];
    this.place = letters === undefined ? this.place + 1 : columnAt(letters);
    [this.value, this.formula] = ['', null];
  }

  private endCell(): void {
    const inline = this.inline.take();
    const text = this.written(inline);
    const isUncalculated = this.formula !== null && this.value === '' && this.attributes.get('t') !== 'str';
    const cell = isUncalculated ? `=${this.formula}` : text;
    if (cell === '') return;
    if (this.place >= TABLE_LIMITS.columns) throw new BrokenInput(TOO_WIDE);
    while (this.row.cells.length < this.place) this.row.cells.push('');
    this.row.cells[this.place] = cell;
    if (isUncalculated) this.row.problems.set(this.place, NOT_CALCULATED);
    else if (this.attributes.get('t') === 'e') this.row.problems.set(this.place, ERROR_VALUE);
    this.count(cell.length);
  }

  private count(characters: number): void {
    this.characters.ofRow += characters;
    this.characters.ofAll += characters;
    if (this.characters.ofRow > TABLE_LIMITS.tableRowCharacters) throw new BrokenInput(TOO_LONG);
    if (this.characters.ofAll > WORKBOOK_LIMITS.characters) throw new BrokenInput(TOO_LARGE);
  }

  private endRow(): void {
    if (this.row.cells.length > 0) this.rows.push(this.row);
  }

  /** What the cell shows, by its type (ECMA-376, 18.18.11). */
  private written(inline: string): string {
    const type = this.attributes.get('t') ?? 'n';
    if (type === 'inlineStr') return inline;
    if (this.value === '') return '';
    if (type === 's') return this.textAt(this.value);
    if (type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return this.value.replace(/T00:00(?::00(?:\.0+)?)?$/, '').replace('T', ' ');
    if (type !== 'n') return unescaped(this.value);
    const number = Number(this.value);
    if (!Number.isFinite(number)) {
      this.row.problems.set(this.place, NO_VALUE);
      return this.value;
    }
    const format = this.workbook.formats[Number(this.attributes.get('s') ?? 0)];
    return writtenNumber(number, format ?? 'General', this.workbook.dateSystem);
  }

  private textAt(place: string): string {
    const text = /^\d+$/.test(place.trim()) ? this.texts[Number(place)] : undefined;
    if (text === undefined) throw new BrokenInput(brokenWorkbook());
    return text;
  }
}
