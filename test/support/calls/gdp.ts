import { Ajv } from 'ajv';
import { parsedFixture } from './calls-from.js';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
ajv.addFormat('uri', value => URL.canParse(value));
ajv.addSchema(parsedFixture('gdp-schema.json'));

/** What is wrong with an utlysning by the information model of GDP, version 1. */
export function faultsOfUtlysning(value: unknown): unknown[] {
  const validate = ajv.getSchema('gdp#/$defs/utlysning')!;
  void validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}
