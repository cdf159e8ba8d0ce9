import { Columns } from '../../tables/columns.js';

/** Every column of a table of partners, in the order of the documentation (docs/import-formats.md). */
export const PARTNER_TABLE = new Columns([
  {
    field: 'name',
    sv: ['namn', 'organisation', 'partner'],
    en: ['name', 'organisation', 'partner', 'organization'],
    near: ['företag', 'aktör', 'part', 'organisationsnamn', 'partnerns namn', 'company', 'organisation name'],
    required: 'name',
  },
  { field: 'version', sv: ['version'], en: ['version'] },
  { field: 'slug', sv: ['kortnamn'], en: ['short name', 'slug'], required: 'name' },
  {
    field: 'sector',
    sv: ['sektor', 'aktörstyp', 'typ av aktör'],
    en: ['sector', 'type of organisation'],
    near: ['typ', 'kategori', 'type', 'category'],
  },
  {
    field: 'organisationNumber',
    sv: ['organisationsnummer', 'org.nr', 'orgnr', 'org nummer'],
    en: ['organisation number', 'organization number', 'registration number'],
    required: 'name',
  },
  { field: 'pic', sv: ['PIC', 'PIC-kod', 'PIC-nummer'], en: ['PIC', 'PIC code', 'PIC number'], required: 'name' },
  { field: 'country', sv: ['land', 'landskod'], en: ['country', 'country code'] },
  {
    field: 'nutsCode',
    sv: ['NUTS-kod', 'NUTS', 'region', 'län'],
    en: ['NUTS code', 'NUTS', 'region', 'county'],
  },
  {
    field: 'website',
    sv: ['webbplats', 'webbadress', 'hemsida', 'länk'],
    en: ['website', 'web address', 'URL', 'link'],
    near: ['webb', 'webbsida', 'web', 'web page'],
  },
  {
    field: 'descriptionSv',
    sv: ['beskrivning på svenska', 'beskrivning', 'beskrivning (sv)'],
    en: ['description in Swedish', 'description', 'description (sv)'],
    near: ['verksamhet', 'om organisationen', 'about'],
  },
  {
    field: 'descriptionEn',
    sv: ['beskrivning på engelska', 'beskrivning (en)'],
    en: ['description in English', 'description (en)'],
  },
  {
    field: 'contactEmail',
    sv: ['kontakt', 'funktionsbrevlåda', 'e-post', 'mejl', 'kontaktadress'],
    en: ['contact', 'contact email', 'email', 'e-mail', 'mailbox'],
    near: ['epost', 'mail', 'mailadress', 'e-postadress', 'email address'],
  },
]);
