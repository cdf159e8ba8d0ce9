import type { parser } from 'stream-json/core/parser.js';
import { fault, type Fault } from '../../../../shared/refuse.js';
import { LIMITS } from '../source-limits.js';
import { type ContainerKind, OpenRow } from './open-row.js';
import type { Json } from './json.js';

/** One element of a list of rows: its value, or why it was not read. */
export interface ListedValue {
  list: string;
  row: number;
  value?: Json;
  faults?: Fault[];
  /** The rest was not read. */
  breaksOff?: true;
}

/** A list or an object around the rows, and the key that is being read in it. */
interface Level {
  kind: ContainerKind;
  key: string;
}

/** How many objects a list of rows lies in at most. */
const DEEPEST_LIST = 3;
/** Keys outside the rows are only compared with the names of lists. */
const LONGEST_KEY = 200;

/**
 * Puts the rows of certain lists together from the tokens of a JSON text, one at a time, and skips everything else.
 * A list is named by the way to it: "" is the text itself, "fundingData.GrantTenderObj" is a list in an object.
 * An object in the place of a list is its only row.
 */
export class RowAssembler {
  /** How many rows each of the lists that were there has had. */
  private readonly counts = new Map<string, number>();
  private readonly levels: Level[] = [];
  private list = '';
  private row: OpenRow | null = null;
  private text = '';

  constructor(
    private readonly lists: readonly string[],
    private readonly finished: (row: ListedValue) => void,
    /** Told of the single values outside the rows, by the way to them. */
    private readonly outside: (path: string, value: Json) => void = () => undefined,
  ) {}

  get foundList(): boolean {
    return this.counts.size > 0;
  }

  /** The row that is being read, or the one that would come next; 0 before the first list. */
  get place(): { list: string; row: number } {
    const done = this.counts.get(this.list);
    return { list: this.list, row: done === undefined ? 0 : done + 1 };
  }

  get tooDeep(): boolean {
    return this.levels.length + (this.row?.depth ?? 0) > LIMITS.fileNesting;
  }

  push(token: parser.Token): void {
    switch (token.name) {
      case 'startObject':
        return this.open('object');
      case 'startArray':
        return this.open('list');
      case 'endObject':
      case 'endArray':
        return this.close();
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

  private open(kind: ContainerKind): void {
    if (this.row) return this.row.open(kind);
    const list = this.listAt(this.levels);
    if (kind === 'object' && list) this.enter(list);
    if (this.inList || (kind === 'object' && list)) {
      this.row = new OpenRow(kind);
      return;
    }
    this.levels.push({ kind, key: '' });
    if (kind === 'list' && list !== null) this.enter(list);
  }

  private close(): void {
    if (!this.row) {
      this.levels.pop();
      return;
    }
    const { value, problem } = this.row;
    this.row.close();
    if (this.row.depth > 0) return;
    this.row = null;
    this.finish(problem ? { faults: [fault('INVALID', [], problem)] } : { value });
  }

  private more(text: string): void {
    this.row?.count(0, text.length);
    if (this.row ? this.row.problem === null : this.text.length < LONGEST_KEY) this.text += text;
  }

  private key(name: string): void {
    if (this.row) this.row.key(name);
    else this.levels.at(-1)!.key = name;
  }

  private scalar(value: Json): void {
    if (this.row) this.row.add(value);
    else if (this.inList) this.finish({ value });
    else if (this.levels.length <= DEEPEST_LIST) this.outside(pathOf(this.levels), value);
  }

  private finish(read: Pick<ListedValue, 'value' | 'faults'>): void {
    const { list, row } = this.place;
    this.counts.set(list, row);
    this.finished({ list, row, ...read });
  }

  private enter(list: string): void {
    this.list = list;
    if (!this.counts.has(list)) this.counts.set(list, 0);
  }

  /** Whether the innermost level is one of the lists. */
  private get inList(): boolean {
    if (this.levels.length > DEEPEST_LIST + 1 || this.levels.at(-1)?.kind !== 'list') return false;
    return this.listAt(this.levels.slice(0, -1)) !== null;
  }

  /** The name of the wanted list that these levels lead to, or null. */
  private listAt(levels: readonly Level[]): string | null {
    if (levels.length > DEEPEST_LIST || levels.some(level => level.kind === 'list')) return null;
    const path = pathOf(levels);
    return this.lists.includes(path) ? path : null;
  }
}

function pathOf(levels: readonly Level[]): string {
  return levels.map(level => level.key).join('.');
}

/** A number where JavaScript's says the same, or else the digits as they stand. */
function numberOf(text: string): Json {
  const number = Number(text);
  return String(number) === text ? number : text;
}
