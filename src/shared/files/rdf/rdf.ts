/** The vocabularies that are written with, by the prefix that usually stands for them. */
export const VOCABULARIES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

/** A name of one of them, such as dcterms:title. */
export type Term = `${keyof typeof VOCABULARIES}:${string}`;

/** What is said of something: another thing by its address, or a text, in a language where it is in one. */
export type RdfValue = { readonly iri: string } | { readonly text: string; readonly language?: string };

/** A thing with an address of its own, and all that is said of it. */
export interface RdfResource {
  readonly iri: string;
  readonly type: Term;
  readonly properties: readonly (readonly [property: Term, values: readonly RdfValue[]])[];
}

/** A writer of resources in one of the forms that RDF has. */
export type RdfWriter = (resources: readonly RdfResource[]) => string;
