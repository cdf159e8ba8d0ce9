import type { Bilingual } from '../shared/text/wording.js';
import { type Sector } from './sectors.js';

/** What messages call a sector. */
export const SECTOR_NAMES: Record<Sector, Bilingual> = {
  ACADEMIA: { sv: 'akademi', en: 'academia' },
  BUSINESS_SME: { sv: 'små och medelstora företag', en: 'small and medium-sized enterprises' },
  BUSINESS_LARGE: { sv: 'stora företag', en: 'large enterprises' },
  PUBLIC: { sv: 'offentlig sektor', en: 'public sector' },
  SUPPORT_SYSTEM: { sv: 'främjandesystemet', en: 'support system' },
  CIVIL_SOCIETY: { sv: 'civilsamhället', en: 'civil society' },
};
