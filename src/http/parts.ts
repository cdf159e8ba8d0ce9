import type { FastifyInstance } from 'fastify';
import { authenticator } from '../access/authenticate.js';
import { VisibleHead } from '../activity/visible-head.js';
import type { Api } from '../api.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import { CandidateCounts } from '../matching/candidate-counts.js';
import { Callers } from './admission/callers.js';
import { Rates } from './admission/rate.js';
import { Downloads } from './downloads/downloads.js';
import { EarlyAnswers } from './graphql/answers/early-answers.js';
import { KeptAnswers } from './graphql/answers/kept-answers.js';
import { openSubscriptions, startFeed } from './graphql/live/subscriptions.js';
import { OperationAdmission } from './graphql/operation-admission.js';
import { Documents } from './graphql/weighing/documents.js';
import { Metrics } from './operation/metrics.js';

export interface ServiceOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
}

/** What the steps of the service share. */
export type Parts = Awaited<ReturnType<typeof partsOf>>;

export async function partsOf(server: FastifyInstance, options: ServiceOptions) {
  const { api, database, config } = options;
  const { limits, oidc, tracing, trusted } = config;
  // Loaded only where it is wanted: its packages would make every start slower.
  const traced = tracing && (await import('./operation/tracing/tracing.js')).startTracing(tracing);
  const metrics = new Metrics(database);
  const callers = new Callers(authenticator(database, oidc), new Rates(limits));
  const candidates = new CandidateCounts(database);
  await candidates.count();
  const documents = new Documents(api.schema, limits);
  const visibleHead = new VisibleHead(database);
  const kept = keptAnswers(options);
  const early = config.debugStatements ? null : new EarlyAnswers({ api, database, kept });
  const admission = new OperationAdmission({ callers, visibleHead, trusted, documents, limits, candidates, early });
  const feed = await startFeed(server, database);
  const live = openSubscriptions(server, { api, database, config, admission, feed, visibleHead, metrics });
  const downloads = new Downloads({ api, callers, limits });
  return { ...options, traced, metrics, callers, admission, feed, live, downloads, kept };
}

/** No answer is kept while statements are shown, so that each is sent. */
function keptAnswers({ database, config: { answersKeptMiB, debugStatements } }: ServiceOptions): KeptAnswers | null {
  return answersKeptMiB > 0 && !debugStatements ? new KeptAnswers(database, answersKeptMiB) : null;
}
