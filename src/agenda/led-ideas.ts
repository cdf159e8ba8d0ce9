import { countedMembers } from '../consortia/member-facts.js';
import { readinessOf, type Requirement, type RequirementCode } from '../ideas/gates/gates.js';
import type { IdeaAction } from '../ideas/idea-policy.js';
import { stageAfter } from '../ideas/moves/path.js';
import { beforeDeadline } from '../pipeline/before-deadline.js';
import type { Risk } from '../pipeline/deadline-risk.js';
import { isOverdue } from '../projects/duration.js';
import { daysAfter, swedishDay } from '../shared/time/local-time.js';
import type { DraftAhead, LedIdea, Passed } from './agenda-facts.js';
import { type Waiting, waiting } from './agenda-item.js';
import type { AgendaPolicy } from './agenda-policy.js';
import { isOwnLetterAlone } from './own-letter.js';
import * as words from './words.js';

/** The moment that an agenda is of, and what its rules look at beside the facts. */
export interface Moment {
  readonly at: Date;
  /** The Swedish day. */
  readonly today: string;
  readonly policy: AgendaPolicy;
  readonly passed: Passed;
  readonly partnerId: string | null;
}

/** What meets each requirement, for those who may do it. */
export const MEETS: Readonly<Record<RequirementCode, IdeaAction>> = {
  DESCRIBED: 'UPDATE',
  FOCUS_AREA_CHOSEN: 'UPDATE',
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: 'UPDATE',
  COORDINATOR_APPOINTED: 'MANAGE_CONSORTIUM',
  ENOUGH_PARTNERS: 'MANAGE_CONSORTIUM',
  SECTORS_REPRESENTED: 'MANAGE_CONSORTIUM',
  LETTERS_OF_INTENT: 'MANAGE_CONSORTIUM',
  CALL_TARGETED: 'MANAGE_APPLICATIONS',
  CALL_RULES_MET: 'MANAGE_CONSORTIUM',
  APPLICATION_GRANTED: 'MANAGE_APPLICATIONS',
  PROJECT_DURATION: 'MANAGE_PROJECT',
  BUDGET_COVERED: 'MANAGE_CONSORTIUM',
  MILESTONES_PLANNED: 'MANAGE_PROJECT',
  OUTCOMES_PLANNED: 'MANAGE_PROJECT',
};

/** Everything that waits for those who lead an idea, but for what comes from others. */
export function ofLedIdea(idea: LedIdea, moment: Moment): Waiting[] {
  return [
    ...deadlines(idea, moment),
    ...ready(idea, moment),
    ...milestones(idea, moment),
    ...nextStep(idea),
    ...statusUpdate(idea, moment),
  ];
}

/** Each deadline, and by the nearest what is to be done before it. */
function deadlines(idea: LedIdea, moment: Moment): Waiting[] {
  const { id: ideaId, standing, drafts } = idea;
  const seen = drafts.map(draft => ({
    draft,
    ...beforeDeadline({ ...idea, at: draft.at }, moment.at, moment.passed[standing.stage]),
  }));
  const [nearest] = seen;
  if (!nearest) return [];
  const unsigned = lettersToSign(idea, nearest, moment);
  const isTold = unsigned.length > 0 || isOwnLetterAlone(idea, moment.partnerId);
  const rest = nearest.unmet.filter(({ code }) => code !== 'LETTERS_OF_INTENT' || !isTold);
  return [
    ...seen.map(({ draft, unmet, risk }) =>
      waiting('CALL_DEADLINE', [draft.id, String(draft.callStage)], {
        ...{ risk, dueOn: swedishDay(draft.at), requirements: unmet.map(({ code }) => code) },
        about: { ideaId, callId: draft.callId, applicationId: draft.id },
        wording: () => words.deadlineText(draft, unmet.length),
        meets: { action: 'MANAGE_APPLICATIONS', standing },
      }),
    ),
    ...lettersOfOthers(
      idea,
      nearest,
      unsigned.filter(partnerId => partnerId !== moment.partnerId),
    ),
    ...unmetByAction(idea, { ...nearest, unmet: rest }),
  ];
}

interface Nearest {
  readonly draft: DraftAhead;
  readonly risk: Risk;
  readonly unmet: readonly Requirement[];
}

