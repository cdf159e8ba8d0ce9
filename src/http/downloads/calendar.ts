import type { FastifyInstance } from 'fastify';
import { type DocumentNode, parse } from 'graphql';
import type { Context } from '../../context/context.js';
import { calendar, type CalendarEvent } from '../../shared/time/calendar.js';
import type { Download, Downloads } from './downloads.js';
import { nodesOf } from '../graphql/own-query.js';
import { focusAreaCode, partnerSlug } from './parameters.js';
import type { Untyped } from '../../shared/untyped.js';

const CALLS = parse(`query ($after: String, $filter: FundingCallFilter) {
  fundingCalls(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes { id identifier title summary programme url deadlines { at label } version updatedAt focusAreas { code } }
  }
}`);

const IDEAS = parse(`query ($after: String, $filter: IdeaFilter) {
  ideas(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      code title version updatedAt
      applications { id status deadline callStage version call { identifier title } }
      project { milestones { id title dueOn completedOn droppedAt } }
    }
  }
}`);

const STAGES = {
  1: { SV: 'Ansökan', EN: 'Application' },
  2: { SV: 'Fullständig ansökan', EN: 'Full application' },
} as const;
const BEING_WRITTEN = new Set(['DRAFT', 'INVITED']);
const MILESTONE = { SV: 'Milstolpe', EN: 'Milestone' } as const;

function callEvents({
  id,
  identifier,
  title,
  summary,
  url,
  deadlines,
  version,
  updatedAt,
  focusAreas,
}: Untyped): CalendarEvent[] {
  return deadlines.map(({ at, label }: Untyped, index: number) => ({
    key: `${id}/deadline/${index + 1}`,
    title: label ? `${title}: ${label}` : title,
    description: [identifier, summary].filter(Boolean).join('\n\n'),
    url,
    categories: focusAreas.map(({ code }: Untyped) => code),
    on: { at },
    changedAt: updatedAt,
    version,
  }));
}

function ideaEvents(idea: Untyped, { locale }: Context): CalendarEvent[] {
  const { code, title, applications, project, updatedAt, version } = idea;
  const drafts = applications.filter(({ status, deadline }: Untyped) => BEING_WRITTEN.has(status) && deadline);
  const milestones = (project?.milestones ?? []).filter(
    ({ completedOn, droppedAt }: Untyped) => !completedOn && !droppedAt,
  );
  return [
    ...drafts.map(({ id, deadline, callStage, call, version: of }: Untyped) => ({
      key: `${id}/deadline`,
      title: `${STAGES[callStage as 1 | 2][locale]} ${code}: ${call.title}`,
      description: `${title}\n${call.identifier}`,
      on: { at: deadline },
      changedAt: updatedAt,
      version: of,
    })),
    ...milestones.map(({ id, title: milestone, dueOn }: Untyped) => ({
      key: `${id}/due`,
      title: `${MILESTONE[locale]} ${code}: ${milestone}`,
      description: title,
      on: { day: dueOn },
      changedAt: updatedAt,
      version,
    })),
  ];
}

const PARAMETERS = { focusArea: focusAreaCode, partner: partnerSlug };

async function events({ query, context, parameters }: Download<typeof PARAMETERS>): Promise<CalendarEvent[]> {
  const { focusArea, partner } = parameters;
  const areas = focusArea ? { focusAreas: [focusArea] } : {};
  const calls = { ...areas, statuses: ['FORTHCOMING', 'OPEN'] };
  const found: CalendarEvent[] = [];
  const nodes = (list: 'fundingCalls' | 'ideas', document: DocumentNode, filter: object) =>
    nodesOf(query, { document, list, variables: { filter } });
  for await (const call of nodes('fundingCalls', CALLS, calls)) found.push(...callEvents(call));
  // Applications and milestones are those of the partner in the address, else of the caller's own.
  if (!partner && !context.viewer.partnerId) return found;
  const ideas = { ...areas, ...(partner ? { partners: [partner] } : { mine: true }), states: ['ACTIVE', 'PAUSED'] };
  for await (const idea of nodes('ideas', IDEAS, ideas)) found.push(...ideaEvents(idea, context));
  return found;
}

/** Events keep their identity whatever address the calendar is fetched from. */
const HOST = 'kickstart-s3';

/**
 * /calendar.ics: deadlines of open and forthcoming calls and, for a partner's key, of its own applications and
 * milestones. `?focusArea=` narrows it, `?partner=` shows those of a partner; calendar programs pass a feed token as
 * `?key=`.
 */
export function serveCalendar(server: FastifyInstance, downloads: Downloads): void {
  const route = { url: '/calendar.ics', parameters: PARAMETERS };
  downloads.serve(server, route, async (download, _request, reply) => {
    const text = calendar(await events(download), { name: 'Kickstart S3', host: HOST });
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300').send(text);
  });
}
