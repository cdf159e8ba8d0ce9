import { Ajv } from 'ajv';
import { parsedFixture } from './calls-from.js';

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat('uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
// The protocol's isoTime is HH:mm:ss without a zone, which JSON Schema's own format "time" doesn't allow.
ajv.addFormat('time', /^\d{2}:\d{2}:\d{2}$/);
ajv.addFormat('uri', value => URL.canParse(value));
ajv.addFormat('int32', true);
ajv.addSchema(parsedFixture('common-grants-openapi.json'), 'commongrants');

/** What is wrong with a value by a schema of the protocol's OpenAPI document. */
export function faultsBy(schema: string, value: unknown): unknown[] {
  const validate = ajv.getSchema(`commongrants#/components/schemas/${schema}`)!;
  void validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}
