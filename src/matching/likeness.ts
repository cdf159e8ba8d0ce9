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

/** Which of many texts each word is in, so that a text is held against those alone that share something with it. */
class Occurrences {
  private readonly textsOf = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  /** The next text's words, each once. */
  add(words: readonly string[]): void {
    const nth = this.sizes.push(words.length) - 1;
    for (const word of words) {
      const known = this.textsOf.get(word);
      if (known) known.push(nth);
      else this.textsOf.set(word, [nth]);
    }
  }

  /** Gives every text that has some of the words, how many those are and how many it has. */
  shared(words: readonly string[], found: (nth: number, shared: number, size: number) => void): void {
    const counts = new Uint16Array(this.sizes.length);
    for (const word of words) for (const nth of this.textsOf.get(word) ?? []) counts[nth]! += 1;
    for (const [nth, shared] of counts.entries()) if (shared > 0) found(nth, shared, this.sizes[nth]!);
  }
}

/** Many texts, with which others are compared. */
export class ComparedTexts {
  private readonly occurrences = {
    titleStems: new Occurrences(),
    stems: new Occurrences(),
    piecesSv: new Occurrences(),
    piecesEn: new Occurrences(),
  };
  private count = 0;

  add(text: TextFacts): void {
    this.count += 1;
    for (const part of ['titleStems', 'stems', 'piecesSv', 'piecesEn'] as const) this.occurrences[part].add(text[part]);
  }

  /**
   * How alike the text is to each, 0 to 1: the share of the one's title words that the other speaks of, or the share of
   * three-letter pieces that their titles have in common, in either language; whichever says most.
   */
  likenessTo({ titleStems, stems, piecesSv, piecesEn }: TextFacts): Float64Array {
    const { occurrences } = this;
    const alike = new Float64Array(this.count);
    const atLeast = (nth: number, share: number) => {
      if (share > alike[nth]!) alike[nth] = share;
    };
    occurrences.titleStems.shared(stems, (nth, shared, size) => atLeast(nth, shareOf(shared, size)));
    occurrences.stems.shared(titleStems, (nth, shared) => atLeast(nth, shareOf(shared, titleStems.length)));
    occurrences.piecesSv.shared(piecesSv, (nth, shared, size) =>
      atLeast(nth, shared / (piecesSv.length + size - shared)),
    );
    occurrences.piecesEn.shared(piecesEn, (nth, shared, size) =>
      atLeast(nth, shared / (piecesEn.length + size - shared)),
    );
    return alike;
  }
}

/** One shared word alone says little. */
function shareOf(shared: number, size: number): number {
  return shared < 2 ? 0 : shared / size;
}
