import type { Column } from '../../../tables/columns.js';

/** The columns that say which idea it is, and what it is about. */
export const DESCRIBING_COLUMNS: readonly Column[] = [
  { field: 'code', sv: ['nummer', 'idénummer', 'kod'], en: ['number', 'idea number', 'code'], required: 'title' },
  { field: 'version', sv: ['version'], en: ['version'] },
  { field: 'programme', sv: ['program'], en: ['programme', 'program'] },
  {
    field: 'titleSv',
    sv: ['titel', 'titel på svenska', 'titel (sv)'],
    en: ['title in Swedish', 'title', 'title (sv)'],
    near: ['idé', 'projektidé', 'namn', 'rubrik', 'idéns namn', 'projekttitel', 'idea', 'project idea', 'name'],
    required: 'title',
  },
  {
    field: 'titleEn',
    sv: ['titel på engelska', 'titel (en)', 'engelsk titel'],
    en: ['title in English', 'title (en)', 'English title'],
    required: 'title',
  },
  {
    field: 'summarySv',
    sv: ['sammanfattning', 'sammanfattning på svenska', 'sammanfattning (sv)'],
    en: ['summary in Swedish', 'summary', 'summary (sv)'],
    near: ['beskrivning', 'kort beskrivning', 'om idén', 'description', 'abstract'],
  },
  {
    field: 'summaryEn',
    sv: ['sammanfattning på engelska', 'sammanfattning (en)'],
    en: ['summary in English', 'summary (en)'],
    near: ['beskrivning (en)', 'description (en)'],
  },
  {
    field: 'challengeSv',
    sv: ['utmaning', 'utmaning på svenska', 'utmaning (sv)'],
    en: ['challenge in Swedish', 'challenge', 'challenge (sv)'],
    near: ['behov', 'problem', 'samhällsutmaning', 'need'],
  },
  {
    field: 'challengeEn',
    sv: ['utmaning på engelska', 'utmaning (en)'],
    en: ['challenge in English', 'challenge (en)'],
  },
  {
    field: 'focusAreas',
    sv: ['fokusområden', 'fokusområde'],
    en: ['focus areas', 'focus area'],
    near: ['område', 'områden', 'area', 'areas', 'styrkeområde'],
  },
  {
    field: 'environmentalObjectives',
    sv: ['miljömål', 'miljömålen'],
    en: ['environmental objectives', 'environmental objective', 'objectives'],
    near: ['taxonomimål', 'EU-taxonomin', 'mål'],
  },
  {
    field: 'missions',
    sv: ['EU-uppdrag', 'EU:s uppdrag', 'uppdrag'],
    en: ['EU missions', 'missions', 'mission'],
  },
  {
    field: 'technologyReadinessLevel',
    sv: ['TRL', 'teknisk mognad', 'TRL-nivå', 'mognadsgrad'],
    en: ['TRL', 'technology readiness level', 'TRL level'],
  },
  {
    field: 'contactEmail',
    sv: ['kontakt', 'funktionsbrevlåda', 'e-post', 'mejl', 'kontaktadress'],
    en: ['contact', 'contact email', 'email', 'e-mail', 'mailbox'],
    near: ['epost', 'mail', 'mailadress', 'e-postadress'],
  },
];
