import type { KeyGrant } from '../../../src/shared/roles.js';
import { Sector } from '../../../src/partners/sectors.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { aFocusAreaRow, aKeyRow, aPartnerRow, aProgrammeRow } from '../rows/rows.js';
import type { ApiKeyRow, FocusAreaRow, PartnerRow, ProgrammeRow, Tables } from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { days } from './moments.js';

/** Names that try the order of the alphabet; two partners share one. */
const NAMES = ['Zonen', 'Österlen Vind', 'Ångbåten', 'alfa', 'Alfa', 'Äpplet', 'Åkern', 'Ost & Co', 'Åkern'];
const COUNTRIES = ['SE', 'DK', 'DE', 'PL'];

export function partners(chance: Chance): PartnerRow[] {
  const sectors = wordsOf(Sector);
  return NAMES.map((name, index) =>
    aPartnerRow({
      name,
      sector: sectors[index % sectors.length]!,
      country: index < 5 ? 'SE' : chance.one(COUNTRIES),
      nuts_code: chance.perhaps('SE221'),
      website: chance.perhaps(`https://partner-${index}.example/å?q=1`),
      pic: chance.perhaps(String(900_000_000 + index)),
      contact_email: chance.perhaps(`kontakt@partner-${index}.example`),
      description_sv: index % 3 === 0 ? null : `Bygger båtar och vindkraft, nummer ${index}`,
      description_en: index % 3 === 1 ? `Builds boats, number ${index}` : null,
      version: 1 + chance.below(9),
    }),
  );
}

/** One with the usual numbers, and one that is closed and asks less. */
export function programmes(): ProgrammeRow[] {
  return [
    aProgrammeRow('KS3', { name_en: 'The programme', description_sv: 'Grön omställning', starts_on: '2025-01-01' }),
    aProgrammeRow('GS1', {
      open: false,
      ends_on: '2024-12-31',
      required_projects: 2,
      gate_policy_summary_min_length: 30,
      gate_policy_min_partners: 2,
      gate_policy_min_sectors: 2,
      gate_policy_required_sectors: [['PUBLIC', 'CIVIL_SOCIETY']],
      gate_policy_project_min_years: 2.5,
      gate_policy_project_max_years: 6,
      version: 4,
    }),
  ];
}

/** Three levels of one area, a neighbour whose code only begins alike, and areas without parts, one out of use. */
export function focusAreas(): FocusAreaRow[] {
  const sea = aFocusAreaRow('hav', { name_en: 'Sea', description_sv: 'Allt om havet' });
  const energy = aFocusAreaRow('hav.energi', { parent_id: sea.id, name_en: 'Energy at sea' });
  return [
    sea,
    energy,
    aFocusAreaRow('hav.energi.vind', { parent_id: energy.id }),
    aFocusAreaRow('hav.fiske', { parent_id: sea.id, description_sv: 'Fiske', description_en: 'Fishing' }),
    aFocusAreaRow('hav-kust', { retired_at: days(-20) }),
    aFocusAreaRow('stad', { name_en: 'City' }),
    aFocusAreaRow('tomt'),
  ];
}

const GRANTS: readonly KeyGrant[] = ['ALL_IDEAS', 'ACTIVITY', 'CONFIDENTIAL'];

/** Every combination of grants, none and all included. */
export const GRANT_COMBINATIONS: readonly (readonly KeyGrant[])[] = Array.from({ length: 8 }, (_, bits) =>
  GRANTS.filter((_grant, index) => (bits & (1 << index)) !== 0),
);

/** An administrator, two keys of one partner and one of each other, integrators with every combination of grants, and feed tokens. */
export function keys({ partner }: Pick<Tables, 'partner'>): ApiKeyRow[] {
  const [first, ...others] = partner;
  const integrators = GRANT_COMBINATIONS.map(grants =>
    aKeyRow(`ks3_integrator_${grants.join('_')}`, { role: 'INTEGRATOR', grants: [...grants] }),
  );
  const admin = aKeyRow('ks3_admin', { role: 'ADMIN' });
  const ofPartner = aKeyRow('ks3_partner_a', { role: 'PARTNER', partner_id: first!.id, expires_at: days(30) });
  const feedOf = ({ id, role, partner_id, grants }: ApiKeyRow, secret: string) =>
    aKeyRow(secret, { role, partner_id, grants, parent_id: id, feed_only: true, expires_at: days(30) });
  return [
    admin,
    aKeyRow('ks3_admin_of_partner', {
      ...{ role: 'ADMIN', partner_id: first!.id, created_at: days(-5), tools_may_write: true },
    }),
    ofPartner,
    feedOf(admin, 'ks3_feed_of_admin'),
    feedOf(ofPartner, 'ks3_feed_of_partner'),
    feedOf(integrators.at(-1)!, 'ks3_feed_of_integrator'),
    aKeyRow('ks3_partner_a_too', { role: 'PARTNER', partner_id: first!.id, revoked_at: days(-1) }),
    ...others.slice(0, 5).map(({ id }, index) => aKeyRow(`ks3_partner_${index}`, { role: 'PARTNER', partner_id: id })),
    ...integrators,
    aKeyRow('ks3_integrator_of_partner', { role: 'INTEGRATOR', partner_id: first!.id, last_used_at: days(-2) }),
  ];
}
