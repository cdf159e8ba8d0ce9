import type { GdpCall } from '../../funding-calls/exchange/formats/gdp/write-gdp.js';
import { type JsonSchema, objectOf } from '../json-schema.js';

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const dayOrNull: JsonSchema = { type: ['string', 'null'], format: 'date' };
const listOf = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'array',
  items: objectOf(properties, Object.keys(properties)),
});

const PROPERTIES: Readonly<Record<keyof GdpCall, JsonSchema>> = {
  diarienummer: text,
  finansiarNamn: text,
  finansiarOrganisationsnummer: textOrNull,
  titel: text,
  titelEng: textOrNull,
  beskrivning: textOrNull,
  beskrivningEng: textOrNull,
  status: { type: 'string', enum: ['Kommande', 'Pågående', 'Avslutad'] },
  budgetBelopp: { type: ['integer', 'null'], description: 'Whole units of the currency.' },
  budgetValuta: { type: ['string', 'null'], pattern: '^[A-Z]{3}$' },
  oppningsdatum: dayOrNull,
  stangningsdatum: dayOrNull,
  publiceringsplats: textOrNull,
  publiceringsplatser: listOf({ webbadress: text }),
  uppdateringTidpunkt: { type: 'string', format: 'date-time' },
  lank: listOf({ href: text, rel: text, method: text, titelEng: text }),
  program: listOf({ titel: text }),
  bidragsformer: listOf({ namn: text }),
  stodformer: listOf({ namn: text }),
};

/** An utlysning of GDP. */
export const GDP_CALL = objectOf(PROPERTIES, Object.keys(PROPERTIES));
export const GDP_CALLS: JsonSchema = { type: 'array', items: GDP_CALL };
export const GDP_METADATA = objectOf({ apiName: text, apiVersion: text, apiDocumentation: text }, [
  'apiName',
  'apiVersion',
]);
