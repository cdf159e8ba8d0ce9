import { readFileSync } from 'node:fs';
import type { Store } from 'n3';
import { DataFactory, type Term } from 'n3';

const RDF_TYPE = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const FIXTURES = new URL('../../http/downloads/dcat/fixtures/', import.meta.url);

/** A property of a class of DCAT-AP-SE. */
interface Property {
  readonly property: string;
  readonly min: number;
  readonly max?: number;
  readonly recommended?: boolean;
  /** One of these kinds of value; none is named where things inside are told. */
  readonly nodes: readonly (string | null)[];
  readonly choices?: readonly string[];
}

type Profile = Readonly<
  Record<string, { readonly types: readonly string[]; readonly properties: readonly Property[] }>
>;

const profile = JSON.parse(readFileSync(new URL('dcat-ap-se-3.0.1.json', FIXTURES), 'utf8')) as Profile;

export const SHAPES = readFileSync(new URL('dcat-ap-3.0.1-shapes.ttl', FIXTURES), 'utf8');

/** What is wrong with a catalogue by DCAT-AP-SE, and which recommended properties its things lack. */
export function heldToProfile(graph: Store): { faults: string[]; lacking: Set<string> } {
  const [faults, lacking] = [blankOrRelative(graph), new Set<string>()];
  for (const [name, { types, properties }] of Object.entries(profile))
    for (const thing of types.flatMap(type => graph.getSubjects(RDF_TYPE, DataFactory.namedNode(type), null)))
      for (const { property, ...rule } of properties) {
        const values = graph.getObjects(thing, DataFactory.namedNode(property), null);
        faults.push(...faultsOf(values, rule).map(fault => `${thing.value} ${property} ${fault}`));
        if (rule.recommended && values.length === 0) lacking.add(`${name} ${property}`);
      }
  return { faults, lacking };
}

function faultsOf(values: readonly Term[], { min, max = Infinity, nodes, choices }: Omit<Property, 'property'>) {
  const faults = values.length < min || values.length > max ? [`is told ${values.length} times`] : [];
  const kinds = nodes.filter(node => node !== null);
  for (const value of values) {
    if (kinds.length > 0 && !kinds.some(kind => isA(kind, value)))
      faults.push(`is no ${kinds.join(' or ')}: ${value.value}`);
    if (choices && !choices.includes(value.value)) faults.push(`has no such value: ${value.value}`);
  }
  return faults;
}

/** The kinds of value that RDForms knows, in which the profile is written. */
function isA(kind: string, value: Term): boolean {
  if (value.termType !== 'Literal') return value.termType === 'NamedNode' && /^(URI|RESOURCE)$/.test(kind);
  if (kind === 'LANGUAGE_LITERAL') return value.language !== '';
  if (kind === 'ONLY_LITERAL') return value.language === '';
  return /LITERAL$/.test(kind);
}

/** What portals harvest may have no blank nodes, and only whole addresses. */
function blankOrRelative(graph: Store): string[] {
  return [...graph].flatMap(quad =>
    [quad.subject, quad.object]
      .filter(term => term.termType !== 'Literal')
      .filter(term => term.termType === 'BlankNode' || !/^(https?:\/\/|mailto:)[^\s<>"{}|\\^`]+$/.test(term.value))
      .map(term => `not a whole address: ${term.value}`),
  );
}
