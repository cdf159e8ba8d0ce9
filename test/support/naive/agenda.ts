import type { AgendaKind } from '../../../src/agenda/agenda-kind.js';
import {
  CONFIDENTIAL_REQUIREMENTS,
  readinessOf,
  type RequirementCode,
  requirementsFrom,
} from '../../../src/ideas/gates/gates.js';
import type { IdeaAction } from '../../../src/ideas/idea-policy.js';
import { stageAfter } from '../../../src/ideas/moves/path.js';
import { Stage } from '../../../src/ideas/stages.js';
import { deadlineRisk, type Risk } from '../../../src/pipeline/deadline-risk.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { millisOf } from '../../../src/shared/time/instant.js';
import type {
  ApplicationRow,
  FundingCallRow,
  IdeaRow,
  JoinRequestRow,
  MembershipRow,
  MilestoneRow,
} from '../service/stored-rows.js';
import type { Arguments } from './arguments.js';
import { type Asking, by } from './asking.js';
import { aimOf, statusOfCall } from './clock.js';
import { columns, type Fields } from './fields.js';
import { gateFacts } from './gate-facts.js';
import { shifted } from './paging/idea-filter.js';
import { actionsFor } from './policy.js';
import { orderTold } from './paging/lists.js';

/** An item as the domain's own words have it, worked out row by row. */
interface Item {
  key: string;
  kind: AgendaKind;
  risk: Risk | null;
  requirements: RequirementCode[];
  dueOn: string | null;
  daysLeft: number | null;
  meets: IdeaAction | null;
  idea: IdeaRow | null;
  fundingCall: FundingCallRow | null;
  application: ApplicationRow | null;
  milestone: MilestoneRow | null;
  joinRequest: JoinRequestRow | null;
}

const DAY = 86_400_000;
/** Sweden writes its days as ISO 8601 does. */
const SWEDISH = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const dayOf = (at: string | Date | number) => SWEDISH.format(new Date(at));
const later = (day: string, count: number) => new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
const place = (stage: Stage) => wordsOf(Stage).indexOf(stage);

const NOTHING = { risk: null, requirements: [], dueOn: null, daysLeft: null, meets: null, idea: null };
const ABOUT = { fundingCall: null, application: null, milestone: null, joinRequest: null };
type Told = Partial<Item> & Pick<Item, 'key' | 'kind'>;
const item = (told: Told): Item => ({ ...NOTHING, ...ABOUT, ...told });

const ORDER: AgendaKind[] = [
  ...(['CALL_DEADLINE', 'LETTER_MISSING', 'READY_TO_ADVANCE', 'REQUIREMENT_UNMET', 'DECISION_TO_RECORD'] as const),
  ...(['MILESTONE_DUE', 'MILESTONE_OVERDUE', 'NEXT_STEP_DUE', 'STATUS_UPDATE_DUE', 'STALLED'] as const),
  ...(['JOIN_REQUEST', 'NEW_CALL_FITS', 'CALL_INCOMPLETE'] as const),
];
const BY_ACTION: readonly (readonly [IdeaAction, readonly RequirementCode[]])[] = [
  ['UPDATE', ['DESCRIBED', 'FOCUS_AREA_CHOSEN', 'ENVIRONMENTAL_OBJECTIVE_CHOSEN']],
  [
    'MANAGE_CONSORTIUM',
    [
      ...(['COORDINATOR_APPOINTED', 'ENOUGH_PARTNERS', 'SECTORS_REPRESENTED'] as const),
      ...(['LETTERS_OF_INTENT', 'CALL_RULES_MET', 'BUDGET_COVERED'] as const),
    ],
  ],
  ['MANAGE_APPLICATIONS', ['CALL_TARGETED', 'APPLICATION_GRANTED']],
  ['MANAGE_PROJECT', ['PROJECT_DURATION', 'MILESTONES_PLANNED', 'OUTCOMES_PLANNED']],
];

