import type { Bilingual } from '../shared/text/wording.js';
import { exactLine } from '../shared/text/clean-text.js';
import { type Unit, unitOf } from './amounts.js';
import type { ColumnChoice } from './table-choice.js';

/** A column of a kind of table: what it is called here, and the headers that mean it. */
export interface Column {
  readonly field: string;
  /** Its names; the first Swedish and the first English are the documented ones. */
  readonly sv: readonly string[];
  readonly en: readonly string[];
  /** Names that others use: they count where no column has one of its own names. */
  readonly near?: readonly string[];
  /** It must be there, or another one that says the same. */
  readonly required?: string;
  /** Several columns may have the same meaning: "deadline 1", "deadline 2". */
  readonly repeated?: true;
  /** It has amounts, and its header may say their unit. */
  readonly isAmount?: true;
}

/** What a header stands for. */
export interface Meaning {
  readonly column: Column;
  readonly isNear: boolean;
  /** The language of the name, unless it is a word of both. */
  readonly language: 'sv' | 'en' | null;
  readonly unit?: Unit;
}

/** The columns of one kind of table, found by their headers. */
export class Columns {
  private readonly byName: ReadonlyMap<string, Meaning>;

  constructor(
    readonly all: readonly Column[],
    /** Headers of columns that are known and not read. */
    private readonly passedOver: readonly string[] = [],
    /** What headers have been said to mean; null is not read. */
    private readonly chosen: ReadonlyMap<string, Meaning | null> = new Map(),
  ) {
    const names = all.flatMap(column => [
      ...(column.near ?? []).map(name => [plainHeader(name), meaning(column, 'near')] as const),
      ...column.en.map(name => [plainHeader(name), meaning(column, 'en')] as const),
      ...column.sv.map(name => [plainHeader(name), meaning(column, column.en.includes(name) ? null : 'sv')] as const),
    ]);
    this.byName = new Map(names);
  }

  /** These columns, with what somebody says that headers mean. */
  chosenBy(choices: readonly ColumnChoice[]): Columns {
    if (choices.length === 0) return this;
    const column = (field: string) => this.all.find(each => each.field === field)!;
    const chosen = choices.map(({ header, field }): [string, Meaning | null] => {
      const unit = unitIn(header);
      return [plainHeader(header), field == null ? null : { ...meaning(column(field), 'own'), ...(unit && { unit }) }];
    });
    return new Columns(this.all, this.passedOver, new Map(chosen));
  }

  /** Whether a header is the one that a choice speaks of. */
  isSame(one: string, other: string): boolean {
    return plainHeader(one) === plainHeader(other);
  }

  /** The meaning of a header whatever its letters and signs: "Sista dag 2", "BUDGET (mkr)", "deadlineModel". */
  meaningOf(header: string): Meaning | undefined {
    const name = plainHeader(header);
    const chosen = this.chosen.get(name);
    if (chosen !== undefined) return chosen ?? undefined;
    const exact = this.byName.get(name);
    if (exact) return exact;
    const numbered = this.byName.get(name.replace(/ ?\d{1,2}$/, ''));
    return numbered?.column.repeated ? numbered : this.withUnit(name);
  }

  isPassedOver(header: string): boolean {
    return this.passedOver.includes(plainHeader(header)) || this.chosen.get(plainHeader(header)) === null;
  }

  /** "budget mkr", "belopp i miljoner kr", "stödnivå %". */
  private withUnit(name: string): Meaning | undefined {
    const words = name.split(' ');
    if (words.length > 1 && words.at(-1) === '%') return this.byName.get(words.slice(0, -1).join(' '));
    for (const count of [2, 1]) {
      const unit = unitOf(words.slice(-count).join(' '));
      const known = this.byName.get(
        words
          .slice(0, -count)
          .join(' ')
          .replace(/ (?:i|in)$/, ''),
      );
      if (unit && known?.column.isAmount) return { ...known, unit };
    }
    return undefined;
  }
}

function meaning(column: Column, kind: 'sv' | 'en' | 'near' | 'own' | null): Meaning {
  return { column, isNear: kind === 'near', language: kind === 'sv' || kind === 'en' ? kind : null };
}

/** The unit that a header ends with, whatever the rest of it says: "Stöd per projekt (mkr)". */
function unitIn(header: string): Unit | undefined {
  const words = plainHeader(header).split(' ');
  return words.length > 1 ? (unitOf(words.slice(-2).join(' ')) ?? unitOf(words.at(-1)!)) : undefined;
}

/** A header in small letters, its words apart, without the signs between and around them. */
function plainHeader(header: string): string {
  return exactLine(header.slice(0, 200))
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}€$£%]+/gu, ' ')
    .trim();
}

/** The documented name of a column in the language of a table. */
export function nameOf(column: Column, language: 'sv' | 'en'): string {
  const name = language === 'sv' ? column.sv[0]! : column.en[0]!;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The documented name in both languages, for messages. */
export function namesOf(column: Column): Bilingual {
  return { sv: nameOf(column, 'sv'), en: nameOf(column, 'en') };
}
