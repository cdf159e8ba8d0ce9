import type { FastifyInstance } from 'fastify';
import { toGdp } from '../../funding-calls/export/gdp.js';
import { HttpRefusal } from '../refusal.js';
import { exportedCalls } from './exported-calls.js';
import { askerOf, type Exporting } from './own-query.js';

const LONGEST_PAGE = 1_000;

/** A whole number of the query within bounds. */
function numberOf(query: unknown, name: 'offset' | 'limit', { least, most, usual }: Record<string, number>): number {
  const value = Number((query as Record<string, string>)[name] ?? usual);
  if (Number.isInteger(value) && value >= least! && value <= most!) return value;
  throw new HttpRefusal(400, 'BAD_USER_INPUT', `${name} must be a whole number, ${least}–${most}.`);
}

/** /gdp/utlysningar: calls as the Swedish funders' open-data standard has them, with its paging (`offset`, `limit`). */
export function serveGdp(server: FastifyInstance, exporting: Exporting): void {
  server.get('/gdp/utlysningar', async (request, reply) => {
    const context = await askerOf(exporting, request);
    const offset = numberOf(request.query, 'offset', { least: 0, most: 1_000_000, usual: 0 });
    const limit = numberOf(request.query, 'limit', { least: 1, most: LONGEST_PAGE, usual: 100 });
    const variables = { orderBy: { field: 'UPDATED_AT', direction: 'DESC' } };
    const { calls, total } = await exportedCalls(exporting, context, { variables, offset, limit });
    return reply.header('x-totalrecords', total).send(calls.map(toGdp));
  });
}
