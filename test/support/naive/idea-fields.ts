import { LetterOfIntent } from '../../../src/consortia/roles.js';
import { missingSectors } from '../../../src/consortia/missing-sectors.js';
import { CONFIDENTIAL_REQUIREMENTS, readinessOf, type Requirement } from '../../../src/ideas/gates/gates.js';
import { Sector } from '../../../src/partners/sectors.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { inLocale } from '../../../src/shared/text/localized-text.js';
import { type Amount, sumIn } from '../../../src/shared/money.js';
import type { ApplicationRow, IdeaRow, MembershipRow, StageTransitionRow } from '../service/stored-rows.js';
import { type Asking, by, contactOf, moment, money } from './asking.js';
import { activityPage } from './paging/connections.js';
import { nextDeadlineOfIdea } from './clock.js';
import { columns, type Fields, moments, texts } from './fields.js';
import { gateFacts, policyOf } from './gate-facts.js';
import { actionsFor } from './policy.js';
import { requestsOf, TOLD_OF_IDEA } from './told-fields.js';

const DAY = 24 * 60 * 60 * 1000;

export const IDEA: Fields<IdeaRow> = {
  ...columns('id', 'code', 'stage', 'state', 'visibility', 'environmentalObjectives', 'missions'),
  ...columns('technologyReadinessLevel', 'version'),
  contactEmail: (idea, _, asking) => contactOf(idea, asking),
  ...texts('title', 'summary', 'challenge'),
  ...moments('enteredStageAt', 'createdAt', 'updatedAt'),
  programme: ({ programme_id }, _, { rows }) => rows.programme.find(({ id }) => id === programme_id),
  owner: ({ owner_id }, _, { rows }) => rows.partner.find(({ id }) => id === owner_id),
  focusAreas: (idea, _, { rows }) => {
    const chosen = rows.idea_focus_area.filter(({ idea_id }) => idea_id === idea.id).map(each => each.focus_area_id);
    return rows.focus_area.filter(({ id }) => chosen.includes(id)).sort(by(({ code }) => code));
  },
  consortium: idea => idea,
  applications: (idea, _, { rows, eyes }) =>
    rows.application
      .filter(each => each.idea_id === idea.id && eyes.seesApplication(each))
      .sort(
        by(
          each => new Date(each.created_at).getTime(),
          ({ id }) => id,
        ),
      ),
  project: (idea, _, { rows }) => rows.project.find(({ idea_id }) => idea_id === idea.id) ?? null,
  readiness: (idea, _, asking) =>
    readinessOf(gateFacts(asking, idea), asking.now, {
      leaveOut: asking.eyes.isInside(idea) ? [] : CONFIDENTIAL_REQUIREMENTS,
    }),
  nextDeadline: (idea, _, asking) => nextDeadlineOfIdea(asking, idea),
  daysInStage: ({ entered_stage_at }, _, { now }) =>
    Math.floor((now.getTime() - new Date(entered_stage_at).getTime()) / DAY),
  transitions: (idea, _, { rows }) =>
    rows.stage_transition
      .filter(({ idea_id }) => idea_id === idea.id)
      .sort(
        by(
          ({ at }) => new Date(at).getTime(),
          ({ id }) => id,
        ),
      ),
  activity: (idea, args, asking) => activityPage(asking, args, ({ idea_id }) => idea_id === idea.id),
  ...TOLD_OF_IDEA,
  viewerCan: (idea, _, asking) => actionsFor(asking, idea),
};

export const REQUIREMENT: Fields<Requirement> = {
  ...columns('code', 'met', 'actual', 'required'),
  message: ({ message }, { locale }, asking) => inLocale(message, locale ?? asking.locale),
};

export const TRANSITION: Fields<StageTransitionRow> = {
  ...columns('id', 'from', 'to', 'fromState', 'toState'),
  ...moments('at'),
  recordedAt: ({ at, recorded_at }) => moment(recorded_at ?? at),
  by: ({ by_name, by_role, by_partner_id, idea_id }) => ({
    name: by_name,
    role: by_role,
    partner_id: by_partner_id,
    idea_id,
  }),
  reason: (transition, _, { eyes }) => (eyes.isInside(eyes.ideaOf(transition)) ? transition.reason : null),
  waived: (transition, _, { eyes }) =>
    transition.waived.filter(
      code => eyes.isInside(eyes.ideaOf(transition)) || !CONFIDENTIAL_REQUIREMENTS.includes(code),
    ),
};