/** All that waits for the viewer; calls that are new and fit are left to a test of their own. */
export function agendaOf(asking: Asking, { within }: Arguments = {}): Item[] {
  const { viewer, rows, now } = asking;
  if (viewer.role !== 'ADMIN' && viewer.role !== 'PARTNER') return [];
  const last = dayOf(shifted(now, within ?? 'P90D', 1));
  const isAdmin = viewer.role === 'ADMIN' && !viewer.feedOnly;
  const items = rows.idea
    .filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED')
    .flatMap(idea => [
      ...(leads(asking, idea) ? ofLed(asking, idea) : []),
      ...(leads(asking, idea) || isAdmin ? stalled(asking, idea) : []),
      ...ownLetter(asking, idea),
      ...requests(asking, idea, isAdmin),
      ...(isAdmin ? decisions(asking, idea) : []),
    ]);
  const incomplete = isAdmin
    ? rows.funding_call.filter(call => asking.eyes.seesCall(call)).flatMap(call => incompleteCall(asking, call))
    : [];
  return [...items, ...incomplete]
    .filter(({ dueOn }) => dueOn === null || dueOn <= last)
    .map(each => ({ ...each, daysLeft: each.dueOn && (Date.parse(each.dueOn) - Date.parse(dayOf(now))) / DAY }) as Item)
    .sort(
      by(
        ({ dueOn }) => dueOn ?? '9999',
        ({ risk }) => (risk ? ['HIGH', 'MEDIUM', 'LOW'].indexOf(risk) : 3),
        ({ kind }) => ORDER.indexOf(kind),
        ({ key }) => key,
      ),
    );
}

function leads({ viewer: { partnerId }, eyes }: Asking, idea: IdeaRow): boolean {
  const coordinates = ({ partner_id, role }: MembershipRow) => partner_id === partnerId && role === 'COORDINATOR';
  return partnerId !== null && (idea.owner_id === partnerId || eyes.membersOf(idea).some(coordinates));
}

interface Aim {
  draft: ApplicationRow;
  call: FundingCallRow;
  at: string;
}

function aims(asking: Asking, idea: IdeaRow): Aim[] {
  const { rows, eyes, now } = asking;
  return rows.application
    .filter(({ idea_id, status }) => idea_id === idea.id && (status === 'DRAFT' || status === 'INVITED'))
    .map(draft => ({ draft, call: eyes.callOf(draft) }))
    .filter(({ call }) => call.published_at !== null && call.cancelled_at === null)
    .flatMap(({ draft, call }) => {
      const at = aimOf(asking, draft, call);
      return at !== null && new Date(at) >= now ? [{ draft, call, at }] : [];
    })
    .sort(
      by(
        ({ at }) => Date.parse(at),
        ({ draft }) => draft.id,
      ),
    );
}

function ofLed(asking: Asking, idea: IdeaRow): Item[] {
  const { eyes, now, rows } = asking;
  const [inside, today] = [eyes.isInside(idea), dayOf(now)];
  const leaveOut = inside ? [] : CONFIDENTIAL_REQUIREMENTS;
  const readiness = readinessOf(gateFacts(asking, idea), now, { leaveOut });
  const unmet = (readiness?.requirements ?? []).filter(({ met }) => !met).map(({ code }) => code);
  const items: Item[] = [];

  const ahead = aims(asking, idea).map(aim => ({
    ...aim,
    risk: riskOf(asking, idea, aim, unmet.length + (readiness?.withheld.length ?? 0)),
  }));
  for (const { draft, call, at, risk } of ahead)
    items.push(
      item({
        key: `CALL_DEADLINE:${draft.id}:${draft.invited_at ? 2 : 1}`,
        kind: 'CALL_DEADLINE',
        ...{ risk, requirements: unmet, dueOn: dayOf(at), meets: 'MANAGE_APPLICATIONS' },
        ...{ idea, fundingCall: call, application: draft },
      }),
    );
  if (ahead[0]) items.push(...beforeNearest(asking, idea, ahead[0], unmet));
  if (inside && idea.state === 'ACTIVE' && readiness?.ready)
    items.push(
      item({ key: `READY_TO_ADVANCE:${idea.id}:${readiness.to}`, kind: 'READY_TO_ADVANCE', meets: 'ADVANCE', idea }),
    );
  const project = rows.project.find(({ idea_id }) => idea_id === idea.id);
  for (const milestone of rows.milestone) {
    const { project_id, completed_on, dropped_at, due_on: dueOn } = milestone;
    if (idea.stage !== 'PROJECT' || project_id !== project?.id || completed_on || dropped_at) continue;
    if (dueOn > later(today, 60)) continue;
    const kind = dueOn < today ? 'MILESTONE_OVERDUE' : 'MILESTONE_DUE';
    items.push(item({ key: `${kind}:${milestone.id}`, kind, dueOn, meets: 'MANAGE_PROJECT', idea, milestone }));
  }
  return inside ? [...items, ...toldOf(asking, idea, today)] : items;
}

