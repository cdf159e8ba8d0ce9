import fastify, { type FastifyInstance } from 'fastify';
import type { Api } from '../api.js';
import type { Database } from '../database/database.js';
import { serveExplorer } from './explorer.js';
import { serveGraphql } from './graphql.js';

export interface ServerOptions {
  readonly api: Api;
  readonly database: Database;
  readonly logLevel: string;
  readonly debugStatements: boolean;
}

/** The HTTP service, ready to listen. Closing it lets the requests under way finish. */
export async function createServer({
  api,
  database,
  logLevel,
  debugStatements,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: { level: logLevel, redact: ['req.headers.authorization'] },
    disableRequestLogging: true,
    forceCloseConnections: 'idle',
    bodyLimit: 1_048_576,
  });
  serveExplorer(server, '/');
  await serveGraphql(server, { api, database, debugStatements });
  return server;
}
