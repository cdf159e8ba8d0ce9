import Big from 'big.js';
import type { ApplicationFacts, GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import { requirementsFrom, unmetRequirements } from '../../../src/ideas/gates/gates.js';
import { stageAfter } from '../../../src/ideas/moves/path.js';
import { IdeaState, Stage } from '../../../src/ideas/stages.js';
import { deadlineRisk } from '../../../src/pipeline/deadline-risk.js';
import { lastDays } from '../../../src/pipeline/forecast/interval.js';
import { GATE_POLICY } from '../../../src/programmes/gate-policy.js';
import { lastsWithin, yearsOf } from '../../../src/projects/duration.js';
import { daysBetween } from '../../../src/shared/time/clock.js';
import { daysAfter, type Moment, momentIn, SWEDEN, swedishDay } from '../../../src/shared/time/local-time.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import type { ApplicationState } from '../make/world.js';

export interface ModelIdea {
  id: string;
  code: string;
  owner: string;
  areas: string[];
  objectives: string[];
  stage: Stage;
  state: IdeaState;
  entered: number;
  path: { from: Stage | null; to: Stage; state: IdeaState; at: number }[];
  members: { id: string; partner: string; left: boolean }[];
  applications: ({ id: string; call: string } & ApplicationState)[];
  plan: { id: string; startsOn: string; endsOn: string } | null;
}

export interface Model {
  ideas: ModelIdea[];
  calls: Record<string, { identifier: string; deadlines: number[]; cancelled: boolean }>;
  /** Focus areas at the top level, by code, and when each came to be. */
  areas: { code: string; since: number }[];
}

const STAGES = wordsOf(Stage);

function median(numbers: number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const days = (from: number, to: number) => daysBetween(new Date(from), new Date(to));

/** What the dashboard must say of these ideas at a moment, worked out idea by idea. */
export function figuresOf(ideas: ModelIdea[], { calls, areas }: Model, at: number, from: string, to: string) {
  const advances = (step: Stage) => ideas.flatMap(idea => advancesFrom(idea, step));
  return {
    asOf: new Date(at).toISOString(),
    total: ideas.length,
    stages: STAGES.map(stage => {
      const there = ideas.filter(idea => idea.stage === stage);
      const waiting = there.filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED');
      return { stage, count: there.length, medianDaysInStage: median(waiting.map(({ entered }) => days(entered, at))) };
    }),
    matrix: areas
      .filter(({ code, since }) => since <= at || ideas.some(idea => isIn(idea, code)))
      .flatMap(({ code }) =>
        STAGES.map(stage => ({
          focusArea: { code },
          stage,
          count: ideas.filter(idea => idea.stage === stage && isIn(idea, code)).length,
        })),
      ),
    states: wordsOf(IdeaState).map(state => ({ state, count: ideas.filter(idea => idea.state === state).length })),
    funding: fundingOf(ideas),
    conversion: STAGES.slice(0, -1).map(step => {
      const entered = ideas.filter(({ path }) => path.some(move => move.to === step)).length;
      const advanced = ideas.filter(idea => advancesFrom(idea, step).length > 0).length;
      const rate = entered === 0 ? null : advanced / entered;
      return { from: step, to: stageAfter(step), entered, advanced, rate, medianDays: median(advances(step)) };
    }),
    deadlines: deadlinesOf(ideas, calls, at, advances),
    history: lastDays(from, to, 'MONTH').flatMap((on, index, all) => {
      const [first, today] = [index === 0 ? from : daysAfter(all[index - 1]!, 1), swedishDay(new Date(at))];
      if (first > today) return [];
      const day = on > today ? today : on;
      return [{ on: day, stages: stagesAt(ideas, beginOf(daysAfter(day, 1))) }];
    }),
    goal: goalOf(ideas),
  };
}

/** The first moment of a day in Sweden. */
const beginOf = (day: string) => (momentIn(SWEDEN, day, '00:00:00') as Moment).at.getTime();
const isIn = ({ areas }: ModelIdea, top: string) => areas.some(code => code === top || code.startsWith(`${top}.`));

function stagesAt(ideas: ModelIdea[], before: number) {
  const places = ideas.map(({ path }) => path.filter(({ at }) => at < before).at(-1)?.to);
  return STAGES.map(stage => ({ stage, count: places.filter(place => place === stage).length }));
}

/** The days of every stay in the stage that ended with the next. */
function advancesFrom({ path }: ModelIdea, step: Stage): number[] {
  let entered = 0;
  return path.flatMap(({ from, to, at }) => {
    const advanced = from === step && to === stageAfter(step);
    const stayed = days(entered, at);
    if (from !== to) entered = at;
    return advanced ? [stayed] : [];
  });
}

function fundingOf(ideas: ModelIdea[]) {
  const applications = ideas.flatMap(idea => idea.applications).filter(({ status }) => status !== 'WITHDRAWN');
  const fields = ['requested', 'coFinancing', 'granted'] as const;
  const currencies = new Set(applications.flatMap(each => fields.flatMap(field => each[field]?.currency ?? [])));
  return [...currencies].sort().map(currency => {
    const sum = (field: (typeof fields)[number]) =>
      applications
        .filter(each => each[field]?.currency === currency)
        .reduce((total, each) => total.plus(each[field]!.amount), Big(0))
        .toFixed(2);
    const those = applications.filter(each => fields.some(field => each[field]?.currency === currency));
    const [requested, coFinancing, granted] = fields.map(sum);
    return { currency, requested, coFinancing, granted, applications: those.length };
  });
}

function deadlinesOf(ideas: ModelIdea[], calls: Model['calls'], at: number, advances: (step: Stage) => number[]) {
  const warnings = ideas
    .filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED')
    .flatMap(idea =>
      idea.applications.flatMap(({ id, call: callId, status, deadline }) => {
        const call = calls[callId]!;
        const aim = deadline?.getTime() ?? Math.min(...call.deadlines.filter(each => each >= at));
        if (status !== 'DRAFT' || call.cancelled || aim < at || aim > at + 90 * 86_400_000) return [];
        const unmet = unmetRequirements(gateFacts(idea, calls), new Date(at)).map(({ code }) => ({ code }));
        const daysLeft = days(at, aim);
        const gate = requirementsFrom(idea.stage).length;
        const [seen, passed] = [advances(idea.stage), ideas.filter(each => advancesFrom(each, idea.stage).length > 0)];
        const daysPerRequirement = gate > 0 && passed.length >= 5 ? median(seen)! / gate : 14;
        const risk = deadlineRisk({ daysLeft, unmet: unmet.length, daysPerRequirement });
        const warning = { at: new Date(aim).toISOString(), daysLeft, risk, unmet };
        return [{ id, warning: { idea: { code: idea.code }, call: { identifier: call.identifier }, ...warning } }];
      }),
    );
  const inOrder = warnings.sort((a, b) => a.warning.at.localeCompare(b.warning.at) || (a.id < b.id ? -1 : 1));
  return inOrder.map(({ warning }) => warning);
}

/** What the model's ideas can have of what gates ask; all partners of the model are Swedish academia. */
function gateFacts(idea: ModelIdea, calls: Model['calls']): GateFacts {
  return {
    policy: GATE_POLICY,
    stage: idea.stage,
    title: { sv: 'En idé' },
    summary: { sv: 'Vad idén är.' },
    challenge: null,
    focusAreaCount: idea.areas.length,
    environmentalObjectives: idea.objectives as GateFacts['environmentalObjectives'],
    members: idea.members
      .filter(({ left }) => !left)
      .map(({ partner }) => ({
        partnerId: partner,
        role: 'BENEFICIARY',
        letterOfIntent: 'NONE',
        sector: 'ACADEMIA',
        country: 'SE',
      })),
    applications: idea.applications.map(({ status, granted, call }): ApplicationFacts => {
      const { identifier, deadlines, cancelled } = calls[call]!;
      return {
        status,
        granted,
        call: {
          identifier,
          publishedAt: new Date(0),
          cancelledAt: cancelled ? new Date(0) : null,
          deadlines: deadlines.map(each => new Date(each)),
          deadlineModel: 'MULTIPLE_CUT_OFF',
          requiredSectors: [],
        },
      };
    }),
    project: idea.plan && {
      ...idea.plan,
      budget: { amount: '1000000.00', currency: 'SEK' },
      milestones: [],
      outcomeCount: 0,
    },
  };
}

const FURTHEST = ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'GRANTED'];

function goalOf(ideas: ModelIdea[]) {
  const projects = ideas.filter(
    ({ stage, state, plan }) =>
      stage === 'PROJECT' &&
      state !== 'DISCONTINUED' &&
      plan &&
      lastsWithin(plan.startsOn, plan.endsOn, yearsOf(GATE_POLICY)),
  ).length;
  const reached = ({ applications }: ModelIdea) =>
    Math.max(-1, ...applications.map(({ status }) => FURTHEST.indexOf(status)));
  const closest = ideas
    .filter(({ stage, state }) => state === 'ACTIVE' && stage !== 'PROJECT')
    .sort(
      (a, b) =>
        STAGES.indexOf(b.stage) - STAGES.indexOf(a.stage) ||
        reached(b) - reached(a) ||
        a.entered - b.entered ||
        (a.id < b.id ? -1 : 1),
    );
  return {
    required: 1,
    projects,
    met: projects >= 1,
    closest: closest.slice(0, 5).map(({ code, stage }) => ({ code, stage })),
  };
}
