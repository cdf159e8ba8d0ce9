import { countedMembers, countriesOf, type MemberTraits, PARTNERS } from '../consortia/member-facts.js';
import { SECTOR_NAMES } from '../partners/sector-names.js';
import type { Sector } from '../partners/sectors.js';
import { type Bilingual, counted, listed } from '../shared/wording.js';

/** What a funding call demands of a consortium; null or empty where it demands nothing. */
export interface CallRules {
  readonly minPartners?: number | null;
  readonly minCountries?: number | null;
  readonly requiredSectors: readonly Sector[];
  readonly trlMin?: number | null;
  readonly trlMax?: number | null;
}

/** What a call's rules are held against. Members are the current ones. */
export interface Applicants {
  readonly members: readonly MemberTraits[];
  readonly technologyReadinessLevel?: number | null;
}

/** A call's rule, whether the applicants keep it, and why or why not. */
export interface CallRuleCheck {
  readonly code: 'PARTNERS' | 'COUNTRIES' | 'SECTORS' | 'TRL';
  readonly met: boolean;
  readonly message: Bilingual;
}

/** Every rule of the call, always all four: the gate, the matching and their explanations read the same answer. */
export function callRuleChecks(call: CallRules, { members, technologyReadinessLevel }: Applicants): CallRuleCheck[] {
  const those = countedMembers(members);
  return [
    { code: 'PARTNERS', ...enoughPartners(call.minPartners ?? 0, those.length) },
    { code: 'COUNTRIES', ...enoughCountries(call.minCountries ?? 0, countriesOf(those)) },
    { code: 'SECTORS', ...sectorsTakePart(call.requiredSectors, those) },
    { code: 'TRL', ...maturityFits(call, technologyReadinessLevel) },
  ];
}

type Answer = Pick<CallRuleCheck, 'met' | 'message'>;

function enoughPartners(required: number, actual: number): Answer {
  if (required === 0)
    return yes('Utlysningen kräver inget visst antal partner.', 'The call demands no number of partners.');
  const [needs, has] = [counted(required, PARTNERS), counted(actual, PARTNERS)];
  return {
    met: actual >= required,
    message: {
      sv: `Utlysningen kräver minst ${needs.sv}, konsortiet har ${actual}.`,
      en: `The call demands at least ${needs.en}; the consortium has ${has.en}.`,
    },
  };
}

const COUNTRIES = { one: { sv: 'land', en: 'country' }, many: { sv: 'länder', en: 'countries' } };

function enoughCountries(required: number, countries: readonly string[]): Answer {
  if (required === 0)
    return yes('Utlysningen kräver inget visst antal länder.', 'The call demands no number of countries.');
  const [needs, has] = [counted(required, COUNTRIES), counted(countries.length, COUNTRIES)];
  const which = countries.length > 0 ? ` (${countries.join(', ')})` : '';
  return {
    met: countries.length >= required,
    message: {
      sv: `Utlysningen kräver minst ${needs.sv}, konsortiet har ${has.sv}${which}.`,
      en: `The call demands at least ${needs.en}; the consortium has ${has.en}${which}.`,
    },
  };
}

function sectorsTakePart(required: readonly Sector[], members: readonly MemberTraits[]): Answer {
  if (required.length === 0) return yes('Utlysningen kräver inga vissa sektorer.', 'The call demands no sectors.');
  const missing = required.filter(sector => !members.some(member => member.sector === sector));
  const names = listed((missing.length > 0 ? missing : required).map(sector => SECTOR_NAMES[sector]));
  if (missing.length === 0) return yes(`Sektorerna finns med: ${names.sv}.`, `The sectors take part: ${names.en}.`);
  return no(`Utlysningen kräver också: ${names.sv}.`, `The call also demands: ${names.en}.`);
}

function maturityFits({ trlMin, trlMax }: CallRules, level: number | null | undefined): Answer {
  if (trlMin == null && trlMax == null) return yes('Utlysningen kräver ingen viss TRL.', 'The call demands no TRL.');
  const range = trlRange(trlMin ?? null, trlMax ?? null);
  if (level == null) {
    return no(
      `Idéns TRL är inte angiven; utlysningen kräver ${range.sv}.`,
      `The idea's TRL is not told; the call demands ${range.en}.`,
    );
  }
  return {
    met: level >= (trlMin ?? 1) && level <= (trlMax ?? 9),
    message: {
      sv: `Utlysningen kräver ${range.sv}, idén har TRL ${level}.`,
      en: `The call demands ${range.en}; the idea has TRL ${level}.`,
    },
  };
}

function trlRange(min: number | null, max: number | null): Bilingual {
  if (max === null) return { sv: `TRL ${min} eller högre`, en: `TRL ${min} or higher` };
  if (min === null) return { sv: `TRL ${max} eller lägre`, en: `TRL ${max} or lower` };
  return { sv: `TRL ${min}–${max}`, en: `TRL ${min}–${max}` };
}

function yes(sv: string, en: string): Answer {
  return { met: true, message: { sv, en } };
}

function no(sv: string, en: string): Answer {
  return { met: false, message: { sv, en } };
}
