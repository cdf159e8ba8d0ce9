import type { Bilingual } from '../../../../shared/text/wording.js';
import { LIMITS } from '../source-limits.js';
import type { Json, JsonObject } from './json.js';

/** What a value of JSON holds others in. */
export type ContainerKind = 'list' | 'object';

const TOO_DEEP: Bilingual = {
  sv: `Raden har fler än ${LIMITS.nesting} nivåer i varandra.`,
  en: `The row nests more than ${LIMITS.nesting} levels.`,
};
const TOO_LARGE: Bilingual = {
  sv: `Raden är större än ${LIMITS.rowCharacters} tecken eller ${LIMITS.rowValues} värden.`,
  en: `The row is larger than ${LIMITS.rowCharacters} characters or ${LIMITS.rowValues} values.`,
};

/** A row while it is put together; past a limit nothing more of it is kept. */
export class OpenRow {
  /** Why the row is refused, or null so far. */
  problem: Bilingual | null = null;
  /** How many levels are open, those that are no longer kept included. */
  depth = 1;
  readonly value: Json;
  private readonly containers: (Json[] | JsonObject)[];
  private readonly keys = [''];
  private characters = 0;
  private values = 0;

  constructor(kind: ContainerKind) {
    const container = emptyOf(kind);
    this.value = container;
    this.containers = [container];
  }

  open(kind: ContainerKind): void {
    this.depth++;
    if (this.depth > LIMITS.nesting) this.refuse(TOO_DEEP);
    this.count(1, 0);
    if (this.problem) return;
    const container = emptyOf(kind);
    this.put(container);
    this.containers.push(container);
    this.keys.push('');
  }

  /** Closes the innermost level. */
  close(): void {
    this.depth--;
    if (this.problem) return;
    this.containers.pop();
    this.keys.pop();
  }

  key(name: string): void {
    this.keys[this.keys.length - 1] = name;
  }

  add(value: Json): void {
    this.count(1, 0);
    if (!this.problem) this.put(value);
  }

  /** Counts text that is on its way in, so that one endless text is noticed too. */
  count(values: number, characters: number): void {
    this.values += values;
    this.characters += characters;
    if (this.values > LIMITS.rowValues || this.characters > LIMITS.rowCharacters) this.refuse(TOO_LARGE);
  }

  private put(value: Json): void {
    const container = this.containers.at(-1)!;
    if (Array.isArray(container)) container.push(value);
    else container[this.keys.at(-1)!] = value;
  }

  private refuse(problem: Bilingual): void {
    this.problem ??= problem;
  }
}

/** A list, or an object in which no key, not even __proto__, means anything. */
function emptyOf(kind: ContainerKind): Json[] | JsonObject {
  return kind === 'list' ? [] : (Object.create(null) as JsonObject);
}
