import { PROGRAMME_OWNER } from './reference.js';
import { momentIn } from './relative-time.js';
import type {
  ClockTime,
  DemoApplication,
  DemoCall,
  DemoIdea,
  DemoIndicator,
  DemoMember,
  DemoMilestone,
  DemoOutcome,
  DemoProject,
  DemoTransition,
} from './shapes.js';

/** One step of the demo's history. */
export type DemoStep =
  | { readonly kind: 'CREATE_CALL' | 'PUBLISH_CALL' | 'CANCEL_CALL'; readonly call: DemoCall }
  | { readonly kind: 'CREATE_IDEA'; readonly idea: DemoIdea }
  | { readonly kind: 'JOIN' | 'SIGN' | 'LEAVE'; readonly idea: DemoIdea; readonly member: DemoMember }
  | {
      readonly kind: 'START' | 'SUBMIT' | 'REVIEW' | 'DECIDE' | 'WITHDRAW';
      readonly idea: DemoIdea;
      readonly application: DemoApplication;
    }
  | { readonly kind: 'PLAN'; readonly idea: DemoIdea; readonly project: DemoProject }
  | { readonly kind: 'COMPLETE_MILESTONE'; readonly idea: DemoIdea; readonly milestone: DemoMilestone }
  | { readonly kind: 'BEGIN_OUTCOME' | 'DELIVER_OUTCOME'; readonly idea: DemoIdea; readonly outcome: DemoOutcome }
  | {
      readonly kind: 'MEASURE';
      readonly idea: DemoIdea;
      readonly indicator: DemoIndicator;
      readonly measurement: DemoIndicator['measurements'][number];
    }
  | { readonly kind: 'MOVE'; readonly idea: DemoIdea; readonly transition: DemoTransition };

/** A step, the day it was done, and the slug of the partner that did it. */
export type DemoEvent = DemoStep & { readonly daysAgo: number; readonly by: string };

/** An event with its moment; moments rise strictly through the history. */
export type TimedDemoEvent = DemoEvent & { readonly at: Date };

/** All that happens to the calls and ideas, in order of time, at working hours in Sweden. */
export function demoHistory(today: Date, calls: readonly DemoCall[], ideas: readonly DemoIdea[]): TimedDemoEvent[] {
  const events = inOrder([...calls.flatMap(historyOfCall), ...ideas.flatMap(historyOfIdea)]);
  let previous = Number.NaN;
  let nth = 0;
  return events.map(event => {
    nth = event.daysAgo === previous ? nth + 1 : 0;
    previous = event.daysAgo;
    return { ...event, at: momentIn(today, -event.daysAgo, workingTime(nth)) };
  });
}

/** The nth event of a day: from nine o'clock, ten minutes apart. */
function workingTime(nth: number): ClockTime {
  return `${9 + Math.floor(nth / 6)}:${(nth % 6) * 10}`;
}

/** Of one day's events those listed first come first; nothing depends on another event of the same day. */
function inOrder(events: readonly DemoEvent[]): DemoEvent[] {
  return [...events].sort((one, other) => other.daysAgo - one.daysAgo);
}

/** A call's creation, its publication where that came later, and its cancellation. */
export function historyOfCall(call: DemoCall): DemoEvent[] {
  const { createdDaysAgo, publishedDaysAgo, cancelled } = call;
  const publishedLater = publishedDaysAgo !== null && publishedDaysAgo !== createdDaysAgo;
  return [
    ...happened('CREATE_CALL', createdDaysAgo),
    ...happened('PUBLISH_CALL', publishedLater ? publishedDaysAgo : undefined),
    ...happened('CANCEL_CALL', cancelled?.daysAgo),
  ].map(step => ({ ...step, call, by: PROGRAMME_OWNER }));
}

/** Everything that happened to an idea, in order of time. */
export function historyOfIdea(idea: DemoIdea): DemoEvent[] {
  return inOrder([
    { kind: 'CREATE_IDEA', daysAgo: idea.createdDaysAgo, idea, by: idea.owner },
    ...idea.members.flatMap(member => ofMember(idea, member)),
    ...idea.applications.flatMap(application => ofApplication(idea, application)),
    ...(idea.project ? ofProject(idea, idea.project) : []),
    ...idea.transitions.map(transition => ofTransition(idea, transition)),
  ]);
}

function ofMember(idea: DemoIdea, member: DemoMember): DemoEvent[] {
  return [
    ...happened('JOIN', member.joinedDaysAgo),
    ...happened('SIGN', member.signedDaysAgo),
    ...happened('LEAVE', member.ended?.daysAgo),
  ].map(step => ({ ...step, idea, member, by: idea.owner }));
}

/** The region records what the funder does. */
function ofApplication(idea: DemoIdea, application: DemoApplication): DemoEvent[] {
  const { startedDaysAgo, submittedDaysAgo, reviewDaysAgo, decided, withdrawn } = application;
  return [
    ...happened('START', startedDaysAgo),
    ...happened('SUBMIT', submittedDaysAgo),
    ...happened('REVIEW', reviewDaysAgo),
    ...happened('DECIDE', decided?.daysAgo),
    ...happened('WITHDRAW', withdrawn?.daysAgo),
  ].map(step => {
    const funders = step.kind === 'REVIEW' || step.kind === 'DECIDE';
    return { ...step, idea, application, by: funders ? PROGRAMME_OWNER : idea.owner };
  });
}

function ofProject(idea: DemoIdea, project: DemoProject): DemoEvent[] {
  const common = { idea, by: idea.owner };
  return [
    { kind: 'PLAN', daysAgo: project.plannedDaysAgo, project, ...common },
    ...project.milestones.flatMap(milestone =>
      happened('COMPLETE_MILESTONE', milestone.completedDaysAgo).map(step => ({ ...step, milestone, ...common })),
    ),
    ...project.outcomes.flatMap(outcome =>
      [
        ...happened('BEGIN_OUTCOME', outcome.begunDaysAgo),
        ...happened('DELIVER_OUTCOME', outcome.deliveredDaysAgo),
      ].map(step => ({ ...step, outcome, ...common })),
    ),
    ...project.indicators.flatMap(indicator =>
      indicator.measurements.map(measurement => {
        return { kind: 'MEASURE' as const, daysAgo: measurement.daysAgo, indicator, measurement, ...common };
      }),
    ),
  ];
}

/** A gate is waived by the region, whatever else is done by the owner. */
function ofTransition(idea: DemoIdea, transition: DemoTransition): DemoEvent {
  const by = 'waive' in transition ? PROGRAMME_OWNER : idea.owner;
  return { kind: 'MOVE', daysAgo: transition.daysAgo, idea, transition, by };
}

/** The event, if it has happened. */
function happened<K extends DemoStep['kind']>(kind: K, daysAgo: number | undefined): { kind: K; daysAgo: number }[] {
  return daysAgo === undefined ? [] : [{ kind, daysAgo }];
}
