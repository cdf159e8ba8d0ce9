import { Application } from '../applications/application.js';
import { gateFactsIn } from '../ideas/gates/gate-facts-sql.js';
import { Idea } from '../ideas/idea.js';
import { Indicator } from '../projects/plan/indicator.js';
import { Measurement } from '../projects/plan/measurement.js';
import { Milestone } from '../projects/plan/milestone.js';
import { Outcome } from '../projects/plan/outcome.js';
import { Project } from '../projects/project.js';
import { Money } from '../shared/money.js';
import { dayIn, planDays } from './relative-time.js';
import type { DemoApplication, DemoProject } from './shapes.js';
import type { StepHandlers, World } from './world.js';

/** What happens to the demo's applications. */
export const APPLICATION_HANDLERS: Pick<StepHandlers, 'START' | 'SUBMIT' | 'REVIEW' | 'DECIDE' | 'WITHDRAW'> = {
  START: ({ idea, application }, world) => {
    const call = world.call(application.call);
    const [requested, coFinancing] = [Money.of(application.requested), Money.of(application.coFinancing)];
    const draft = { requested, coFinancing, deadline: deadlineOf(application, world) };
    world.remember(application, Application.start(world.played(idea, Idea), call, draft));
  },
  SUBMIT: ({ application }, world) =>
    world.played(application, Application).submit({ reference: application.reference }),
  REVIEW: ({ application }, world) => world.played(application, Application).startReview(),
  DECIDE: ({ application }, world) => world.played(application, Application).decide(decisionOf(application)),
  WITHDRAW: ({ application }, world) => world.played(application, Application).withdraw(application.withdrawn!.reason),
};

function deadlineOf({ call, deadline }: DemoApplication, world: World): Date | null {
  const { deadlines, deadlineLabels } = world.call(call);
  return deadline ? deadlines[deadlineLabels.indexOf(deadline)]! : null;
}

function decisionOf({ decided }: DemoApplication) {
  if (decided && 'granted' in decided) return { granted: true, amount: Money.of(decided.granted) };
  return { granted: false, reason: decided?.rejected };
}

/** What moves the demo's ideas along the path. */
export const MOVE_HANDLERS: Pick<StepHandlers, 'MOVE'> = {
  MOVE: async ({ idea, transition, by: slug }, world) => {
    const moved = world.played(idea, Idea);
    const by = world.actor(slug);
    if (transition.kind === 'ADVANCE') {
      const facts = await gateFactsIn(world.em, moved);
      moved.advance({ facts, by, reason: transition.reason, waive: 'waive' in transition ? transition.waive : [] });
    } else if (transition.kind === 'RETURN') {
      moved.returnTo({ by, to: transition.to, reason: transition.reason });
    } else {
      moved.turn(transition.kind, { by, reason: transition.reason });
    }
  },
};

/** What happens to the demo's projects. */
export const PROJECT_HANDLERS: Pick<
  StepHandlers,
  'PLAN' | 'COMPLETE_MILESTONE' | 'BEGIN_OUTCOME' | 'DELIVER_OUTCOME' | 'MEASURE'
> = {
  PLAN: ({ idea, project }, world) => {
    const planned = Project.plan(world.played(idea, Idea), planOf(project, world.today));
    world.remember(project, planned);
    project.milestones.forEach((each, index) => world.remember(each, planned.milestones[index]!));
    project.outcomes.forEach((each, index) => world.remember(each, planned.outcomes[index]!));
    project.indicators.forEach((each, index) => world.remember(each, planned.indicators[index]!));
  },
  COMPLETE_MILESTONE: ({ milestone }, world) =>
    world.played(milestone, Milestone).complete(dayIn(world.today, -milestone.completedDaysAgo!)),
  BEGIN_OUTCOME: ({ outcome }, world) => world.played(outcome, Outcome).update({ status: 'IN_DEVELOPMENT' }),
  DELIVER_OUTCOME: ({ outcome }, world) =>
    world
      .played(outcome, Outcome)
      .update({ status: 'DELIVERED', deliveredOn: dayIn(world.today, -outcome.deliveredDaysAgo!) }),
  MEASURE: ({ indicator, measurement }, world) => {
    const on = dayIn(world.today, -measurement.daysAgo);
    world.remember(
      measurement,
      Measurement.record(world.played(indicator, Indicator), { on, value: measurement.value }),
    );
  },
};

function planOf({ budget, milestones, outcomes, indicators, ...dates }: DemoProject, today: Date) {
  return {
    ...planDays(today, dates),
    budget,
    milestones: milestones.map(({ title, dueInDays }) => ({ title, dueOn: dayIn(today, dueInDays) })),
    outcomes: outcomes.map(({ kind, title, environmentalObjectives }) => {
      return { kind, title, environmentalObjectives: [...environmentalObjectives] };
    }),
    indicators: indicators.map(({ code, name, unit, baseline, target }) => ({ code, name, unit, baseline, target })),
  };
}
