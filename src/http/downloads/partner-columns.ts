import { SECTOR_NAMES } from '../../partners/sector-names.js';
import { column, type ExportedColumn, inWords, WIDTH } from '../../tables/exported-columns.js';

/** Beside the others, for those who may change what is exported: from which version of the partner a row is written. */
export const PARTNER_VERSION = column('version', 'Version', 'Version', WIDTH.number, ({ version }) => version);

export const PARTNER_COLUMNS: readonly ExportedColumn[] = [
  column('slug', 'Kortnamn', 'Short name', WIDTH.name, ({ slug }) => slug),
  column('name', 'Namn', 'Name', WIDTH.name, ({ name }) => name),
  inWords(
    column('sector', 'Sektor', 'Sector', WIDTH.word, ({ sector }) => sector),
    SECTOR_NAMES,
  ),
  column(
    'organisationNumber',
    'Organisationsnummer',
    'Organisation number',
    WIDTH.word,
    partner => partner.organisationNumber,
  ),
  column('pic', 'PIC', 'PIC', WIDTH.number, ({ pic }) => pic),
  column('country', 'Land', 'Country', WIDTH.number, ({ country }) => country),
  column('nutsCode', 'NUTS-kod', 'NUTS code', WIDTH.number, ({ nutsCode }) => nutsCode),
  column('website', 'Webbplats', 'Website', WIDTH.name, ({ website }) => website),
  column(
    'descriptionSv',
    'Beskrivning på svenska',
    'Description in Swedish',
    WIDTH.text,
    ({ descriptionSv }) => descriptionSv,
  ),
  // Where there is no English the API gives the Swedish.
  column(
    'descriptionEn',
    'Beskrivning på engelska',
    'Description in English',
    WIDTH.text,
    ({ descriptionSv, descriptionEn }) => (descriptionEn === descriptionSv ? null : descriptionEn),
  ),
  column('contactEmail', 'Kontakt', 'Contact', WIDTH.name, ({ contactEmail }) => contactEmail),
];
