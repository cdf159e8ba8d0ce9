import { readdirSync, readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/** Values that make each ready tab answer something on the demo data. */
const VARIABLES: Readonly<Record<string, object>> = {
  'partner-idea-status': { slug: 'techtank', locale: 'SV' },
  'dashboard-board': { stages: ['CONSORTIUM', 'FUNDING_APPLICATION'], first: 10 },
};

/** GraphiQL from the installation itself, with the consumers' operations as tabs and a place for the key. */
export function serveExplorer(server: FastifyInstance, path: string): void {
  const page = renderGraphiQL({
    title: 'Kickstart S3',
    endpoint: '/graphql',
    defaultTabs: tabs(),
    headers: JSON.stringify({ Authorization: 'Bearer ' }, null, 2),
    shouldPersistHeaders: false,
  });
  server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

function tabs() {
  return readdirSync(OPERATIONS)
    .filter(file => file.endsWith('.graphql'))
    .sort()
    .map(file => {
      const name = file.replace(/\.graphql$/, '');
      return {
        query: readFileSync(new URL(file, OPERATIONS), 'utf8'),
        variables: JSON.stringify(VARIABLES[name] ?? {}, null, 2),
      };
    });
}