/** The newest status update, and when the next is due. */
function toldOf({ rows }: Asking, idea: IdeaRow, today: string): Item[] {
  const [newest] = orderTold(rows.status_update.filter(({ idea_id }) => idea_id === idea.id)).rows;
  const items: Item[] = [];
  if (newest?.next_step_sv && newest.next_step_due_on)
    items.push(
      item({
        key: `NEXT_STEP_DUE:${newest.id}`,
        kind: 'NEXT_STEP_DUE',
        ...{ dueOn: newest.next_step_due_on, meets: 'POST_STATUS_UPDATE', idea },
      }),
    );
  const since = newest && Date.parse(newest.at) > Date.parse(idea.entered_stage_at) ? newest : null;
  const dueOn = later(dayOf(since?.at ?? idea.entered_stage_at), idea.stage === 'PROJECT' ? 90 : 180);
  if (idea.state === 'ACTIVE' && dueOn <= today)
    items.push(
      item({
        key: `STATUS_UPDATE_DUE:${idea.id}:${since?.id ?? idea.stage}`,
        kind: 'STATUS_UPDATE_DUE',
        ...{ dueOn, meets: 'POST_STATUS_UPDATE', idea },
      }),
    );
  return items;
}

function beforeNearest(
  { eyes, now, viewer }: Asking,
  idea: IdeaRow,
  { draft, call, at, risk }: Aim & { risk: Risk },
  unmet: RequirementCode[],
): Item[] {
  const about = { risk, dueOn: dayOf(at), idea, fundingCall: call, application: draft };
  const isNear = eyes.isInside(idea) && dayOf(at) <= later(dayOf(now), 60);
  const unsigned = eyes.membersOf(idea).filter(lacksLetter);
  const items: Item[] = [];
  if (isNear && unsigned.some(({ partner_id }) => partner_id !== viewer.partnerId))
    items.push(
      item({
        key: `LETTER_MISSING:${draft.id}:${draft.invited_at ? 2 : 1}`,
        kind: 'LETTER_MISSING',
        ...{ ...about, requirements: ['LETTERS_OF_INTENT'], meets: 'MANAGE_CONSORTIUM' },
      }),
    );
  const [first, ...more] = unsigned;
  const isOwnAlone =
    first?.partner_id === viewer.partnerId && first?.letter_of_intent === 'REQUESTED' && more.length === 0;
  const told =
    (isNear && unsigned.length > 0) || (isOwnAlone && eyes.isInside(idea))
      ? unmet.filter(code => code !== 'LETTERS_OF_INTENT')
      : unmet;
  for (const [action, codes] of BY_ACTION) {
    const requirements = told.filter(code => codes.includes(code));
    if (requirements.length > 0)
      items.push(
        item({
          key: `REQUIREMENT_UNMET:${idea.id}:${stageAfter(idea.stage)}:${action}`,
          kind: 'REQUIREMENT_UNMET',
          ...{ ...about, requirements, meets: action },
        }),
      );
  }
  return items;
}

const lacksLetter = ({ letter_of_intent, role }: MembershipRow) =>
  letter_of_intent !== 'SIGNED' && role !== 'ASSOCIATED_PARTNER';

/** By how long the ideas that the viewer sees stayed before they passed the gate ahead. */
function riskOf(asking: Asking, { stage }: IdeaRow, { at }: Aim, left: number): Risk {
  const daysLeft = Math.floor((Date.parse(at) - asking.now.getTime()) / DAY);
  const [stays, count] = [staysBefore(asking, stage), requirementsFrom(stage).length];
  const advanced = stays.filter(({ isFirst }) => isFirst).length;
  if (advanced < 5 || count === 0) return deadlineRisk({ daysLeft, unmet: left });
  return deadlineRisk({ daysLeft, unmet: left, daysPerRequirement: median(stays.map(({ days }) => days)) / count });
}

