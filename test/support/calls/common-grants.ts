import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
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

/** The protocol's JSON Schemas seal what its OpenAPI document leaves open. */
const sealed = new Ajv2020({ allErrors: true, validateFormats: true });
sealed.addFormat('uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
sealed.addFormat('uri', value => URL.canParse(value));
for (const schema of parsedFixture('common-grants-identifiers.json')) sealed.addSchema(schema);

/** What is wrong with the identifiers of an opportunity by the JSON Schema of the protocol. */
export function faultsOfIdentifiers(value: unknown): unknown[] {
  const validate = sealed.getSchema('OppIds.yaml')!;
  void validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}

/** What is wrong with a value by a schema of the protocol's OpenAPI document. */
export function faultsBy(schema: string, value: unknown): unknown[] {
  const validate = ajv.getSchema(`commongrants#/components/schemas/${schema}`)!;
  void validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}
