import type { Sector } from '../gql/graphql';
import { SECTOR } from './domain-words';
import { useSay, type Bilingual } from './language';

const BUSINESS: Bilingual = { sv: 'Företag', en: 'Business' };

/** A sector, or business of any size. */
export type SectorOrBusiness = Sector | 'BUSINESS';
export const SECTOR_OR_BUSINESS = { ...SECTOR, BUSINESS };

/** The sectors as one looks for them: where both kinds of business are missing, any business will do. */
export function soughtSectors(missing: readonly Sector[]): SectorOrBusiness[] {
  const anyBusiness = missing.includes('BUSINESS_SME') && missing.includes('BUSINESS_LARGE');
  return anyBusiness ? [...missing.filter(sector => !sector.startsWith('BUSINESS')), 'BUSINESS'] : [...missing];
}

/** The missing sectors by name. */
export function useMissingSectors(): (sectors: readonly Sector[]) => string[] {
  const say = useSay();
  return sectors => soughtSectors(sectors).map(sector => say(SECTOR_OR_BUSINESS, sector));
}
