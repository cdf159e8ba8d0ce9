import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { Api } from '../../api.js';
import type { Context } from '../../context.js';
import { calendar, type CalendarEvent } from '../../shared/calendar.js';
import { askerOf, type Exporting, nodesOf } from './own-query.js';

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
      applications { id status deadline version call { identifier title } }
      project { milestones { id title dueOn completedOn } }
    }
  }
}`);

const DRAFT = { SV: 'Ansökan', EN: 'Application' } as const;
const MILESTONE = { SV: 'Delmål', EN: 'Milestone' } as const;

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
}: any): CalendarEvent[] {
  return deadlines.map(({ at, label }: any, index: number) => ({
    key: `${id}/deadline/${index + 1}`,
    title: label ? `${title}: ${label}` : title,
    description: [identifier, summary].filter(Boolean).join('\n\n'),
    url,
    categories: focusAreas.map(({ code }: any) => code),
    on: { at },
    changedAt: updatedAt,
    version,
  }));
}

function ideaEvents(idea: any, { locale }: Context): CalendarEvent[] {
  const { code, title, applications, project, updatedAt, version } = idea;
  const drafts = applications.filter(({ status, deadline }: any) => status === 'DRAFT' && deadline);
  const milestones = (project?.milestones ?? []).filter(({ completedOn }: any) => !completedOn);
  return [
    ...drafts.map(({ id, deadline, call, version: of }: any) => ({
      key: `${id}/deadline`,
      title: `${DRAFT[locale]} ${code}: ${call.title}`,
      description: `${title}\n${call.identifier}`,
      on: { at: deadline },
      changedAt: updatedAt,
      version: of,
    })),
    ...milestones.map(({ id, title: milestone, dueOn }: any) => ({
      key: `${id}/due`,
      title: `${MILESTONE[locale]} ${code}: ${milestone}`,
      description: title,
      on: { day: dueOn },
      changedAt: updatedAt,
      version,
    })),
  ];
}

async function events(api: Api, context: Context, focusArea: string | undefined): Promise<CalendarEvent[]> {
  const areas = focusArea ? { focusAreas: [focusArea] } : {};
  const found: CalendarEvent[] = [];
  const calls = {
    document: CALLS,
    list: 'fundingCalls',
    variables: { filter: { ...areas, statuses: ['FORTHCOMING', 'OPEN'] } },
  };
  for await (const call of nodesOf(api, context, calls)) found.push(...callEvents(call));
  if (!context.viewer.partnerId) return found;
  const ideas = {
    document: IDEAS,
    list: 'ideas',
    variables: { filter: { ...areas, mine: true, states: ['ACTIVE', 'PAUSED'] } },
  };
  for await (const idea of nodesOf(api, context, ideas)) found.push(...ideaEvents(idea, context));
  return found;
}

/**
 * /calendar.ics: deadlines of open and forthcoming calls and, for a partner's key, of its own applications and
 * milestones. `?focusArea=` narrows it; calendar programs pass the key as `?key=`.
 */
export function serveCalendar(server: FastifyInstance, exporting: Exporting): void {
  server.get('/calendar.ics', async (request, reply) => {
    const context = await askerOf(exporting, request);
    const { focusArea } = request.query as { focusArea?: string };
    const text = calendar(await events(exporting.api, context, focusArea), {
      name: 'Kickstart S3',
      host: request.hostname,
    });
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300').send(text);
  });
}
