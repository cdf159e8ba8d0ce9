import { LRUCache } from 'lru-cache';

/** Uses that make a statement worth preparing. */
const PROVED = 3;

/** Names for the statements that are sent again and again, so that the server plans them once on a connection. */
export class Naming {
  private readonly uses = new LRUCache<string, { count: number; name: string | undefined }>({ max: 500 });
  private names = 0;

  /** The name of a statement from its third use on. */
  nameOf(text: string): string | undefined {
    const known = this.uses.get(text) ?? { count: isKept(text) ? 0 : -Infinity, name: undefined };
    known.count += 1;
    if (known.count >= PROVED) known.name ??= `again_${(this.names += 1)}`;
    this.uses.set(text, known);
    return known.name;
  }
}

/**
 * Statements with all columns of a table would fail once a newer copy of the service adds one: a prepared statement
 * keeps its columns. https://www.postgresql.org/docs/current/sql-prepare.html
 */
function isKept(text: string): boolean {
  return (
    /^(select|insert|update|delete|with)\b/.test(text) &&
    !/(\bselect(\s+distinct)?|\breturning|,|\.)\s*\*/.test(text.replaceAll(/\/\*.*?\*\//g, ''))
  );
}
