import type { FastifyInstance } from 'fastify';
import { toGdp } from '../../funding-calls/exchange/formats/gdp/write-gdp.js';
import type { Downloads } from './downloads.js';
import { exportedCalls } from './exported-calls.js';
import { wholeNumber } from './parameters.js';

const LONGEST_PAGE = 1_000;

const PARAMETERS = { offset: wholeNumber(0, 1_000_000), limit: wholeNumber(1, LONGEST_PAGE) };

/** /gdp/utlysningar: calls as the Swedish funders' open-data standard has them, with its paging (`offset`, `limit`). */
export function serveGdp(server: FastifyInstance, downloads: Downloads): void {
  for (const url of ['/gdp/utlysningar', '/gdp/utlysningar/']) {
    const route = { url, parameters: PARAMETERS };
    downloads.serve(server, route, async ({ query, parameters: { offset = 0, limit = 100 } }, _request, reply) => {
      const variables = { orderBy: { field: 'UPDATED_AT', direction: 'DESC' } };
      const { calls, total } = await exportedCalls(query, { variables, offset, limit });
      return reply.header('x-totalrecords', total).send(calls.map(toGdp));
    });
  }
}
