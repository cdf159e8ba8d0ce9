import type { TextFacts } from '../../../../src/matching/likeness.js';

/** How alike two texts are, by one look at both: the best of four shares. */
export function naiveLikeness(one: TextFacts, other: TextFacts): number {
  return Math.max(
    shareOf(one.titleStems, other.stems),
    shareOf(other.titleStems, one.stems),
    common(one.piecesSv, other.piecesSv),
    common(one.piecesEn, other.piecesEn),
  );
}

function shareOf(words: readonly string[], among: readonly string[]): number {
  const found = words.filter(word => among.includes(word)).length;
  return found < 2 ? 0 : found / words.length;
}

function common(one: readonly string[], other: readonly string[]): number {
  const both = one.filter(piece => other.includes(piece)).length;
  return both === 0 ? 0 : both / (one.length + other.length - both);
}
