import { LONGEST, localizedFaults, textFaults } from '../shared/checks.js';
import { type Fault, fault } from '../shared/refuse.js';
import { isMailbox, NO_MAILBOX } from '../shared/values/mailbox.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { type Checked, country as countryCode, nutsCode, organisationNumber, participantCode } from './numbers.js';
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
  contactEmail?: string | null | undefined;
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
  'contactEmail',
] as const;

/** What a partner says of itself; the rest is for administrators to say. */
const BY_ITSELF: ReadonlySet<string> = new Set(['nutsCode', 'website', 'description', 'contactEmail']);

/** The fields that a partner does not change itself. */
export const FOR_ADMINISTRATORS = DESCRIBING_PARTNER.filter(field => !BY_ITSELF.has(field));

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
    contactEmail: (written: string): Checked =>
      isMailbox(written) ? { value: written, fault: null } : { value: null, fault: NO_MAILBOX },
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
