import { SECTOR } from './domain-words';
import { useSay, type Bilingual } from './language';

const BUSINESS: Bilingual = { sv: 'Företag', en: 'Business' };
const ANY = { ...SECTOR, BUSINESS };

/** The sectors by name. Where both kinds of business are missing, any business will do. */
export function useMissingSectors(): (sectors: readonly string[]) => string[] {
  const say = useSay();
  return sectors => {
    const anyBusiness = sectors.includes('BUSINESS_SME') && sectors.includes('BUSINESS_LARGE');
    const named = anyBusiness ? [...sectors.filter(sector => !sector.startsWith('BUSINESS')), 'BUSINESS'] : sectors;
    return named.map(sector => say(ANY, sector));
  };
}
