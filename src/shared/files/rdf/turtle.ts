import { type RdfResource, type RdfValue, type RdfWriter, VOCABULARIES } from './rdf.js';

/** RDF as Turtle. https://www.w3.org/TR/turtle/ */
export const turtle: RdfWriter = resources => {
  const prefixes = Object.entries(VOCABULARIES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  return `${prefixes.join('\n')}\n\n${resources.map(written).join('\n\n')}\n`;
};

function written({ iri, type, properties }: RdfResource): string {
  const said = properties
    .filter(([, values]) => values.length > 0)
    .map(([property, values]) => `${property} ${values.map(valueOf).join(' , ')}`);
  return `${address(iri)} a ${[type, ...said].join(' ;\n    ')} .`;
}

function valueOf(value: RdfValue): string {
  if ('iri' in value) return address(value.iri);
  return `"${quoted(value.text)}"${value.language ? `@${value.language}` : ''}`;
}

/** Characters that may not stand in an address as Turtle writes it. */
const UNFIT = /[\u0000-\u0020<>"{}|^`\\]/g;
const address = (iri: string) => `<${iri.replace(UNFIT, escaped)}>`;
const quoted = (text: string) => text.replace(/["\\\u0000-\u001f\u007f]/g, escaped);
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
