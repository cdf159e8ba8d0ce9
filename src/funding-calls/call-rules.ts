import { countedMembers, countriesOf, type MemberTraits, PARTNERS } from '../consortia/member-facts.js';
import { SECTOR_NAMES } from '../partners/sector-names.js';
import type { Sector } from '../partners/sectors.js';
import { type Bilingual, counted, listed } from '../shared/text/wording.js';

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

/** A call's rule, and whether the applicants keep it; why or why not is worded only where it is read. */
export interface WeighedCallRule {
  readonly code: 'PARTNERS' | 'COUNTRIES' | 'SECTORS' | 'TRL';
  readonly met: boolean;
  /** Whether the call demands anything here at all. */
  readonly isDemanded: boolean;
  readonly wording: () => Bilingual;
}

/** A call's rule, whether the applicants keep it, and why or why not. */
export interface CallRuleCheck {
  readonly code: WeighedCallRule['code'];
  readonly met: boolean;
  readonly message: Bilingual;
}

/** Every rule of the call, always all four: the gate, the matching and their explanations read the same answer. */
export function callRuleChecks(call: CallRules, applicants: Applicants): CallRuleCheck[] {
  return weighCallRules(call, applicants).map(({ code, met, wording }) => ({ code, met, message: wording() }));
}

/** The same for many at once, most of whose wordings nobody reads. */
export function weighCallRules(
  call: CallRules,
  { members, technologyReadinessLevel }: Applicants,
): readonly WeighedCallRule[] {
  const those = countedMembers(members);
  return [
    { code: 'PARTNERS', ...enoughPartners(call.minPartners ?? 0, those.length) },
    { code: 'COUNTRIES', ...enoughCountries(call.minCountries ?? 0, those) },
    { code: 'SECTORS', ...sectorsTakePart(call.requiredSectors, those) },
    { code: 'TRL', ...maturityFits(call, technologyReadinessLevel) },
  ];
}

type Answer = Omit<WeighedCallRule, 'code'>;

function enoughPartners(required: number, actual: number): Answer {
  if (required === 0)
    return nothingDemanded(
      'Utlysningen ställer inget krav på antal partner.',
      'The call demands no number of partners.',
    );
  return {
    met: actual >= required,
    isDemanded: true,
    wording() {
      const [needs, has] = [counted(required, PARTNERS), counted(actual, PARTNERS)];
      return {
        sv: `Utlysningen kräver minst ${needs.sv}, konsortiet har ${actual}.`,
        en: `The call demands at least ${needs.en}; the consortium has ${has.en}.`,
      };
    },
  };
}

const COUNTRIES = { one: { sv: 'land', en: 'country' }, many: { sv: 'länder', en: 'countries' } };

function enoughCountries(required: number, members: readonly MemberTraits[]): Answer {
  if (required === 0)
    return nothingDemanded(
      'Utlysningen ställer inget krav på antal länder.',
      'The call demands no number of countries.',
    );
  const countries = countriesOf(members);
  return {
    met: countries.length >= required,
    isDemanded: true,
    wording() {
      const [needs, has] = [counted(required, COUNTRIES), counted(countries.length, COUNTRIES)];
      const which = countries.length > 0 ? ` (${countries.join(', ')})` : '';
      return {
        sv: `Utlysningen kräver minst ${needs.sv}, konsortiet har ${has.sv}${which}.`,
        en: `The call demands at least ${needs.en}; the consortium has ${has.en}${which}.`,
      };
    },
  };
}

function sectorsTakePart(required: readonly Sector[], members: readonly MemberTraits[]): Answer {
  if (required.length === 0)
    return nothingDemanded('Utlysningen ställer inget krav på sektorer.', 'The call demands no sectors.');
  const missing = required.filter(sector => !members.some(member => member.sector === sector));
  const names = (sectors: readonly Sector[]) => listed(sectors.map(sector => SECTOR_NAMES[sector]));
  return {
    met: missing.length === 0,
    isDemanded: true,
    wording() {
      const { sv, en } = names(missing.length > 0 ? missing : required);
      if (missing.length === 0) return { sv: `Sektorerna finns med: ${sv}.`, en: `The sectors take part: ${en}.` };
      return { sv: `Utlysningen kräver också: ${sv}.`, en: `The call also demands: ${en}.` };
    },
  };
}

function maturityFits({ trlMin, trlMax }: CallRules, level: number | null | undefined): Answer {
  if (trlMin == null && trlMax == null)
    return nothingDemanded('Utlysningen ställer inget krav på TRL.', 'The call demands no TRL.');
  return {
    met: level != null && level >= (trlMin ?? 1) && level <= (trlMax ?? 9),
    isDemanded: true,
    wording() {
      const range = trlRange(trlMin ?? null, trlMax ?? null);
      if (level == null)
        return {
          sv: `Idéns TRL är inte angiven; utlysningen kräver ${range.sv}.`,
          en: `The idea's TRL is not told; the call demands ${range.en}.`,
        };
      return {
        sv: `Utlysningen kräver ${range.sv}, idén har TRL ${level}.`,
        en: `The call demands ${range.en}; the idea has TRL ${level}.`,
      };
    },
  };
}

function trlRange(min: number | null, max: number | null): Bilingual {
  if (max === null) return { sv: `TRL ${min} eller högre`, en: `TRL ${min} or higher` };
  if (min === null) return { sv: `TRL ${max} eller lägre`, en: `TRL ${max} or lower` };
  return { sv: `TRL ${min}–${max}`, en: `TRL ${min}–${max}` };
}

function nothingDemanded(sv: string, en: string): Answer {
  return { met: true, isDemanded: false, wording: () => ({ sv, en }) };
}
