import type { Sector } from '../partners/sectors.js';
import type { Amount } from '../shared/money.js';
import type { Counted } from '../shared/text/wording.js';
import type { ConsortiumRole, LetterOfIntent } from './roles.js';

/** What the rules know of a current member of a consortium. */
export interface MemberFacts {
  readonly partnerId: string;
  readonly role: ConsortiumRole;
  /** Null where the viewer may not see it. */
  readonly letterOfIntent?: LetterOfIntent | null;
  /** Null when nothing is promised, or the viewer may not see it. */
  readonly commitment?: Readonly<Amount> | null;
  readonly sector: Sector;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** What a rule about the breadth of a consortium needs to know of a member. */
export type MemberTraits = Pick<MemberFacts, 'role' | 'sector' | 'country'>;

export const PARTNERS: Counted = {
  one: { sv: 'partner', en: 'partner' },
  many: { sv: 'partner', en: 'partners' },
};

/** The members that count towards a required number: all but associated partners, who take part without funding. */
export function countedMembers<M extends Pick<MemberFacts, 'role'>>(members: readonly M[]): M[] {
  return members.filter(({ role }) => role !== 'ASSOCIATED_PARTNER');
}

/** The countries of the members, each once, in alphabetical order. */
export function countriesOf(members: readonly Pick<MemberFacts, 'country'>[]): string[] {
  return [...new Set(members.map(({ country }) => country))].sort();
}
