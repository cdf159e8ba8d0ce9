import { missingSectors } from '../../consortia/missing-sectors.js';
import { SECTOR_NAMES } from '../../partners/sector-names.js';
import type { Sector } from '../../partners/sectors.js';
import type { GatePolicy } from '../../programmes/gate-policy.js';
import { describedEnum, wordsOf } from '../../shared/described-enum.js';
import type { Localized } from '../../shared/text/localized-text.js';
import { type Bilingual, counted, listed } from '../../shared/text/wording.js';

export const PartnerMatchReasonCode = describedEnum(
  'PartnerMatchReasonCode',
  'A side from which a consortium and a partner are compared.',
  {
    MISSING_SECTOR: 'It is of a sector that the consortium lacks.',
    MISSING_COUNTRY: 'It is of a country that a call applied to asks for more of.',
    FOCUS_AREA: 'It takes part in ideas in the same focus areas, as far as the viewer sees them.',
    WORKED_TOGETHER: 'It takes part in another idea with members of the consortium, as far as the viewer sees it.',
    GRANTED_BEFORE: 'It takes part in ideas that were granted funding, as far as the viewer sees them.',
  },
);
export type PartnerMatchReasonCode = keyof typeof PartnerMatchReasonCode;

/** What is known of a partner outside the consortium, as far as the viewer sees. */
export interface PartnerFacts {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string;
  /** The idea's focus areas in which it has other ideas. */
  readonly areas: readonly Localized[];
  /** Members with whom it takes part in another idea. */
  readonly together: readonly string[];
  /** How many of its ideas were granted funding. */
  readonly granted: number;
}

/** What the consortium is, and what its drafts ask of it. */
export interface ConsortiumFacts {
  readonly sectors: readonly Sector[];
  readonly countries: readonly string[];
  /** The most countries that a call which the idea means to apply to asks for; null when none does. */
  readonly minCountries: number | null;
  readonly policy: GatePolicy;
}

export interface PartnerMatchReason {
  readonly code: PartnerMatchReasonCode;
  readonly satisfied: boolean;
  readonly message: Bilingual;
}

/** What each side counts in the score; together 1. */
const WEIGHTS: Readonly<Record<PartnerMatchReasonCode, number>> = {
  MISSING_SECTOR: 0.4,
  FOCUS_AREA: 0.25,
  WORKED_TOGETHER: 0.15,
  MISSING_COUNTRY: 0.1,
  GRANTED_BEFORE: 0.1,
};

/** A partner that scores less is not suggested. */
export const SUGGEST_FROM = 0.25;

const IDEAS = { one: { sv: 'idé', en: 'idea' }, many: { sv: 'idéer', en: 'ideas' } };

const said = (satisfied: boolean, sv: string, en: string) => ({ satisfied, message: { sv, en } });
const names = (each: readonly string[]) => listed(each.map(name => ({ sv: name, en: name })));

const SIDES: Readonly<
  Record<PartnerMatchReasonCode, (partner: PartnerFacts, consortium: ConsortiumFacts) => ReturnType<typeof said>>
> = {
  MISSING_SECTOR: ({ sector }, { sectors, policy }) => {
    const { sv, en } = SECTOR_NAMES[sector];
    return missingSectors(sectors, policy).includes(sector)
      ? said(true, `Konsortiet saknar sektorn ${sv}.`, `The consortium lacks the sector ${en}.`)
      : said(false, `Konsortiet saknar inte sektorn ${sv}.`, `The consortium does not lack the sector ${en}.`);
  },
  MISSING_COUNTRY: ({ country }, { countries, minCountries }) => {
    if (minCountries === null || countries.length >= minCountries)
      return said(
        false,
        'Ingen utlysning kräver partner från fler länder.',
        'No call asks for partners from more countries.',
      );
    if (countries.includes(country))
      return said(
        false,
        'Konsortiet har redan en partner från samma land.',
        'The consortium has a partner from that country.',
      );
    const short = `${countries.length}/${minCountries}`;
    return said(
      true,
      `Tillför ett land: utlysningen kräver fler (${short}).`,
      `It adds a country: the call asks for more (${short}).`,
    );
  },
  FOCUS_AREA: ({ areas }) => {
    if (areas.length === 0)
      return said(
        false,
        'Har inga andra idéer i samma fokusområden.',
        'It has no other ideas in the same focus areas.',
      );
    const { sv, en } = listed(areas);
    return said(true, `Har idéer i samma fokusområden: ${sv}.`, `It has ideas in the same focus areas: ${en}.`);
  },
  WORKED_TOGETHER: ({ together }) => {
    if (together.length === 0)
      return said(
        false,
        'Är inte med i någon annan idé med konsortiets partner.',
        'It is in no other idea with the members.',
      );
    const { sv, en } = names(together);
    return said(true, `Är med i en annan idé med ${sv}.`, `It takes part in another idea with ${en}.`);
  },
  GRANTED_BEFORE: ({ granted }) => {
    if (granted === 0)
      return said(false, 'Ingen av dess idéer har beviljats stöd.', 'None of its ideas has been granted funding.');
    const { sv, en } = counted(granted, IDEAS);
    return said(true, `Har fått stöd beviljat för ${sv}.`, `It has been granted funding for ${en}.`);
  },
};

/** How well a partner would fill out a consortium, explained from all sides. */
export function partnerMatchOf(partner: PartnerFacts, consortium: ConsortiumFacts) {
  const reasons = wordsOf(PartnerMatchReasonCode).map((code): PartnerMatchReason => ({
    code,
    ...SIDES[code](partner, consortium),
  }));
  const hundredths = reasons.reduce(
    (sum, { code, satisfied }) => sum + (satisfied ? Math.round(WEIGHTS[code] * 100) : 0),
    0,
  );
  return { partnerId: partner.id, score: hundredths / 100, reasons };
}

/** The partners that would fill out the consortium best; equals by name, and those of one name by id. */
export function bestPartners(partners: readonly PartnerFacts[], consortium: ConsortiumFacts, first: number) {
  const byName = new Intl.Collator('sv');
  return partners
    .map(partner => ({ ...partnerMatchOf(partner, consortium), name: partner.name }))
    .filter(({ score }) => score >= SUGGEST_FROM)
    .sort(
      (one, other) =>
        other.score - one.score || byName.compare(one.name, other.name) || (one.partnerId < other.partnerId ? -1 : 1),
    )
    .slice(0, first);
}
