import type { FastifyInstance } from 'fastify';
import { csv } from '../../shared/csv.js';
import { xlsx } from '../../shared/xlsx.js';
import { askerOf, type Exporting } from './own-query.js';
import { TABLES } from './tables.js';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
} as const;

/**
 * Tables as files: /export/ideas.csv, /export/calls.xlsx, /export/pipeline.csv …, streamed, of what the caller may see.
 * `?focusArea=` and `?stage=` narrow ideas and the pipeline; `?key=` and `?locale=` stand in for headers.
 */
export function serveExports(server: FastifyInstance, exporting: Exporting): void {
  for (const name of Object.keys(TABLES)) {
    for (const [ending, { type, write }] of Object.entries(FORMATS)) {
      server.get(`/export/${name}.${ending}`, async (request, reply) => {
        const context = await askerOf(exporting, request);
        const { focusArea, stage } = request.query as { focusArea?: string; stage?: string };
        const filter = {
          ...(focusArea && { focusAreas: [focusArea] }),
          ...(stage && name !== 'calls' && { stages: [stage] }),
        };
        const table = TABLES[name]!(exporting.api, context, { filter });
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="${name}.${ending}"`)
          .header('cache-control', 'private, no-store')
          .send(write(table));
      });
    }
  }
}
