import { LONGEST, localizedFaults, textFaults } from '../shared/checks.js';
import { type Fault, fault } from '../shared/refuse.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { country as countryCode, nutsCode, organisationNumber, participantCode } from './numbers.js';
import type { Sector } from './sectors.js';

/** What a partner is described by. */
export interface PartnerDescription {
  name: string;
  sector: Sector;
  organisationNumber?: string | null | undefined;
  pic?: string | null | undefined;
  country?: string | null | undefined;
  nutsCode?: string | null | undefined;
  website?: string | null | undefined;
  description?: LocalizedText | null | undefined;
}

/** The names of the fields that describe a partner; its slug is chosen once. */
export const DESCRIBING_PARTNER = [
  'name',
  'sector',
  'organisationNumber',
  'pic',
  'country',
  'nutsCode',
  'website',
  'description',
] as const;

/** The numbers and codes in the one form that is stored, and what is wrong with any of them. */
export function checkedPartner(
  description: Partial<PartnerDescription>,
  present?: string,
): { faults: Fault[]; values: Partial<PartnerDescription> } {
  const country = description.country ?? present;
  const rules = {
    organisationNumber,
    pic: participantCode,
    country: countryCode,
    nutsCode: (written: string) => nutsCode(written, country),
  };
  const values: Record<string, string> = {};
  const faults = [
    ...(description.name == null ? [] : textFaults(['name'], description.name, LONGEST.name)),
    ...localizedFaults('description', description.description, LONGEST.text),
  ];
  for (const [field, rule] of Object.entries(rules)) {
    const written = description[field as keyof typeof rules];
    if (written == null) continue;
    const { value, fault: wrong } = rule(written);
    if (wrong) faults.push(fault('INVALID', [field], wrong));
    else values[field] = value;
  }
  return { faults, values };
}
