import type { parser } from 'stream-json/core/parser.js';
import { fault, type Fault } from '../../shared/refuse.js';
import type { Bilingual } from '../../shared/wording.js';
import { LIMITS } from './limits.js';
import type { Json, JsonObject } from './readings.js';

/** One element of a list of rows: its value, or why it was not read. */
export interface ListedValue {
  list: string;
  row: number;
  value?: Json;
  faults?: Fault[];
}

type Container = Json[] | JsonObject;

/** A list or an object around the rows, and the key that is being read in it. */
interface Level {
  isList: boolean;
  key: string;
}

/** How many objects a list of rows lies in at most. */
const DEEPEST_LIST = 3;

const TOO_DEEP: Bilingual = {
  sv: `Raden har fler än ${LIMITS.nesting} nivåer i varandra.`,
  en: `The row nests more than ${LIMITS.nesting} levels.`,
};
const TOO_LARGE: Bilingual = {
  sv: `Raden är större än ${LIMITS.rowCharacters} tecken eller ${LIMITS.rowValues} värden.`,
  en: `The row is larger than ${LIMITS.rowCharacters} characters or ${LIMITS.rowValues} values.`,
};

/**
 * Puts the rows of certain lists together from the tokens of a JSON text, one at a time, and skips everything else.
 * A list is named by the way to it: "" is the text itself, "fundingData.GrantTenderObj" is a list in an object.
 * An object in the place of a list is its only row.
 */
export class RowAssembler {
  /** The lists that were there. */
  readonly found = new Set<string>();
  private readonly levels: Level[] = [];
  private readonly counts = new Map<string, number>();
  private list = '';
  /** The containers of the row that are open, the row itself first; empty between rows. */
  private open: Container[] = [];
  private keys: string[] = [];
  private inRow = false;
  /** How many levels the row is inside itself, containers that are no longer kept included. */
  private depth = 0;
  private text = '';
  private characters = 0;
  private values = 0;
  private problem: Bilingual | null = null;

  constructor(
    private readonly lists: readonly string[],
    private readonly finished: (row: ListedValue) => void,
  ) {}

  /** The row that is being read, or the one that would come next; 0 before the first list. */
  get place(): { list: string; row: number } {
    const done = this.counts.get(this.list);
    return { list: this.list, row: done === undefined ? 0 : done + 1 };
  }

  get tooDeep(): boolean {
    return this.levels.length + this.depth > LIMITS.fileNesting;
  }

  push(token: parser.Token): void {
    switch (token.name) {
      case 'startObject':
        return this.start(false);
      case 'startArray':
        return this.start(true);
      case 'endObject':
      case 'endArray':
        return this.end();
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.text = '';
        return;
      case 'stringChunk':
      case 'numberChunk':
        return this.more(token.value);
      case 'endKey':
        return this.key(this.text);
      case 'endString':
        return this.scalar(this.text);
      case 'endNumber':
        return this.scalar(numberOf(this.text));
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        return this.scalar(token.value);
    }
  }

  private start(isList: boolean): void {
    if (this.inRow) return this.startInRow(isList);
    if (this.inRowList) return this.startRow(isList);
    const list = this.listAt(this.levels);
    if (!isList && list) return this.startOnlyRow(list);
    this.levels.push({ isList, key: '' });
    if (isList && list !== null) this.enter(list);
  }

  private get inRowList(): boolean {
    if (this.levels.length > DEEPEST_LIST + 1) return false;
    return this.levels.at(-1)?.isList === true && this.listAt(this.levels.slice(0, -1)) !== null;
  }

  /** The name of the wanted list that these levels lead to, or null. */
  private listAt(levels: readonly Level[]): string | null {
    if (levels.length > DEEPEST_LIST || levels.some(level => level.isList)) return null;
    const path = levels.map(level => level.key).join('.');
    return this.lists.includes(path) ? path : null;
  }

  private enter(list: string): void {
    this.list = list;
    this.found.add(list);
    if (!this.counts.has(list)) this.counts.set(list, 0);
  }

  private startOnlyRow(list: string): void {
    this.enter(list);
    this.startRow(false);
  }

  private startRow(isList: boolean): void {
    this.inRow = true;
    this.depth = 1;
    this.open = [isList ? [] : empty()];
    this.keys = [''];
    this.characters = 0;
    this.values = 0;
    this.problem = null;
  }

  private startInRow(isList: boolean): void {
    this.depth++;
    if (this.depth > LIMITS.nesting) this.problem ??= TOO_DEEP;
    this.count(1);
    if (this.problem) return;
    const container = isList ? [] : empty();
    this.put(container);
    this.open.push(container);
    this.keys.push('');
  }

  private end(): void {
    if (!this.inRow) {
      this.levels.pop();
      return;
    }
    this.depth--;
    if (this.depth === 0) return this.finish(this.open[0] as Json);
    if (this.problem) return;
    this.open.pop();
    this.keys.pop();
  }

  private more(text: string): void {
    this.count(0, text.length);
    // Keys outside the rows are only compared with the names of lists.
    if (this.problem || (!this.inRow && this.text.length > 200)) return;
    this.text += text;
  }

  private key(name: string): void {
    if (this.inRow) this.keys[this.keys.length - 1] = name;
    else this.levels.at(-1)!.key = name;
  }

  private scalar(value: Json): void {
    if (!this.inRow) {
      if (this.inRowList) this.finish(value);
      return;
    }
    this.count(1);
    if (!this.problem) this.put(value);
  }

  private put(value: Json): void {
    const container = this.open.at(-1)!;
    if (Array.isArray(container)) container.push(value);
    else container[this.keys.at(-1)!] = value;
  }

  private count(values: number, characters = 0): void {
    if (!this.inRow) return;
    this.values += values;
    this.characters += characters;
    if (this.values <= LIMITS.rowValues && this.characters <= LIMITS.rowCharacters) return;
    this.problem ??= TOO_LARGE;
    this.text = '';
    this.open = [];
  }

  private finish(value: Json): void {
    const { list, row } = this.place;
    this.counts.set(list, row);
    const problem = this.problem;
    this.inRow = false;
    this.problem = null;
    this.open = [];
    this.finished(problem ? { list, row, faults: [fault('INVALID', [], problem)] } : { list, row, value });
  }
}

/** An object in which no key, not even __proto__, means anything. */
function empty(): JsonObject {
  return Object.create(null) as JsonObject;
}

/** A number where JavaScript's says the same, or else the digits as they stand. */
function numberOf(text: string): Json {
  const number = Number(text);
  return String(number) === text ? number : text;
}
