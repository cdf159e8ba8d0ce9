import { guide, type TableTemplate } from '../../tables/template/table-template.js';
import { SECTOR_NAMES } from '../sector-names.js';
import { PARTNER_TABLE } from './partner-columns.js';

/** A table of partners to fill in. */
export const PARTNER_TEMPLATE: TableTemplate = {
  title: { sv: 'Partner', en: 'Partners' },
  columns: PARTNER_TABLE.all,
  guides: {
    name: guide(['Organisationens namn. Behövs.', 'The name of the organisation. Needed.'], 'Provföretaget AB'),
    sector: guide(
      ['Behövs.', 'Needed.'],
      ['små och medelstora företag', 'small and medium-sized enterprises'],
      Object.values(SECTOR_NAMES),
    ),
    organisationNumber: guide(['NNNNNN-NNNN.', 'NNNNNN-NNNN.'], '556000-4615'),
    pic: guide(['EU:s deltagarnummer, nio siffror.', "The EU's participant number, nine digits."], '912345678'),
    country: guide(['Kod eller namn; tomt är Sverige.', 'Code or name; empty is Sweden.'], ['Sverige', 'Sweden']),
    nutsCode: guide(['Kod, eller länets namn.', 'Code, or the name of the county.'], 'SE221'),
    website: guide(['Börjar med https://.', 'Begins with https://.'], 'https://provforetaget.example'),
    descriptionSv: guide(['Vad organisationen gör.', 'What the organisation does.'], 'Bygger arbetsbåtar.'),
    descriptionEn: guide(['Detsamma på engelska.', 'The same in English.'], 'Builds workboats.'),
    contactEmail: guide(['En funktionsbrevlåda.', "A role's mailbox."], 'innovation@provforetaget.example'),
  },
};
