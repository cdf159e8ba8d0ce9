import { exactLine } from '../../../shared/text/clean-text.js';
import { plainWord } from '../../../shared/text/plain-word.js';
import { unquoted } from '../../../tables/text/list-items.js';

/** So many names are told when one is not known. */
const NEAREST = 3;

/** Where a thing is looked up by its name. */
export interface Finder<T extends object> {
  find(name: string): T | 'SEVERAL' | undefined;
  nearest(name: string): readonly string[];
}

/** Things by what people call them, and those whose names are most like a name that nothing has. */
export class Names<T extends { readonly name: string }> implements Finder<T> {
  private readonly byName = new Map<string, T | 'SEVERAL'>();
  private readonly pieces: { readonly name: string; readonly pieces: ReadonlySet<string> }[] = [];
  private readonly known = new Map<string, readonly string[]>();

  /** The first name is the one that is shown. */
  add(thing: T, [shown, ...others]: readonly (string | null | undefined)[]): void {
    for (const key of [shown, ...others].flatMap(name => keysOf(name ?? ''))) {
      const before = this.byName.get(key);
      this.byName.set(key, before && before !== thing ? 'SEVERAL' : thing);
    }
    if (shown) this.pieces.push({ name: shown, pieces: piecesOf(shown) });
  }

  find(name: string): T | 'SEVERAL' | undefined {
    const [exact, plain] = keysOf(name).map(key => this.byName.get(key));
    return exact ?? plain;
  }

  /** Looks up the same, and of several of one name takes one that a row is about already. */
  preferring(present: readonly T[]): Finder<T> {
    return {
      find: name => {
        const found = this.find(name);
        const [exact, plain] = keysOf(name);
        const own =
          present.find(each => keysOf(each.name)[0] === exact) ?? present.find(each => keysOf(each.name)[1] === plain);
        return found === 'SEVERAL' ? (own ?? found) : found;
      },
      nearest: name => this.nearest(name),
    };
  }

  nearest(name: string): readonly string[] {
    const key = plainWord(name).slice(0, 200);
    const before = this.known.get(key);
    if (before) return before;
    const wanted = piecesOf(key);
    const likeness = this.pieces.map(each => ({ name: each.name, share: shareOf(wanted, each.pieces) }));
    const nearest = likeness
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share || one.name.localeCompare(other.name, 'sv'))
      .slice(0, NEAREST)
      .map(each => each.name);
    this.known.set(key, nearest);
    return nearest;
  }
}

/** What a name is found by: as a cell shows it, else whatever its letters, blanks and hyphens. */
function keysOf(name: string): string[] {
  const shown = exactLine(name);
  return shown === '' ? [] : [`exact ${shown}`, `plain ${plainWord(shown)}`];
}

/** Looks up the items of a list, which may stand between quotation marks. */
export function ofItems<T extends object>(names: Finder<T>): Finder<T> {
  return {
    find: item => names.find(unquoted(item)) ?? names.find(item),
    nearest: item => names.nearest(unquoted(item)),
  };
}

/** Pairs of letters, each once: two that differ in a letter or two have most of them in common. */
function piecesOf(name: string): ReadonlySet<string> {
  const text = ` ${plainWord(name)} `;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** Dice's coefficient. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const piece of one) if (other.has(piece)) common += 1;
  return (2 * common) / (one.size + other.size);
}
