import { guide, type TableTemplate } from '../../../../tables/template/table-template.js';
import { OBJECTIVE_NAMES } from '../../../../ideas/classification-names.js';
import { COLUMNS } from './csv-columns.js';

const MODELS = [
  { sv: 'ett steg', en: 'single-stage' },
  { sv: 'två steg', en: 'two-stage' },
  { sv: 'flera ansökningstillfällen', en: 'multiple cut-off' },
  { sv: 'löpande', en: 'continuous' },
];
const AMOUNT: readonly [string, string] = ['Belopp med valuta.', 'An amount with its currency.'];

/** A table of calls to fill in. */
export const CALL_TEMPLATE: TableTemplate = {
  title: { sv: 'Utlysningar', en: 'Calls' },
  columns: COLUMNS.all,
  guides: {
    identifier: guide(
      ['Finansiärens egen beteckning. Behövs.', "The funder's own identifier. Needed."],
      'EXEMPEL-2030-1',
    ),
    titleSv: guide(['En av titlarna behövs.', 'One of the titles is needed.'], 'Cirkulär ytbehandling'),
    titleEn: guide(['Titeln på engelska.', 'The title in English.'], 'Circular surface treatment'),
    summarySv: guide(
      ['Vad utlysningen gäller.', 'What the call is about.'],
      'Lösningar för ytbehandling utan utsläpp.',
    ),
    programme: guide(['Programmet.', 'The programme.'], 'Exempelprogrammet'),
    funder: guide(['Behövs.', 'Needed.'], 'Exempelmyndigheten'),
    url: guide(['Börjar med https://.', 'Begins with https://.'], 'https://example.org/utlysning'),
    deadlineModel: guide(['Hur man söker.', 'How one applies.'], ['ett steg', 'single-stage'], MODELS),
    opensAt: guide(['Dagen då den öppnar.', 'The day on which it opens.'], '2030-01-15'),
    deadlines: guide(
      ['Dag och tid i Sverige; flera med lodstreck emellan.', 'Day and time in Sweden; several with bars between.'],
      '2030-04-30 14:00',
    ),
    budget: guide(AMOUNT, ['25 mkr', '25 MSEK']),
    grantMin: guide(AMOUNT, ['500 tkr', '500000 SEK']),
    grantMax: guide(AMOUNT, ['5 mkr', '5 MSEK']),
    fundingRate: guide(['Procent av kostnaden.', 'Percent of the cost.'], '50 %'),
    minPartners: guide(['Minsta antal partner.', 'The least number of partners.'], '3'),
    focusAreas: guide(
      ['Kod; flera med semikolon emellan.', 'Code; several with semicolons between.'],
      'tech.digitalisering',
      'FOCUS_AREAS',
    ),
    environmentalObjectives: guide(
      [
        'EU-taxonomins miljömål; flera med semikolon emellan.',
        "The EU Taxonomy's objectives; several with semicolons between.",
      ],
      ['övergång till en cirkulär ekonomi', 'transition to a circular economy'],
      Object.values(OBJECTIVE_NAMES),
    ),
  },
};
