/** A text as PostgreSQL takes it apart: the stems of its words, and its three-letter pieces in each language. */
export interface TextFacts {
  /** Stems of the title's words, Swedish and English. */
  readonly titleStems: readonly string[];
  /** Stems of all its texts. */
  readonly stems: readonly string[];
  /** Three-letter pieces of the Swedish title, accents apart. https://www.postgresql.org/docs/current/pgtrgm.html */
  readonly piecesSv: readonly string[];
  /** The same of the English title; empty when there is none. */
  readonly piecesEn: readonly string[];
}

/**
 * How alike two texts are, 0 to 1: the share of the one's title words that the other speaks of, or the share of
 * three-letter pieces that their titles have in common, in either language; whichever says most.
 */
export function likeness(one: TextFacts, other: TextFacts): number {
  return Math.max(
    shareOf(one.titleStems, other.stems),
    shareOf(other.titleStems, one.stems),
    common(one.piecesSv, other.piecesSv),
    common(one.piecesEn, other.piecesEn),
  );
}

/** Each text is compared with many others. */
const SETS = new WeakMap<readonly string[], ReadonlySet<string>>();

function setOf(words: readonly string[]): ReadonlySet<string> {
  const known = SETS.get(words) ?? new Set(words);
  SETS.set(words, known);
  return known;
}

/** The share of the words that are among the others; one shared word alone says little. */
function shareOf(words: readonly string[], among: readonly string[]): number {
  const known = setOf(among);
  const found = words.filter(word => known.has(word)).length;
  return found < 2 ? 0 : found / words.length;
}

/** What both have over what either has, as pg_trgm's similarity(). */
function common(one: readonly string[], other: readonly string[]): number {
  const known = setOf(other);
  const both = one.filter(piece => known.has(piece)).length;
  return both === 0 ? 0 : both / (one.length + other.length - both);
}
