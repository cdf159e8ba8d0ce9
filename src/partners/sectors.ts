import { describedEnum } from '../shared/described-enum.js';

export const Sector = describedEnum(
  'Sector',
  'The part of society a partner belongs to: the quadruple helix, with the support system apart.',
  {
    ACADEMIA: 'Universities and research institutes (akademi).',
    BUSINESS_SME: 'Small and medium-sized enterprises (Recommendation 2003/361/EC).',
    BUSINESS_LARGE: 'Large enterprises.',
    PUBLIC: 'Public bodies: regions, municipalities, authorities (offentlig sektor).',
    SUPPORT_SYSTEM: 'Organisations that support innovation and enterprise (främjandesystemet).',
    CIVIL_SOCIETY: 'Associations and other civil society (civilsamhälle).',
  },
);
export type Sector = keyof typeof Sector;

export function isBusiness(sector: Sector): boolean {
  return sector === 'BUSINESS_SME' || sector === 'BUSINESS_LARGE';
}