const partnersOf = ({ rows, eyes }: Asking, idea: IdeaRow) =>
  eyes.membersOf(idea).map(({ partner_id }) => rows.partner.find(({ id }) => id === partner_id)!);

const sectorsOf = (asking: Asking, idea: IdeaRow) =>
  wordsOf(Sector).filter(sector => partnersOf(asking, idea).some(partner => partner.sector === sector));

export const CONSORTIUM: Fields<IdeaRow> = {
  coordinator: (idea, _, { rows, eyes }) => {
    const head = eyes.membersOf(idea).find(({ role }) => role === 'COORDINATOR');
    return head ? rows.partner.find(({ id }) => id === head.partner_id) : null;
  },
  memberships: (idea, _, { eyes }) =>
    eyes.membersOf(idea).sort(
      by(
        ({ role }) => role !== 'COORDINATOR',
        ({ joined_at }) => new Date(joined_at).getTime(),
        ({ id }) => id,
      ),
    ),
  sectors: (idea, _, asking) => sectorsOf(asking, idea),
  missingSectors: (idea, _, asking) => missingSectors(sectorsOf(asking, idea), policyOf(asking, idea)),
  countries: (idea, _, asking) => [...new Set(partnersOf(asking, idea).map(({ country }) => country))].sort(),
  joinRequests: (idea, _, asking) => requestsOf(asking, ({ idea_id }) => idea_id === idea.id),
  commitments: (idea, _, { eyes }) =>
    eyes.isInside(idea)
      ? sums(eyes.membersOf(idea).map(each => money(each.commitment_amount, each.commitment_currency)))
      : [],
};

export const MEMBERSHIP: Fields<MembershipRow> = {
  ...columns('id', 'role'),
  ...moments('joinedAt', 'leftAt'),
  idea: (membership, _, { eyes }) => eyes.ideaOf(membership),
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id),
  letterOfIntent: (membership, _, { eyes }) =>
    eyes.isInside(eyes.ideaOf(membership)) ? LetterOfIntent[membership.letter_of_intent] : null,
  commitment: (membership, _, { eyes }) =>
    eyes.isInside(eyes.ideaOf(membership)) ? money(membership.commitment_amount, membership.commitment_currency) : null,
};

export const APPLICATION: Fields<ApplicationRow> = {
  ...columns('id', 'status', 'reference', 'version'),
  ...moments('deadline', 'submittedAt', 'invitedAt', 'decidedAt'),
  callStage: ({ invited_at }) => (invited_at === null ? 1 : 2),
  withdrawnAt: ({ id, status }, _, { rows }) =>
    (status === 'WITHDRAWN' &&
      rows.activity.findLast(({ subject_id, kind }) => subject_id === id && kind === 'APPLICATION_WITHDRAWN')?.at) ||
    null,
  idea: (application, _, { eyes }) => eyes.ideaOf(application),
  call: (application, _, { eyes }) => eyes.callOf(application),
  ...Object.fromEntries(
    (['requested', 'coFinancing', 'granted'] as const).map(name => {
      const column = name === 'coFinancing' ? 'co_financing' : name;
      const shown: Fields<ApplicationRow>[string] = (application, _, { eyes }) =>
        eyes.isInside(eyes.ideaOf(application))
          ? money(application[`${column}_amount`], application[`${column}_currency`])
          : null;
      return [name, shown];
    }),
  ),
};

/** One sum per currency, the currencies in alphabetical order. */
function sums(amounts: readonly (Amount | null | undefined)[]): Amount[] {
  const currencies = [...new Set(amounts.flatMap(money => (money ? [money.currency] : [])))].sort();
  return currencies.map(currency => ({ amount: sumIn(currency, amounts), currency }));
}