/** Whose letters are missing when a deadline is near. */
function lettersToSign({ inside, facts }: LedIdea, { draft }: Nearest, { today, policy }: Moment): string[] {
  if (!inside || swedishDay(draft.at) > daysAfter(today, policy.letterDays)) return [];
  return countedMembers(facts.members).flatMap(({ letterOfIntent, partnerId }) =>
    letterOfIntent === 'SIGNED' ? [] : [partnerId],
  );
}

/** The letter of one's own partner is a matter of its own. */
function lettersOfOthers(
  { id: ideaId, standing, names }: LedIdea,
  { draft, risk }: Nearest,
  missing: readonly string[],
): Waiting[] {
  if (missing.length === 0) return [];
  return [
    waiting('LETTER_MISSING', [draft.id, String(draft.callStage)], {
      ...{ risk, dueOn: swedishDay(draft.at), requirements: ['LETTERS_OF_INTENT'] },
      about: { ideaId, callId: draft.callId, applicationId: draft.id },
      wording: () =>
        words.lettersText(
          missing.map(partnerId => names[partnerId]!),
          draft,
        ),
      meets: { action: MEETS.LETTERS_OF_INTENT, standing },
    }),
  ];
}

/** What the gate ahead still asks, together what the same action meets. */
function unmetByAction({ id: ideaId, standing }: LedIdea, { draft, risk, unmet }: Nearest): Waiting[] {
  const to = stageAfter(standing.stage);
  if (!to) return [];
  return [...Map.groupBy(unmet, ({ code }) => MEETS[code])].map(([action, those]) =>
    waiting('REQUIREMENT_UNMET', [ideaId, to, action], {
      ...{ risk, dueOn: swedishDay(draft.at), requirements: those.map(({ code }) => code) },
      about: { ideaId, callId: draft.callId, applicationId: draft.id },
      wording: () =>
        words.unmetText(
          to,
          those.map(({ message }) => message),
        ),
      meets: { action, standing },
    }),
  );
}

function ready({ id: ideaId, standing, inside, facts }: LedIdea, { at }: Moment): Waiting[] {
  if (!inside || standing.state !== 'ACTIVE') return [];
  const readiness = readinessOf(facts, at);
  if (!readiness?.ready) return [];
  const { to } = readiness;
  return [
    waiting('READY_TO_ADVANCE', [ideaId, to], {
      about: { ideaId },
      wording: () => words.readyText(to),
      meets: { action: 'ADVANCE', standing },
    }),
  ];
}

function milestones(
  { id: ideaId, standing, milestones: open }: LedIdea,
  { today, policy }: Pick<Moment, 'today' | 'policy'>,
): Waiting[] {
  const last = daysAfter(today, policy.milestoneDays);
  return open
    .filter(({ dueOn }) => dueOn <= last)
    .map(({ id, title, dueOn }) => {
      // On the Swedish day, which begins an hour or two before that of UTC.
      const kind = isOverdue({ dueOn }, today) ? 'MILESTONE_OVERDUE' : 'MILESTONE_DUE';
      return waiting(kind, [id], {
        dueOn,
        about: { ideaId, milestoneId: id },
        wording: daysLeft => words.milestoneText(title, dueOn, daysLeft!),
        meets: { action: 'MANAGE_PROJECT', standing },
      });
    });
}

function nextStep({ id: ideaId, standing, status }: LedIdea): Waiting[] {
  const { nextStep: step, nextStepDueOn: dueOn } = status ?? {};
  if (!step || !dueOn) return [];
  return [
    waiting('NEXT_STEP_DUE', [status!.id], {
      dueOn,
      about: { ideaId },
      wording: () => words.nextStepText(step, dueOn),
      meets: { action: 'POST_STATUS_UPDATE', standing },
    }),
  ];
}

/** Due so long after the newest one, or the entry into the stage where that came later. */
function statusUpdate(
  { id: ideaId, standing, inside, status, enteredStageAt }: LedIdea,
  { today, policy }: Pick<Moment, 'today' | 'policy'>,
): Waiting[] {
  if (!inside || standing.state !== 'ACTIVE') return [];
  const told = status && Date.parse(status.at) > Date.parse(enteredStageAt) ? status.at : null;
  const dueOn = daysAfter(swedishDay(told ?? enteredStageAt), policy.statusDays[standing.stage]);
  if (dueOn > today) return [];
  return [
    waiting('STATUS_UPDATE_DUE', [ideaId, told ? status!.id : standing.stage], {
      dueOn,
      about: { ideaId },
      wording: () => words.statusText(told, enteredStageAt),
      meets: { action: 'POST_STATUS_UPDATE', standing },
    }),
  ];
}
