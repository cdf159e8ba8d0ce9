import { type JsonSchema, objectOf } from '../json-schema.js';

/** What the document tells of a route. */
export interface Described {
  /** Its name in programs that are made from the document. */
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  /** What it answers with 200, by media type. */
  readonly answers: Readonly<Record<string, JsonSchema>>;
  /** What must be posted. */
  readonly body?: JsonSchema;
  /** What else it answers in JSON, by status. */
  readonly otherwise?: Readonly<Record<number, JsonSchema>>;
  /** The form of refusals, where a protocol has its own. */
  readonly refusal?: JsonSchema;
}

/** The parts of the document, and what each is. */
export const TAGS = {
  Exports: 'Tables as files, streamed: of what the caller may see.',
  Calendar: 'Deadlines in calendar programs.',
  Feeds: 'What changed last, for readers of feeds.',
  GDP: "Calls in the Swedish funders' open-data standard. https://github.com/Common-data-project-GDP",
  CommonGrants: 'Published calls in the CommonGrants protocol. https://commongrants.org',
  DCAT: 'The catalogue of open data, for data portals. https://www.w3.org/TR/vocab-dcat-3/',
  Operation: 'For whoever watches the service.',
} as const;
export type Tag = keyof typeof TAGS;

/** A text in a form that JSON Schema doesn't look into. */
export const TEXT: JsonSchema = { type: 'string' };
/** Bytes. */
export const FILE: JsonSchema = {};

/** How refusals are answered, as errors of GraphQL are. */
export const REFUSAL: JsonSchema = objectOf(
  {
    errors: {
      type: 'array',
      minItems: 1,
      items: objectOf(
        {
          message: { type: 'string' },
          extensions: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
        },
        ['message', 'extensions'],
        { additionalProperties: true },
      ),
    },
  },
  ['errors'],
);
