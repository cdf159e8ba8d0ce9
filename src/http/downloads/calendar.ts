import type { FastifyInstance } from 'fastify';
import { calendar, type CalendarEvent } from '../../shared/time/calendar.js';
import { DAY_MS } from '../../shared/time/lengths.js';
import { TEXT } from '../openapi/described.js';
import type { Download, Downloads } from './downloads.js';
import { nodesOf } from '../graphql/own-query.js';
import { focusAreaCode, partnerSlug } from './parameters.js';
import { callEvents, CALLS, cancelled, ideaEvents, IDEAS } from './calendar-events.js';

const PARAMETERS = { focusArea: focusAreaCode, partner: partnerSlug };

/** How long what was called off still stands, marked as such: long enough for every calendar to have seen it. */
const CANCELLED_DAYS = 30;

async function events({
  query,
  queryPublished,
  context,
  parameters,
}: Download<typeof PARAMETERS>): Promise<CalendarEvent[]> {
  const { focusArea, partner } = parameters;
  const areas = focusArea ? { focusAreas: [focusArea] } : {};
  const earliest = new Date(context.readClock().getTime() - CANCELLED_DAYS * DAY_MS).toISOString();
  const found: CalendarEvent[] = [];
  // A draft that was called off stood in no calendar, an administrator's neither.
  const calls = (statuses: readonly string[]) =>
    nodesOf(queryPublished, {
      document: CALLS,
      list: 'fundingCalls',
      variables: { filter: { ...areas, statuses } },
    });
  const ideasOf = (filter: object) => nodesOf(query, { document: IDEAS, list: 'ideas', variables: { filter } });
  for await (const call of calls(['FORTHCOMING', 'OPEN'])) found.push(...callEvents(call));
  // The last changed come first.
  for await (const call of calls(['CANCELLED'])) {
    if (call.updatedAt < earliest) break;
    found.push(...callEvents(call).map(cancelled));
  }
  // Applications, milestones and next steps are those of the partner in the address, else of the caller's own.
  if (!partner && !context.viewer.partnerId) return found;
  const ideas = { ...areas, ...(partner ? { partners: [partner] } : { mine: true }) };
  const when = { locale: context.locale, earliest };
  for await (const idea of ideasOf({ ...ideas, states: ['ACTIVE', 'PAUSED'] })) found.push(...ideaEvents(idea, when));
  const ended = { ...ideas, states: ['DISCONTINUED'], updatedWithin: `P${CANCELLED_DAYS}D` };
  for await (const idea of ideasOf(ended)) found.push(...ideaEvents(idea, when).map(cancelled));
  return found;
}

/** Events keep their identity whatever address the calendar is fetched from. */
const HOST = 'kickstart-s3';

/**
 * /calendar.ics: deadlines of open and forthcoming calls and, for a partner's key, of its own applications, milestones and
 * next steps. `?focusArea=` narrows it, `?partner=` shows those of a partner; calendar programs pass a feed token as
 * `?key=`.
 */
export function serveCalendar(server: FastifyInstance, downloads: Downloads): void {
  const route = {
    url: '/calendar.ics',
    parameters: PARAMETERS,
    described: {
      id: 'calendar',
      tag: 'Calendar' as const,
      summary: 'Deadlines of calls, and for a partner its own applications, milestones and next steps (iCalendar).',
      answers: { 'text/calendar': TEXT },
    },
  };
  downloads.serve(server, route, async (download, _request, reply) => {
    const text = calendar(await events(download), { name: 'Kickstart S3', host: HOST });
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300').send(text);
  });
}
