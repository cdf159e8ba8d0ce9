import type { FundingCallRow, IdeaRow, PartnerRow, Tables } from '../service/stored-rows.js';

/** What a search asks for: all of the terms of one of its choices. */
export type Choices = readonly (readonly Term[])[];

export interface Term {
  readonly text: string;
  readonly quoted?: true;
  readonly excluded?: true;
}

/** How far a word reaches, each farther than the one before. */
export type Reach = 'WRITTEN' | 'STEMS' | 'LIKENESS';

type Language = 'sv' | 'en';

/** The stem of a word in a language, or null for a stop word. What that is, the database's dictionaries say. */
export type StemOf = (word: string, language: Language) => string | null;

interface Text {
  readonly words: readonly string[];
  readonly languages: readonly Language[];
}

/** What a row is found by. */
interface Searched {
  readonly id: string;
  readonly code: string;
  readonly texts: readonly Text[];
}

/** The words of a text, in small letters; what is neither a letter nor a digit, or modifies one, stands between. */
export function wordsOf(text: string | null): string[] {
  const plain = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
  return plain.split(/(?:[^\p{L}\p{Nd}]|[\u02B0-\u02FF])+/u).filter(word => word !== '');
}

/** The letters that are no other letter with an accent. */
const LETTERS: Record<string, string> = { æ: 'ae', ø: 'o', ß: 'ss', œ: 'oe', đ: 'd', ł: 'l', þ: 'th' };

export function folded(word: string): string {
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare.replaceAll(/[æøßœđłþ]/g, letter => LETTERS[letter]!);
}

const asCode = (text: string) => wordsOf(text).map(folded).join(' ');

/** Reads the rows of each list for whatever is sought in them. */
export class NaiveSearch {
  constructor(
    private readonly rows: Tables,
    private readonly stemOf: StemOf,
  ) {}

  readonly idea = (idea: IdeaRow): Searched => {
    const members = this.rows.membership.filter(({ idea_id, left_at }) => idea_id === idea.id && left_at === null);
    const theirs = [idea.owner_id, ...members.map(({ partner_id }) => partner_id)];
    const names = this.rows.partner.filter(({ id }) => theirs.includes(id)).map(({ name }) => name);
    return {
      ...{ id: idea.id, code: asCode(idea.code) },
      texts: [
        ...[idea.code, ...names].map(ofAny),
        ...[idea.title_sv, idea.summary_sv, idea.challenge_sv].map(of('sv')),
        ...[idea.title_en, idea.summary_en, idea.challenge_en].map(of('en')),
      ],
    };
  };

  readonly call = (call: FundingCallRow): Searched => ({
    ...{ id: call.id, code: asCode(call.identifier) },
    texts: [
      ...[call.identifier, call.programme, call.funder].map(ofAny),
      ...[call.title_en === null ? ofAny(call.title_sv) : of('sv')(call.title_sv), of('en')(call.title_en)],
      ...[call.summary_en === null ? ofAny(call.summary_sv) : of('sv')(call.summary_sv), of('en')(call.summary_en)],
    ],
  });

  readonly partner = (partner: PartnerRow): Searched => ({
    ...{ id: partner.id, code: asCode(partner.slug) },
    texts: [
      ...[partner.slug, partner.name].map(ofAny),
      ...[of('sv')(partner.description_sv), of('en')(partner.description_en)],
    ],
  });

  /** How well each row that the viewer sees answers: 3 by its code, 2 as written, 1 by stems, 0 by likeness. */
  find(seen: readonly Searched[], choices: Choices): Map<string, { tier: number; reach: Reach }> {
    const strictly = seen.filter(row => this.answers(row, choices, 'STEMS'));
    const reach = isPlain(choices) && strictly.length < 5 ? 'LIKENESS' : 'STEMS';
    const found = seen.filter(row => this.answers(row, choices, reach));
    return new Map(found.map(row => [row.id, { tier: this.tier(row, choices), reach }]));
  }

  private tier(row: Searched, choices: Choices): number {
    const asked = choices.map(choice => choice.filter(({ excluded }) => !excluded).map(({ text }) => text));
    if (asked.some(texts => [...texts, texts.join(' ')].some(text => asCode(text) === row.code))) return 3;
    if (this.answers(row, choices, 'WRITTEN')) return 2;
    return this.answers(row, choices, 'STEMS') ? 1 : 0;
  }

  private answers(row: Searched, choices: Choices, reach: Reach): boolean {
    return choices
      .map(choice => this.withoutIdle(choice))
      .some(
        terms => terms.length > 0 && terms.every(term => this.holds(row, term, reach) !== (term.excluded ?? false)),
      );
  }

  /** Stop words say nothing where other words do, and what has no words never does. */
  private withoutIdle(choice: readonly Term[]): readonly Term[] {
    const terms = choice.filter(({ text }) => wordsOf(text).length > 0);
    const idle = terms.filter(term => !term.quoted && !term.excluded && this.isStopWord(term));
    const busy = terms.some(term => !term.excluded && !idle.includes(term));
    return busy ? terms.filter(term => !idle.includes(term)) : terms;
  }

  private isStopWord({ text }: Term): boolean {
    const [word, another] = wordsOf(text);
    return another === undefined && (this.stemOf(word!, 'sv') === null || this.stemOf(word!, 'en') === null);
  }

  private holds({ texts }: Searched, { text, quoted }: Term, reach: Reach): boolean {
    const sought = wordsOf(text);
    if (quoted || sought.length > 1) return texts.some(({ words }) => standsIn(words, sought));
    const word = sought[0]!;
    const same = (other: string) => folded(other) === folded(word);
    return texts.some(({ words, languages }) =>
      words.some(
        other =>
          same(other) ||
          (reach !== 'WRITTEN' && languages.some(language => this.shareStem(word, other, language))) ||
          (reach === 'LIKENESS' && isAlike(folded(word), folded(other))),
      ),
    );
  }

  private shareStem(word: string, other: string, language: Language): boolean {
    const stem = this.stemOf(word, language);
    const theirs = this.stemOf(other, language);
    return stem !== null && theirs !== null && folded(stem) === folded(theirs);
  }
}

const of = (language: Language) => (text: string | null) => ({ words: wordsOf(text), languages: [language] });
const ofAny = (text: string | null): Text => ({ words: wordsOf(text), languages: ['sv', 'en'] });

const isPlain = (choices: Choices) => choices.length === 1 && choices[0]!.every(term => !term.quoted && !term.excluded);

function standsIn(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, from) => sought.every((word, place) => folded(words[from + place] ?? '') === folded(word)));
}

/** A part of the other, or it with one letter wrong, missing, too many, or in the place of the next. */
function isAlike(word: string, other: string): boolean {
  if (!/^\p{L}{3,}$/u.test(word) || !/^\p{L}{3,40}$/u.test(other)) return false;
  if (other.includes(word)) return true;
  return word.length >= 4 && isOneSlip([...word], [...other]);
}

function isOneSlip(one: readonly string[], other: readonly string[]): boolean {
  const from = one.findIndex((letter, place) => letter !== other[place]);
  const at = from === -1 ? one.length : from;
  const rest = (letters: readonly string[], skip: number) => letters.slice(at + skip).join('');
  if (rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1))
    return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2);
}
