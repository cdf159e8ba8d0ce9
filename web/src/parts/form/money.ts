/** An exact amount, and its currency where the text names one. */
export interface Understood {
  amount: string;
  currency?: 'SEK' | 'EUR';
}

/** What a word after the figure multiplies it by, as a power of ten. */
const SCALES = new Map<string, number>([
  ['', 0],
  ...['tkr', 'tusen', 'thousand', 'k'].map(word => [word, 3] as const),
  ...['mkr', 'mnkr', 'msek', 'meur', 'miljon', 'miljoner', 'milj', 'million', 'millions', 'm'].map(
    word => [word, 6] as const,
  ),
  ...['mdkr', 'mdr', 'miljard', 'miljarder', 'billion', 'billions', 'bn'].map(word => [word, 9] as const),
]);
const CURRENCIES = new Map<string, 'SEK' | 'EUR'>([
  ...['kr', 'sek', 'kronor', 'tkr', 'mkr', 'mnkr', 'msek', 'mdkr'].map(word => [word, 'SEK'] as const),
  ...['€', 'eur', 'euro', 'euros', 'meur'].map(word => [word, 'EUR'] as const),
]);

/** The most digits that the service keeps before the decimals. */
const DIGITS = 15;
const LONGEST = 60;
const FIGURE = /^(\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}|\d+)(?:[.,](\d+))?/;

/**
 * Reads an amount as people write it: `5 miljoner`, `2,5 mkr`, `500 tkr`, `40 000 000 kr`, `€1.5m`. Exact, by moving the
 * decimal sign in the text. Nothing where it isn't clear what is meant, such as `1.500`, or where öre would be lost.
 */
export function amountIn(text: string): Understood | undefined {
  const plain = text
    .slice(0, LONGEST + 1)
    .replaceAll(/\s/g, ' ')
    .trim()
    .toLowerCase();
  const sign = plain.startsWith('€') ? '€' : '';
  const rest = plain.slice(sign.length).trim();
  const figure = FIGURE.exec(rest);
  if (!figure || plain.length > LONGEST) return undefined;
  const [written, whole = '', decimals = ''] = figure;
  const words = [sign, ...rest.slice(written.length).split(' ')].filter(Boolean);
  const scale = scaleOf(words);
  const currency = currencyOf(words);
  if (scale === undefined || currency === null || isUnclear(written, scale)) return undefined;
  const amount = shifted(whole.replaceAll(/\D/g, ''), decimals, scale);
  return amount === undefined ? undefined : { amount, ...(currency && { currency }) };
}

/** `1.500` may be fifteen hundred or one and a half; with a word of scale it is a decimal sign. */
const isUnclear = (written: string, scale: number) => scale === 0 && /^\d{1,3}[.,]\d{3}$/.test(written);

/** The one power of ten that the words name; nothing where a word isn't known, or two name one. */
function scaleOf(words: readonly string[]): number | undefined {
  if (words.some(word => !SCALES.has(word) && !CURRENCIES.has(word))) return undefined;
  const scales = words.flatMap(word => SCALES.get(word) ?? []);
  return scales.length > 1 ? undefined : (scales[0] ?? 0);
}

/** The one currency that the words name, none, or null where they name two. */
function currencyOf(words: readonly string[]): 'SEK' | 'EUR' | undefined | null {
  const named = new Set(words.flatMap(word => CURRENCIES.get(word) ?? []));
  return named.size > 1 ? null : [...named][0];
}

/** The figure with its decimal sign moved to the right; at most two decimals may be left. */
function shifted(whole: string, decimals: string, places: number): string | undefined {
  const padded = decimals.padEnd(places, '0');
  const before = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
  const after = padded.slice(places).replace(/0+$/, '');
  if (before.length > DIGITS || after.length > 2) return undefined;
  return after ? `${before}.${after.padEnd(2, '0')}` : before;
}
