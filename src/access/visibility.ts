import type { ActivityKind } from '../activity/activity-kind.js';
import { join, literal, raw, sql, type Sql, VIEWER_KEY, VIEWER_PARTNER, VIEWER_SUBJECT } from '../reading/sql.js';
import type { Viewer } from '../shared/viewer.js';

/** The condition under which a viewer sees a row. */
export type Rule = (row: Sql, viewer: Viewer) => Sql;

/*
 * Who sees what. Each noun names its rule in `nouns.ts`, and lists, single reads, counts, search, activity and
 * `node(id)` all put it into their statement, wherever in it the row is reached. Tables are named with their schema
 * here: in a report about the past a plain name means the rows as they were (`activity/as-of.ts`), but who may see
 * what is always as it is now.
 */

export function everybody(): Sql {
  return raw('true');
}

/** Anonymous sees PUBLIC; integrators and partners also PARTNERS; owner, current members and the invited also CONSORTIUM. */
export function ideaVisible(idea: Sql, viewer: Viewer): Sql {
  if (viewer.role === 'ADMIN') return raw('true');
  if (viewer.role === 'INTEGRATOR') {
    return viewer.grants.includes('ALL_IDEAS') ? raw('true') : sql`${idea}.visibility in ('PUBLIC', 'PARTNERS')`;
  }
  if (viewer.role === 'PARTNER') {
    // A feed token is shown no invitation, and so no idea by one.
    const alsoSeen = viewer.feedOnly ? takesPart(idea) : sql`${takesPart(idea)} or ${invited(idea)}`;
    return sql`(${idea}.visibility in ('PUBLIC', 'PARTNERS') or ${alsoSeen})`;
  }
  return sql`${idea}.visibility = 'PUBLIC'`;
}

export function ofVisibleIdea(row: Sql, viewer: Viewer): Sql {
  return existsIdea(sql`${row}.idea_id`, viewer, ideaVisible);
}

export function ofVisibleProject(row: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer)) return raw('true');
  const visible = existsIdea(sql`of_project.idea_id`, viewer, ideaVisible);
  return sql`exists (select from public.project of_project where of_project.id = ${row}.project_id and ${visible})`;
}

/** Published calls are public; drafts are for administrators, deleted ones for nobody. */
export function callVisible(call: Sql, viewer: Viewer): Sql {
  return viewer.role === 'ADMIN' ? sql`${call}.deleted_at is null` : sql`${call}.published_at is not null`;
}

/** Seen where both its idea and its call are. */
export function applicationVisible(application: Sql, viewer: Viewer): Sql {
  return sql`${ofVisibleIdea(application, viewer)} and ${callOfVisible(application, viewer)}`;
}

function callOfVisible(row: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer)) return raw('true');
  return sql`exists (select from public.funding_call of_call where of_call.id = ${row}.call_id and ${callVisible(raw('of_call'), viewer)})`;
}

/** Administrators see all keys; a key sees itself, what it or a subject made and, for a partner, those of its partner. */
export function keyVisible(key: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer)) return raw('true');
  if (!keepsKeys(viewer)) return raw('false');
  const own = sql`${key}.id = ${VIEWER_KEY} or ${key}.parent_id = ${VIEWER_KEY} or ${key}.subject = ${VIEWER_SUBJECT}`;
  return viewer.role === 'PARTNER' ? sql`(${own} or ${key}.partner_id = ${VIEWER_PARTNER})` : sql`(${own})`;
}

/** Everybody sees their own sessions and mails alone, administrators too. */
export function ownAlone(row: Sql, viewer: Viewer): Sql {
  if (!keepsKeys(viewer)) return raw('false');
  return sql`(${row}.api_key_id = ${VIEWER_KEY} or ${row}.subject = ${VIEWER_SUBJECT})`;
}

/** A webhook is seen by whoever sees the key that made it. */
export function webhookVisible(webhook: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer) || !keepsKeys(viewer)) return keyVisible(webhook, viewer);
  return sql`exists (select from public.api_key of_key where of_key.id = ${webhook}.api_key_id and ${keyVisible(raw('of_key'), viewer)})`;
}

/** A delivery tells of an activity, so both it and its webhook must be seen. */
export function deliveryVisible(delivery: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer) || !keepsKeys(viewer)) return keyVisible(delivery, viewer);
  return sql`(exists (select from public.webhook of_webhook where of_webhook.id = ${delivery}.webhook_id and ${webhookVisible(raw('of_webhook'), viewer)})
    and exists (select from public.activity of_activity where of_activity.id = ${delivery}.activity_id and ${activityVisible(raw('of_activity'), viewer)}))`;
}

