import type { Bilingual } from '../../language/language';
import type { FieldName } from './fields';

/** What the columns are called: the same words as on the cards and the idea's page. */
export const fieldWords = {
  code: { sv: 'Nummer', en: 'Number' },
  title: { sv: 'Titel', en: 'Title' },
  stage: { sv: 'Steg', en: 'Stage' },
  state: { sv: 'Läge', en: 'State' },
  owner: { sv: 'Ägare', en: 'Owner' },
  members: { sv: 'Med i konsortiet', en: 'In the consortium' },
  areas: { sv: 'Fokusområden', en: 'Focus areas' },
  ready: { sv: 'Uppfyllda krav', en: 'Requirements met' },
  missing: { sv: 'Saknade sektorer', en: 'Missing sectors' },
  days: { sv: 'Dagar i steget', en: 'Days in stage' },
  deadline: { sv: 'Nästa sista ansökningsdag', en: 'Next deadline' },
  asked: { sv: 'Belopp i ansökningar', en: 'Amount in applications' },
  trl: { sv: 'TRL', en: 'TRL' },
  updated: { sv: 'Ändrad', en: 'Changed' },
  created: { sv: 'Skapad', en: 'Created' },
} satisfies Record<FieldName, Bilingual>;