function staysBefore({ rows, eyes }: Asking, stage: Stage) {
  return rows.idea
    .filter(idea => eyes.seesIdea(idea))
    .flatMap(idea => {
      const path = rows.stage_transition
        .filter(({ idea_id }) => idea_id === idea.id)
        .sort(
          by(
            ({ at }) => Date.parse(at),
            ({ id }) => id,
          ),
        )
        .filter(({ from, to, to_state }) => from !== to || to_state === 'COMPLETED' || to_state === 'DISCONTINUED');
      return path.flatMap(({ from, to, at }, index) => {
        const next = path[index + 1];
        if (from === to || to !== stage || !next || next.to !== stageAfter(stage)) return [];
        const isFirst = path.slice(0, index).every(earlier => place(earlier.to) <= place(stage));
        return [{ isFirst, days: Math.floor((Date.parse(next.at) - Date.parse(at)) / DAY) }];
      });
    });
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function stalled({ now }: Asking, idea: IdeaRow): Item[] {
  if (Date.parse(idea.updated_at) >= shifted(now, 'P180D', -1)) return [];
  return [item({ key: `STALLED:${idea.id}`, kind: 'STALLED', meets: 'POST_STATUS_UPDATE', idea })];
}

function ownLetter(asking: Asking, idea: IdeaRow): Item[] {
  const { eyes, viewer, now } = asking;
  const mine = eyes.membersOf(idea).find(({ partner_id }) => partner_id === viewer.partnerId);
  if (!mine || !lacksLetter(mine) || !eyes.isInside(idea)) return [];
  const [nearest] = aims(asking, idea);
  const dueOn = nearest ? dayOf(nearest.at) : null;
  const isNear = dueOn !== null && dueOn <= later(dayOf(now), 60);
  if (mine.letter_of_intent !== 'REQUESTED' && !isNear) return [];
  const daysLeft = nearest ? Math.floor((Date.parse(nearest.at) - now.getTime()) / DAY) : 0;
  return [
    item({
      key: `LETTER_MISSING:${mine.id}`,
      kind: 'LETTER_MISSING',
      risk: nearest ? deadlineRisk({ daysLeft, unmet: 1 }) : null,
      ...{ dueOn, requirements: ['LETTERS_OF_INTENT'], meets: 'MANAGE_OWN_MEMBERSHIP', idea },
      ...{ fundingCall: nearest?.call ?? null, application: nearest?.draft ?? null },
    }),
  ];
}

function requests(asking: Asking, idea: IdeaRow, isAdmin: boolean): Item[] {
  const { rows, eyes, viewer } = asking;
  return rows.join_request
    .filter(({ idea_id, status }) => idea_id === idea.id && status === 'PENDING')
    .filter(request => eyes.seesJoinRequest(request))
    .filter(({ origin, partner_id }) =>
      origin === 'IDEA' ? partner_id === viewer.partnerId : isAdmin || leads(asking, idea),
    )
    .map(joinRequest =>
      item({
        key: `JOIN_REQUEST:${joinRequest.id}`,
        kind: 'JOIN_REQUEST',
        meets: joinRequest.origin === 'IDEA' ? 'ANSWER_INVITATION' : 'MANAGE_CONSORTIUM',
        ...{ idea, joinRequest },
      }),
    );
}

function decisions({ rows, eyes, now }: Asking, idea: IdeaRow): Item[] {
  return rows.application
    .filter(({ idea_id, status }) => idea_id === idea.id && (status === 'SUBMITTED' || status === 'UNDER_REVIEW'))
    .flatMap(application => {
      const call = eyes.callOf(application);
      const after = call.deadlines.map(millisOf).filter(at => at >= Date.parse(application.submitted_at!));
      const first = after.length > 0 ? new Date(Math.min(...after)) : null;
      const closed = application.deadline ?? first ?? call.closes_at;
      const dueOn = closed && later(dayOf(closed), 90);
      if (!dueOn || dueOn > dayOf(now)) return [];
      const told = { dueOn, meets: 'RECORD_DECISION', idea, fundingCall: call, application } as const;
      return [item({ key: `DECISION_TO_RECORD:${application.id}`, kind: 'DECISION_TO_RECORD', ...told })];
    });
}

function incompleteCall(asking: Asking, call: FundingCallRow): Item[] {
  const isAhead = asking.eyes.seesCall(call) && ['DRAFT', 'FORTHCOMING', 'OPEN'].includes(statusOfCall(asking, call));
  if (!isAhead || call.deadline_model === 'CONTINUOUS' || call.deadlines.length > 0) return [];
  return [item({ key: `CALL_INCOMPLETE:${call.id}`, kind: 'CALL_INCOMPLETE', fundingCall: call })];
}

export const AGENDA_ITEM: Fields<Item> = {
  ...columns('key', 'kind', 'risk', 'requirements', 'idea', 'application', 'milestone'),
  dueOn: ({ dueOn }) => dueOn,
  daysLeft: ({ daysLeft }) => daysLeft,
  fundingCall: ({ fundingCall }) => fundingCall,
  joinRequest: ({ joinRequest }) => joinRequest,
  action: ({ meets, idea }, _, asking) =>
    meets !== null && idea !== null && actionsFor(asking, idea).includes(meets) ? meets : null,
};
