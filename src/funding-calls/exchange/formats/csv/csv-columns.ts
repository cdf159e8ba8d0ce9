import { type Column, Columns } from '../../../../tables/columns.js';
import { AMOUNT_COLUMNS } from './csv-amount-columns.js';

/** Every column that is read, in the order of the documentation (docs/import-formats.md). */
const CALL_COLUMNS: readonly Column[] = [
  {
    field: 'identifier',
    sv: ['beteckning', 'identifierare', 'utlysnings-id', 'diarienummer'],
    en: ['identifier', 'id', 'call id'],
    required: 'identifier',
    near: [
      'dnr',
      'diarienr',
      'referensnummer',
      'utlysningsnummer',
      'reference',
      'reference number',
      'call identifier',
      'call number',
    ],
  },
  {
    field: 'titleSv',
    sv: ['titel på svenska', 'titel', 'titel (sv)', 'svensk titel', 'rubrik'],
    en: ['title in Swedish', 'title', 'title (sv)', 'swedish title'],
    required: 'title',
    near: ['utlysning', 'utlysningens namn', 'utlysningens titel', 'benämning', 'call', 'call title', 'call name'],
  },
  {
    field: 'titleEn',
    sv: ['titel på engelska', 'titel (en)', 'engelsk titel'],
    en: ['title in English', 'title (en)', 'english title'],
    required: 'title',
  },
  {
    field: 'summarySv',
    sv: ['sammanfattning på svenska', 'sammanfattning', 'sammanfattning (sv)', 'beskrivning'],
    en: ['summary in Swedish', 'summary', 'summary (sv)', 'description'],
  },
  {
    field: 'summaryEn',
    sv: ['sammanfattning på engelska', 'sammanfattning (en)', 'beskrivning (en)'],
    en: ['summary in English', 'summary (en)', 'description (en)'],
  },
  { field: 'programme', sv: ['program'], en: ['programme'], near: ['programnamn', 'funding programme', 'scheme'] },
  {
    field: 'funder',
    sv: ['finansiär', 'finansiar'],
    en: ['funder', 'agency'],
    required: 'funder',
    near: ['myndighet', 'anslagsgivare', 'utlysare', 'funding body', 'funding agency'],
  },
  {
    field: 'url',
    sv: ['webbadress', 'länk', 'webbplats'],
    en: ['web address', 'URL', 'link', 'website'],
    near: ['webbsida', 'hemsida', 'webblänk', 'web page', 'webpage'],
  },
  {
    field: 'deadlineModel',
    sv: ['ansökningsförfarande', 'sista dagens modell', 'modell', 'ansökningsmodell'],
    en: ['deadline model', 'deadlinemodel', 'model'],
  },
  {
    field: 'opensAt',
    sv: ['öppnar', 'öppningsdatum'],
    en: ['opens', 'opens at', 'opensat', 'opening date'],
    near: ['startdatum', 'öppningsdag', 'ansökan öppnar', 'utlysningen öppnar', 'start date', 'open date', 'opening'],
  },
  {
    field: 'deadlines',
    sv: ['sista ansökningsdag', 'sista ansökningsdagar', 'sista dag', 'sista dagar', 'stänger', 'stängningsdatum'],
    en: ['deadline', 'deadlines', 'closes', 'closing date'],
    near: [
      'slutdatum',
      'slutdag',
      'sista datum',
      'sista ansökningsdatum',
      'sista inlämningsdag',
      'sista inlämningsdatum',
      'ansök senast',
      'sök senast',
      'ansökan senast',
      'senast',
      'stängning',
      'stängningsdag',
      'utlysningen stänger',
      'ansökan stänger',
      'end date',
      'close date',
      'closing',
      'due date',
      'application deadline',
      'submission deadline',
      'deadline date',
      'apply by',
    ],
    repeated: true,
  },
  ...AMOUNT_COLUMNS,
  {
    field: 'fundingRate',
    sv: ['stödandel', 'stödnivå', 'finansieringsgrad'],
    en: ['funding rate', 'fundingrate', 'co-financing rate'],
    near: ['stödgrad', 'bidragsandel', 'co-financing', 'funding percentage'],
  },
  {
    field: 'minPartners',
    sv: ['minst antal partner', 'minsta antal partner', 'antal partner'],
    en: ['partners at least', 'least partners', 'min partners', 'minpartners'],
  },
  {
    field: 'minCountries',
    sv: ['minst antal länder', 'minsta antal länder', 'antal länder'],
    en: ['countries at least', 'least countries', 'min countries', 'mincountries'],
  },
  {
    field: 'countries',
    sv: ['länder', 'land'],
    en: ['countries', 'country'],
    near: ['länder som får söka', 'eligible countries'],
  },
  {
    field: 'requiredSectors',
    sv: ['sektorer som krävs', 'krävda sektorer', 'sektorer'],
    en: ['sectors required', 'required sectors', 'requiredsectors', 'sectors'],
  },
  { field: 'trl', sv: ['TRL'], en: ['TRL'] },
  { field: 'trlMin', sv: ['lägsta TRL', 'TRL från'], en: ['lowest TRL', 'TRL min', 'trlmin'] },
  { field: 'trlMax', sv: ['högsta TRL', 'TRL till'], en: ['highest TRL', 'TRL max', 'trlmax'] },
  { field: 'focusAreas', sv: ['fokusområden', 'fokusområde'], en: ['focus areas', 'focusareas', 'focus area'] },
  { field: 'environmentalObjectives', sv: ['miljömål'], en: ['environmental objectives', 'environmentalobjectives'] },
];

/** Columns of our own export that follow from the others. */
const DERIVED = ['status', 'next deadline', 'nästa sista ansökningsdag', 'nästa sista dag', 'created at', 'updated at'];

export const COLUMNS = new Columns(CALL_COLUMNS, DERIVED);

/** The columns whose dates a table may have under a name that we don't know. */
export const DATED = CALL_COLUMNS.filter(({ field }) => field === 'deadlines' || field === 'opensAt');
