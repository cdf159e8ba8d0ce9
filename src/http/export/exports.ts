import type { FastifyInstance } from 'fastify';
import type { Cell, Table } from '../../shared/table.js';
import { csv } from '../../shared/csv.js';
import { xlsx } from '../../shared/xlsx.js';
import type { Downloads } from './downloads.js';
import { type ExportedTable, TABLES } from './tables.js';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
} as const;

/**
 * Tables as files: /export/ideas.csv, /export/calls.xlsx, /export/pipeline.csv …, streamed, of what the caller may see.
 * `?focusArea=` narrows them, and `?stage=` ideas and the pipeline; `?key=` and `?locale=` stand in for headers.
 */
export function serveExports(server: FastifyInstance, downloads: Downloads): void {
  for (const [name, { parameters, open }] of Object.entries(TABLES)) {
    for (const [ending, { type, write }] of Object.entries(FORMATS)) {
      const route = { url: `/export/${name}.${ending}`, parameters };
      downloads.serve(server, route, async ({ ask, parameters: { focusArea, stage } }, _request, reply) => {
        const filter = { ...(focusArea && { focusAreas: [focusArea] }), ...(stage && { stages: [stage] }) };
        const table = await begun(open(ask, { filter }));
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="${name}.${ending}"`)
          .header('cache-control', 'private, no-store')
          .send(write(table));
      });
    }
  }
}

/** The table with its first row read: what is wrong with the request is told before anything is sent. */
async function begun(table: ExportedTable): Promise<Table> {
  const first = await table.rows.next();
  async function* rows(): AsyncGenerator<Cell[]> {
    if (!first.done) yield first.value;
    yield* table.rows;
  }
  return { ...table, rows: rows() };
}
