import type { FastifyInstance } from 'fastify';
import type { CallStatus } from '../../../funding-calls/call-status.js';
import { type GdpCall, toGdp } from '../../../funding-calls/exchange/formats/gdp/write-gdp.js';
import type { JsonSchema } from '../../json-schema.js';
import { type Described, REFUSAL } from '../../openapi/described.js';
import { GDP_CALL, GDP_CALLS, GDP_METADATA } from '../../openapi/gdp-schemas.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Downloads } from '../downloads.js';
import { anyMoment, type Given, oneOf, wholeNumber } from '../parameters.js';
import { tagged } from '../../tagged.js';
import { exportedCall, exportedCalls } from './exported-calls.js';

const LONGEST_PAGE = 1_000;

/** The standard's words; what was called off is over. */
const STATUSES: Readonly<Record<GdpCall['status'], readonly CallStatus[]>> = {
  Kommande: ['FORTHCOMING'],
  Pågående: ['OPEN'],
  Avslutad: ['CLOSED', 'CANCELLED'],
};

const PARAMETERS = {
  offset: wholeNumber(0, 1_000_000),
  limit: wholeNumber(1, LONGEST_PAGE),
  status: oneOf(Object.keys(STATUSES) as GdpCall['status'][]),
  /** Of `uppdateringTidpunkt`, both ends within. */
  franTidpunkt: anyMoment,
  tillTidpunkt: anyMoment,
};

/** What the standard's `metadata` tells of an API. */
const METADATA = {
  apiName: 'Kickstart S3: GDP',
  apiVersion: 'v1.0',
  apiDocumentation: 'https://github.com/Common-data-project-GDP/Documentation',
};

const described = (id: string, summary: string, answer: JsonSchema): Described => ({
  ...{ id: `gdp_${id}`, tag: 'GDP', summary, answers: { 'application/json': answer } },
});
const LIST = described(
  'utlysningar',
  'The published calls as utlysningar, the last changed first; X-TotalRecords says how many.',
  GDP_CALLS,
);
const ONE = { ...described('utlysning', 'One of them by its diarienummer.', GDP_CALL), otherwise: { 404: REFUSAL } };
const ABOUT = described('metadata', 'What the API is.', GDP_METADATA);

/**
 * /gdp/utlysningar: published calls as the Swedish funders' open-data standard has them, the last changed first, with its paging
 * (`offset`, `limit`) and its conditions (`franTidpunkt`, `tillTidpunkt`, `status`); /gdp/utlysningar/{diarienummer}, one.
 */
export function serveGdp(server: FastifyInstance, downloads: Downloads): Promise<void> {
  return tagged(server, routes => {
    for (const url of ['/gdp/utlysningar', '/gdp/utlysningar/']) {
      downloads.serve(
        routes,
        { url, parameters: PARAMETERS, publishes: true, described: LIST },
        async ({ query, parameters }, _request, reply) => {
          const { offset = 0, limit = 100 } = parameters;
          const { calls, total } = await exportedCalls(query, { variables: variablesOf(parameters), offset, limit });
          return reply.header('x-totalrecords', total).send(calls.map(toGdp));
        },
      );
    }
    const one = { url: '/gdp/utlysningar/:diarienummer', parameters: {}, publishes: true as const, described: ONE };
    downloads.serve(routes, one, async ({ query }, request) => {
      const { diarienummer } = request.params as { diarienummer: string };
      const call = await exportedCall(query, { identifier: diarienummer });
      if (!call) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no utlysning with this diarienummer.');
      return toGdp(call);
    });
    downloads.serve(routes, { url: '/gdp/metadata', parameters: {}, described: ABOUT }, async () => METADATA);
  });
}

function variablesOf({ status, franTidpunkt, tillTidpunkt }: Given<typeof PARAMETERS>) {
  const filter = {
    ...(status && { statuses: STATUSES[status] }),
    ...(franTidpunkt && { updatedSince: franTidpunkt.toISOString() }),
    // That moment itself is within, and calls change at whole milliseconds.
    ...(tillTidpunkt && { updatedBefore: new Date(tillTidpunkt.getTime() + 1).toISOString() }),
  };
  return { filter, orderBy: { field: 'UPDATED_AT', direction: 'DESC' } };
}