const PUBLIC_KINDS: readonly ActivityKind[] = [
  'PARTNER_CREATED',
  'PARTNER_UPDATED',
  'PARTNER_MERGED',
  'FOCUS_AREA_CREATED',
  'FOCUS_AREA_UPDATED',
  'FOCUS_AREA_RETIRED',
  'PROGRAMME_CREATED',
  'PROGRAMME_UPDATED',
];
const OF_PUBLIC_THINGS = join(PUBLIC_KINDS.map(literal), ', ');

/** Of what only those inside an idea see, nobody else is told that it happened. */
const KINDS_INSIDE: readonly ActivityKind[] = [
  ...(['STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED'] as const),
  ...(['JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN'] as const),
];
const OF_THINGS_INSIDE = join(KINDS_INSIDE.map(literal), ', ');

/**
 * Activity of an idea is for those inside it, or for an integrator with the grant where it sees the idea; activity of
 * calls, partners, focus areas and programmes is for all who have signed in; that of keys and webhooks for administrators.
 */
export function activityVisible(row: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer)) return raw('true');
  if (!viewer.role || viewer.feedOnly) return raw('false');
  const general = sql`(${row}.idea_id is null and (${row}.kind in (${OF_PUBLIC_THINGS}) or (${row}.call_id is not null and ${callOfVisible(row, viewer)})))`;
  const ofIdea = existsIdea(sql`${row}.idea_id`, viewer, viewer.role === 'INTEGRATOR' ? followed : inside);
  const told = viewer.role === 'INTEGRATOR' ? outsideTold(row, viewer) : raw('true');
  return sql`(${general} or (${row}.idea_id is not null and ${told} and ${ofIdea}))`;
}

/** What follows activity without being inside is told of. */
function outsideTold(row: Sql, viewer: Viewer): Sql {
  return sql`(${row}.kind not in (${OF_THINGS_INSIDE}) or ${insideIdea(sql`${row}.idea_id`, viewer)})`;
}

function followed(idea: Sql, viewer: Viewer): Sql {
  return viewer.grants.includes('ACTIVITY') ? ideaVisible(idea, viewer) : raw('false');
}

/** Whether the viewer sees what is confidential inside an idea: money, letters of intent, reasons. No feed token does. */
function inside(idea: Sql, viewer: Viewer): Sql {
  if (seesEverything(viewer)) return raw('true');
  if (viewer.feedOnly) return raw('false');
  if (viewer.role === 'PARTNER') return takesPart(idea);
  return viewer.grants.includes('CONFIDENTIAL') ? ideaVisible(idea, viewer) : raw('false');
}

/** What only those inside its idea see: how it goes, and what is linked to. */
export function insideItsIdea(row: Sql, viewer: Viewer): Sql {
  return insideIdea(sql`${row}.idea_id`, viewer);
}

/** The same for an idea that is known by its id only. */
export function insideIdea(ideaId: Sql, viewer: Viewer): Sql {
  return existsIdea(ideaId, viewer, inside);
}

function existsIdea(ideaId: Sql, viewer: Viewer, condition: (idea: Sql, viewer: Viewer) => Sql): Sql {
  const holds = condition(raw('of_idea'), viewer);
  const constant = holds.parts.join('');
  if (constant === 'true' || constant === 'false') return raw(constant);
  return sql`exists (select from public.idea of_idea where of_idea.id = ${ideaId} and ${holds})`;
}

/** A partner that is invited sees the idea until it has answered, as an outsider does. */
function invited(idea: Sql): Sql {
  return sql`exists (select from public.join_request invitation where invitation.idea_id = ${idea}.id
    and invitation.partner_id = ${VIEWER_PARTNER} and invitation.origin = 'IDEA' and invitation.status = 'PENDING')`;
}

/** Requests to join are seen by those inside the idea, and by the partner that asks or is invited. */
export function joinRequestVisible(request: Sql, viewer: Viewer): Sql {
  const byInsiders = insideItsIdea(request, viewer);
  if (viewer.role !== 'PARTNER' || viewer.feedOnly) return byInsiders;
  return sql`(${request}.partner_id = ${VIEWER_PARTNER} or ${byInsiders})`;
}

/** Owner or current member, today: a row of the past tells who owned it then. */
export function takesPart(idea: Sql): Sql {
  return sql`(exists (
    select from public.idea owned where owned.id = ${idea}.id and owned.owner_id = ${VIEWER_PARTNER}) or exists (
    select from public.membership mine where mine.idea_id = ${idea}.id and mine.partner_id = ${VIEWER_PARTNER} and mine.left_at is null))`;
}

export function seesEverything({ role, feedOnly }: Viewer): boolean {
  return role === 'ADMIN' && !feedOnly;
}

function keepsKeys({ role, feedOnly }: Viewer): boolean {
  return role !== null && !feedOnly;
}
