import type { ConsortiumRole, LetterOfIntent } from '../../../consortia/roles.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Amount } from '../../../shared/money.js';
import { cellAmount } from '../../../tables/amounts.js';
import type { Cells } from '../../../tables/cells.js';
import type { Filled } from '../../../tables/raw-cells.js';
import { cellText } from '../../../tables/text/cell-text.js';
import { LETTER_NAMES, letterOf, ROLE_NAMES, roleOf } from './idea-words.js';
import { atCommas, itemsOf } from '../../../tables/text/list-items.js';
import { amountOf, besideIn, tooLongList } from './items.js';
import type { Named } from './lookups.js';
import { type Finder, ofItems } from './names.js';
import { isEmptied, unknownWord } from './said.js';
import { named, NO_PARTNER } from './find-named.js';

/** A member as a row tells of it: what it doesn't say is undefined, no commitment is null. */
export interface SaidMember {
  readonly partner: Named;
  readonly role?: ConsortiumRole | undefined;
  readonly letter?: LetterOfIntent | undefined;
  readonly commitment?: Amount | null | undefined;
}

type Details = Pick<SaidMember, 'role' | 'letter' | 'commitment'>;

/** Who takes part as a row tells it; an empty list where the row empties the cell, undefined where it says nothing. */
export function saidMembers(cells: Cells, names: Finder<Named>, isExact: boolean): SaidMember[] | undefined {
  const [partners, [filled]] = [ofItems(names), cells.all('members')];
  if (!filled) return withoutMembers(cells, isExact);
  const items = itemsOf(filled.cell).flatMap(item => (whole(item, partners) ? [item] : atCommas(item)));
  if (tooLongList(cells, filled, items)) return undefined;
  const members = items.map(item => memberIn(cells, filled, item, partners));
  const found = members.flatMap(member => member ?? []);
  const twice = found.find((one, at) => found.findIndex(other => other.partner.id === one.partner.id) < at);
  if (twice) cells.refuse(filled.path, twice.partner.name, TWICE);
  return found.length < items.length ? undefined : withColumns(cells, found, isExact);
}

/** What stands of members without their names would be lost. */
function withoutMembers(cells: Cells, isExact: boolean): [] | undefined {
  if (isExact && isEmptied(cells, 'members')) return [];
  for (const field of ['roles', 'letters', 'commitments']) {
    const [filled] = cells.all(field);
    if (filled) cells.refuse(filled.path, filled.cell, WHOSE);
  }
  return undefined;
}

const WHOSE: Bilingual = {
  sv: 'säger inte vems. Skriv vilka som är med i kolumnen Partner, i samma ordning.',
  en: "doesn't say whose. Write who takes part in the column Partners, in the same order.",
};

const TWICE: Bilingual = { sv: 'står här två gånger.', en: 'stands here twice.' };

function whole(item: string, partners: Finder<Named>): boolean {
  return partners.find(item) !== undefined || partners.find(apart(item).name) !== undefined;
}

/** "Techtank (koordinator, undertecknad, 500 tkr)": the name, and what stands in the parentheses at its end. */
function apart(item: string): { name: string; inside: string } {
  const start = item.endsWith(')') ? item.lastIndexOf('(') : -1;
  if (start < 1) return { name: item, inside: '' };
  return { name: cellText(item.slice(0, start)), inside: item.slice(start + 1, -1) };
}

function memberIn(cells: Cells, filled: Filled, item: string, partners: Finder<Named>): SaidMember | undefined {
  const known = partners.find(item);
  const { name, inside } = known ? { name: item, inside: '' } : apart(item);
  const partner =
    known && known !== 'SEVERAL' ? known : named(cells, filled, name, { names: partners, none: NO_PARTNER });
  const details: { -readonly [K in keyof Details]: Details[K] } = {};
  for (const word of inside.split(/[,;]/).flatMap(each => cellText(each) || [])) {
    const [role, letter] = [roleOf(word), letterOf(word)];
    if (role) details.role = role;
    else if (letter) details.letter = letter;
    else if (!('problem' in cellAmount(word))) details.commitment = amountOf(cells, filled, word);
    else cells.refuse(filled.path, word, NO_DETAIL);
  }
  return partner && { partner, ...details };
}

const NO_DETAIL: Bilingual = {
  sv: `är varken roll, avsiktsförklaring eller belopp. Skriv till exempel (koordinator, undertecknad, 500 tkr).`,
  en: `is no role, letter of intent or amount. Write for instance (coordinator, signed, SEK 500000).`,
};

/** What the columns beside that of the members say of each, in its order. */
function withColumns(cells: Cells, members: readonly SaidMember[], isExact: boolean): SaidMember[] {
  const beside = <T>(field: string, read: (item: string, filled: Filled) => T | undefined, nothing: T) => {
    const [filled] = cells.all(field);
    const items = besideIn(cells, field, members.length);
    if (!items) return members.map(() => (isExact && isEmptied(cells, field) ? nothing : undefined));
    return items.map(item => (item === null ? nothing : read(item, filled!)));
  };
  const roles = beside('roles', wordIn(cells, { of: roleOf, names: ROLE_NAMES }), 'BENEFICIARY' as const);
  const letters = beside('letters', wordIn(cells, { of: letterOf, names: LETTER_NAMES }), 'NONE' as const);
  const promised = beside<Amount | null>('commitments', (item, at) => amountOf(cells, at, item), null);
  return members.map((member, at) => ({
    ...member,
    role: member.role ?? roles[at],
    letter: member.letter ?? letters[at],
    commitment: member.commitment === undefined ? promised[at] : member.commitment,
  }));
}

function wordIn<W extends string>(
  cells: Cells,
  words: { of: (text: string) => W | undefined; names: Readonly<Record<W, Bilingual>> },
): (item: string, filled: Filled) => W | undefined {
  return (item, { path }) => words.of(item) ?? cells.refuse(path, item, unknownWord(words));
}
