import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admission/admission.js';
import { inProject } from '../../shared/in-project.js';
import { now } from '../../shared/time/clock.js';
import { swedishDay } from '../../shared/time/local-time.js';
import { DAY_MS } from '../../shared/time/lengths.js';

const OPERATIONS = inProject('schema/operations/');

/** What a ready document runs with: variables for every operation of it, and whose demo key. */
interface Example {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly key: `ks3_demo_${string}`;
}

const day = (daysFromNow: number) => swedishDay(new Date(now().getTime() + daysFromNow * DAY_MS));

/** Values that answer something on the demo data, by the name of the document's file. */
function examples(): ReadonlyMap<string, Example> {
  const call = {
    identifier: 'LIFE-2035-01',
    title: { sv: 'Havet och klimatet', en: 'Sea and climate' },
    programme: 'LIFE',
    funder: 'European Commission',
    deadlineModel: 'SINGLE_STAGE',
    deadlines: [{ at: '2035-09-18T17:00:00+02:00' }],
  };
  const table =
    'Identifierare;Titel;Finansiär;Sista dag\nEXEMPEL-1;Grön omställning i kustkommuner;Tillväxtverket;2035-02-15 kl 14\n';
  const idea = {
    title: { sv: 'Vågkraft för små hamnar' },
    summary: { sv: 'El till båtar i hamn ur vågornas rörelse.' },
  };
  return new Map<string, Example>([
    ['agenda', { key: 'ks3_demo_techtank', variables: { within: 'P90D', first: 50, locale: 'SV' } }],
    ['partner-idea-status', { key: 'ks3_demo_techtank', variables: { slug: 'techtank', locale: 'SV' } }],
    [
      'dashboard-board',
      { key: 'ks3_demo_integrator', variables: { stages: ['CONSORTIUM', 'FUNDING_APPLICATION'], first: 10 } },
    ],
    ['dashboard-pipeline', { key: 'ks3_demo_integrator', variables: { from: day(-365), to: day(0) } }],
    ['integrator-activity', { key: 'ks3_demo_integrator', variables: { since: 0 } }],
    ['idea-path', { key: 'ks3_demo_techtank', variables: { input: idea } }],
    ['region-add-call', { key: 'ks3_demo_region', variables: { input: call } }],
    ['region-import-calls', { key: 'ks3_demo_region', variables: { format: 'CSV', content: table, dryRun: true } }],
  ]);
}

/** A document that the explorer opens as it stands. */
export interface ReadyDocument {
  readonly query: string;
  /** What it asks with. */
  readonly variables: Example['variables'];
  /** The demo key that it is allowed with; null where there is no demo data. */
  readonly key: string | null;
}

/** The consumers' operations, ready to run; with a key that works where there is demo data. */
export function explorerExamples(demo: boolean): ReadyDocument[] {
  const known = examples();
  return readdirSync(OPERATIONS)
    .filter(file => file.endsWith('.graphql'))
    .sort()
    .map(file => {
      const example = known.get(file.replace(/\.graphql$/, ''));
      if (!example) throw new Error(`explorer-examples.ts has no variables for ${file}.`);
      const query = readFileSync(new URL(file, OPERATIONS), 'utf8');
      return { query, variables: example.variables, key: demo ? example.key : null };
    });
}

/** /explorer.json: the documents that the explorer opens. */
export function serveExamples(
  server: FastifyInstance,
  { admission, demo }: { admission: Admission; demo: boolean },
): void {
  server.get('/explorer.json', { config: { admission } }, async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').send({ examples: explorerExamples(demo) }),
  );
}
