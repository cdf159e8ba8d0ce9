import { parse } from 'graphql';
import type { Locale } from '../../shared/text/localized-text.js';
import type { CalendarEvent } from '../../shared/time/calendar.js';
import type { Untyped } from '../../shared/untyped.js';
import { uriOf } from '../../shared/values/exact-values.js';

export const CALLS = parse(`query ($after: String, $filter: FundingCallFilter) {
  fundingCalls(first: 100, after: $after, filter: $filter, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes { id identifier title summary programme url deadlines { at label } version updatedAt focusAreas { code } }
  }
}`);

export const IDEAS = parse(`query ($after: String, $filter: IdeaFilter) {
  ideas(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id code title version updatedAt
      statusUpdates(first: 1) { nodes { at nextStep nextStepDueOn } }
      applications { id status deadline callStage version withdrawnAt call { identifier title } }
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
const NEXT_STEP = { SV: 'Nästa steg', EN: 'Next step' } as const;
const MINUTE_MS = 60_000;

export function callEvents({
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
    // RFC 5545, 3.8.4.6: a URI.
    url: url && uriOf(url),
    categories: focusAreas.map(({ code }: Untyped) => code),
    on: { at },
    changedAt: updatedAt,
    version,
  }));
}

/** The same as called off; calendars replace what they have by the newer one. */
export function cancelled(event: CalendarEvent): CalendarEvent {
  return { ...event, version: (event.version ?? 0) + 1, cancelled: true };
}

/** In which language, and from when on what was called off still stands. */
interface When {
  readonly locale: Locale;
  readonly earliest: string;
}

export function ideaEvents(idea: Untyped, when: When): CalendarEvent[] {
  return [...applicationEvents(idea, when), ...milestoneEvents(idea, when), ...nextSteps(idea, when)];
}

/** One that is withdrawn stays for a while as one that was called off. */
function applicationEvents({ code, title, applications, updatedAt }: Untyped, { locale, earliest }: When) {
  return applications
    .filter(({ deadline }: Untyped) => deadline)
    .filter(({ status, withdrawnAt }: Untyped) =>
      withdrawnAt ? new Date(withdrawnAt) >= new Date(earliest) : BEING_WRITTEN.has(status),
    )
    .map(({ id, deadline, callStage, call, version, withdrawnAt }: Untyped): CalendarEvent => ({
      key: `${id}/deadline`,
      title: `${STAGES[callStage as 1 | 2][locale]} ${code}: ${call.title}`,
      description: `${title}\n${call.identifier}`,
      on: { at: deadline },
      changedAt: updatedAt,
      version,
      ...(withdrawnAt && { cancelled: true }),
    }));
}

/** A part that was dropped stays for a while as one that was called off. */
function milestoneEvents({ code, title, project, updatedAt, version }: Untyped, { locale, earliest }: When) {
  return (project?.milestones ?? [])
    .filter(({ completedOn, droppedAt }: Untyped) => !completedOn && (!droppedAt || droppedAt >= earliest))
    .map(({ id, title: milestone, dueOn, droppedAt }: Untyped): CalendarEvent => ({
      key: `${id}/due`,
      title: `${MILESTONE[locale]} ${code}: ${milestone}`,
      description: title,
      on: { day: dueOn },
      changedAt: updatedAt,
      version: version + (droppedAt ? 1 : 0),
      ...(droppedAt && { cancelled: true }),
    }));
}

/** The step that the newest status update names: one event of the idea, which moves as updates come. */
function nextSteps({ id, code, title, statusUpdates }: Untyped, { locale }: When): CalendarEvent[] {
  const [newest] = statusUpdates.nodes;
  if (!newest?.nextStep || !newest.nextStepDueOn) return [];
  return [
    {
      key: `${id}/next-step`,
      title: `${NEXT_STEP[locale]} ${code}: ${newest.nextStep}`,
      description: title,
      on: { day: newest.nextStepDueOn },
      changedAt: newest.at,
      version: Math.floor(Date.parse(newest.at) / MINUTE_MS),
    },
  ];
}
