import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import type { RdfWriter } from '../../../shared/files/rdf/rdf.js';
import { rdfXml } from '../../../shared/files/rdf/rdf-xml.js';
import { turtle } from '../../../shared/files/rdf/turtle.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import { variesBy } from '../../vary.js';
import { type Described, REFUSAL, TEXT } from '../../openapi/described.js';
import type { Downloads } from '../downloads.js';
import { tagged } from '../../tagged.js';
import { catalogue } from './catalogue.js';
import type { DcatSettings } from './dcat-settings.js';

interface Form {
  readonly type: string;
  readonly write: RdfWriter;
}

/** The first is what data portals ask for, and who doesn't say what it takes. */
const RDF_XML: Form = { type: 'application/rdf+xml', write: rdfXml };
const TURTLE: Form = { type: 'text/turtle', write: turtle };
const FORMS = [RDF_XML, TURTLE];

const NOTHING_IS_OPEN =
  'Nobody has said which data here is open. Who runs the service sets DCAT_LICENCE, PUBLISHER and PUBLIC_URL: docs/operation.md.';

function described(suffix: string, forms: readonly Form[]): Described {
  return {
    id: `catalogue${suffix}`,
    tag: 'DCAT',
    summary: 'The catalogue of open data (DCAT-AP-SE).',
    answers: Object.fromEntries(forms.map(({ type }) => [type, TEXT])),
    otherwise: { 404: REFUSAL },
  };
}

/** /dcat: the catalogue of open data, for data portals to harvest; /dcat.rdf and /dcat.ttl, in a form for certain. */
export function serveDcat(server: FastifyInstance, downloads: Downloads, settings: DcatSettings | null): Promise<void> {
  const resources = settings && catalogue(settings);
  const written = ({ type, write }: Form) => {
    if (!resources) throw new HttpRefusal(404, 'NOT_FOUND', NOTHING_IS_OPEN);
    return { type: `${type}; charset=utf-8`, text: write(resources) };
  };
  return tagged(server, routes => {
    downloads.serve(
      routes,
      { url: '/dcat', parameters: {}, described: described('', FORMS) },
      async (_download, { headers }, reply) => {
        variesBy(reply, 'accept');
        const accepted = new Negotiator({ headers }).mediaType(FORMS.map(({ type }) => type));
        const { type, text } = written(FORMS.find(form => form.type === accepted) ?? RDF_XML);
        return reply.type(type).send(text);
      },
    );
    for (const [ending, form] of [
      ['rdf', RDF_XML],
      ['ttl', TURTLE],
    ] as const)
      downloads.serve(
        routes,
        { url: `/dcat.${ending}`, parameters: {}, described: described(`_${ending}`, [form]) },
        async (_download, _request, reply) => {
          const { type, text } = written(form);
          return reply.type(type).send(text);
        },
      );
  });
}
