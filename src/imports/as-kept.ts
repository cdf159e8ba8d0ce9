/** A cell as it is read, and as it stands. */
interface Cell {
  readonly said: string | null | undefined;
  readonly stands: string | undefined;
}

/**
 * What a cell says of a text that is kept. One that reads as the kept text does, but for what no cell can say (markup, a
 * mail address, double blanks), says nothing new; neither does a dash where the kept text is one.
 */
export function asKept(
  { said, stands }: Cell,
  kept: string | null | undefined,
  read: (text: string) => string,
): string | null | undefined {
  return kept && (said ?? read(stands ?? '')) === read(kept) ? kept : said;
}

/** The parts of a text in two languages, as they are kept. */
interface Kept {
  readonly sv: string;
  readonly en?: string | null | undefined;
}

/** Our own export shows the Swedish where there is no English, or nothing where the two are alike: neither says anything. */
export function englishSaid(
  said: string | null | undefined,
  kept: Kept | null | undefined,
  read: (text: string) => string,
): string | null | undefined {
  const isShown =
    kept && (((said === kept.sv || said === read(kept.sv)) && !kept.en) || (said === null && kept.en === kept.sv));
  return isShown ? undefined : said;
}
