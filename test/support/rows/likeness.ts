/**
 * What an answer holds that is another each time, by kind. Everything else is compared to the letter.
 * - ids, cursors, ETags and secrets are what the database made them, moments what the clock did, unless a request gave them;
 * - what is left of an allowance depends on what was asked before;
 * - the demo is placed around the day it is loaded, so dates move with it. Days counted from now may differ by one, since
 *   the hour counts too, and with them a score a little.
 */
const VARYING: readonly (readonly [kind: string, pattern: string])[] = [
  ['cursor', '(?<="(?:endCursor|startCursor|cursor)":")[^"]+'],
  ['secret', '(?:whsec_|ks3_)[\\w+/=-]{24,}'],
  ['id', '[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}'],
  ['etag', '(?<=etag: )"[^"]+"'],
  ['moment', '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z'],
  ['date', '\\d{4}-\\d\\d-\\d\\d'],
  ['date', '\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}'],
  ['allowance', '(?<="(?:remaining|resetSeconds)":)\\d+'],
  ['days', '(?<="(?:daysInStage|medianDaysInStage|daysLeft)":)\\d+(?:\\.\\d+)?|\\d+(?= days until)'],
  ['score', '(?<="score":)\\d\\.\\d+'],
];
const NAMES = ['cursor', 'secret', 'id', 'etag'];
/** Kinds that are numbers, and how far they may be from what is shown. */
const SLACK: Readonly<Record<string, number>> = { allowance: Infinity, days: 1, score: 0.02 };
const ANY = new RegExp(VARYING.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

const MOMENT_WITH_OFFSET = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

interface Varying {
  readonly kind: string;
  readonly value: string;
}

function varyingIn(text: string): Varying[] {
  return [...text.matchAll(ANY)].map(([value, ...groups]) => ({
    kind: VARYING[groups.findIndex(group => group !== undefined)]![0],
    value,
  }));
}

/** A text with everything that is another each time replaced by its kind. */
export function lasting(text: string): string {
  let at = 0;
  const found = varyingIn(text);
  return text.replace(ANY, () => {
    const { kind } = found[at++]!;
    return kind in SLACK ? '0' : `«${kind}»`;
  });
}

/** What things shown in a manual are called in the service that it is tried on. */
export class Names {
  private readonly known = new Map<string, string>();
  private readonly given = new Set<number>();

  /** A request with the service's own names in the place of those shown. */
  inRequest(text: string): string {
    for (const [moment] of text.matchAll(MOMENT_WITH_OFFSET)) this.given.add(Date.parse(moment));
    return [...this.known].reduce((request, [shown, real]) => request.replaceAll(shown, real), text);
  }

  /** Learns names from an answer that is as shown, and finds what is not the same thing throughout. */
  learn(shown: string, real: string): string[] {
    const others = varyingIn(real);
    return varyingIn(shown).flatMap(({ kind, value }, at) => this.faultOf(kind, value, others[at]!.value));
  }

  private faultOf(kind: string, shown: string, real: string): string[] {
    if (kind in SLACK) return Math.abs(Number(shown) - Number(real)) <= SLACK[kind]! ? [] : [`${shown} is ${real}`];
    const isGiven = kind === 'moment' && [shown, real].some(moment => this.given.has(Date.parse(moment)));
    if (isGiven) return shown === real ? [] : [`${shown} is ${real}`];
    if (!NAMES.includes(kind)) return [];
    const known = this.known.get(shown) ?? real;
    this.known.set(shown, real);
    return known === real ? [] : [`${shown} is ${known} in one place and ${real} in another`];
  }
}

/** An answer, or the part inside it that is shown: what wraps a single thing may be left out. */
export function partAsShown(real: unknown, shown: unknown): unknown {
  for (let part = real; ;) {
    if (lasting(JSON.stringify(part)) === lasting(JSON.stringify(shown))) return part;
    const inner = Object.values(part ?? {});
    if (inner.length !== 1 || typeof inner[0] !== 'object') return real;
    part = inner[0];
  }
}
