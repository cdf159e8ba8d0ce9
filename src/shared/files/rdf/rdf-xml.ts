import { inXml } from '../../text/escaped.js';
import { type RdfResource, type RdfValue, type RdfWriter, type Term, VOCABULARIES } from './rdf.js';

/** RDF as XML. https://www.w3.org/TR/rdf-syntax-grammar/ */
export const rdfXml: RdfWriter = resources => {
  const names = Object.entries(VOCABULARIES).map(([prefix, iri]) => ` xmlns:${prefix}="${iri}"`);
  const body = resources.map(written).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF${names.join('')}>\n${body}\n</rdf:RDF>\n`;
};

function written({ iri, type, properties }: RdfResource): string {
  const said = properties.flatMap(([property, values]) => values.map(value => `  ${elementOf(property, value)}\n`));
  return `<${type} rdf:about="${inXml(iri)}">\n${said.join('')}</${type}>`;
}

function elementOf(property: Term, value: RdfValue): string {
  if ('iri' in value) return `<${property} rdf:resource="${inXml(value.iri)}"/>`;
  const language = value.language ? ` xml:lang="${value.language}"` : '';
  return `<${property}${language}>${inXml(value.text)}</${property}>`;
}
