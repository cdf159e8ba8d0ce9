import type { ApplicationStatus } from '../../src/applications/application-status.js';
import { type DemoEvent, historyOfIdea } from '../../src/seed/history.js';
import type { DemoApplication, DemoIdea, DemoMember, DemoTransition } from '../../src/seed/shapes.js';
import { Stage } from '../../src/ideas/stages.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import { callOf, type Standing, statusOf, unmet } from './demo-standing.js';

const STAGES = wordsOf(Stage);

/** Plays an idea's history by the rules of the domain: where it ends up, and everything that broke a rule. */
export function play(idea: DemoIdea): { standing: Standing; faults: string[] } {
  const standing: Standing = {
    stage: 'CONCEPT',
    state: 'ACTIVE',
    current: [],
    signed: new Set(),
    applications: new Map(),
    planned: false,
  };
  const faults = historyOfIdea(idea).flatMap((event, index, events) => {
    const broke = [...placed(event, events.slice(0, index), standing), ...step(event, standing)];
    return broke.map(fault => `${event.daysAgo} days ago, ${event.kind}: ${fault}`);
  });
  return { standing, faults };
}

/** Creation comes first, nothing after the end, and no change of stage shares its day with anything else. */
function placed(event: DemoEvent, before: readonly DemoEvent[], { state }: Standing): string[] {
  const sameDay = before.filter(({ daysAgo }) => daysAgo === event.daysAgo);
  const shares = [event, ...sameDay].some(({ kind }) => kind === 'MOVE' || kind === 'CREATE_IDEA' || kind === 'PLAN');
  return broken({
    'the idea did not exist': (event.kind === 'CREATE_IDEA') === (before.length === 0),
    'the idea had ended': state === 'ACTIVE' || state === 'PAUSED',
    'it shares its day': sameDay.length === 0 || !shares,
    'it lies today or ahead': event.daysAgo >= 1,
  });
}

/** Does the step and says what was wrong with it. */
function step(event: DemoEvent, standing: Standing): string[] {
  switch (event.kind) {
    case 'JOIN':
    case 'SIGN':
    case 'LEAVE':
      return membership(event.kind, event.member, standing);
    case 'START':
    case 'SUBMIT':
    case 'REVIEW':
    case 'DECIDE':
    case 'WITHDRAW':
      return application(event.kind, event.application, event.daysAgo, standing);
    case 'MOVE':
      return move(event.idea, event.transition, standing);
    case 'PLAN':
      return plan(standing);
    case 'CREATE_IDEA':
      return [];
    default:
      return broken({ 'the project had not begun': standing.stage === 'PROJECT' });
  }
}

function membership(kind: 'JOIN' | 'SIGN' | 'LEAVE', member: DemoMember, standing: Standing): string[] {
  const isCurrent = standing.current.includes(member);
  if (kind === 'JOIN') {
    const twice = standing.current.some(({ partner }) => partner === member.partner);
    const second = member.role === 'COORDINATOR' && standing.current.some(({ role }) => role === 'COORDINATOR');
    standing.current.push(member);
    return broken({ 'already a member': !twice, 'a second coordinator': !second });
  }
  if (kind === 'SIGN') standing.signed.add(member);
  if (kind === 'LEAVE') standing.current = standing.current.filter(each => each !== member);
  return broken({ 'not a member': isCurrent });
}

const FRUITLESS: readonly ApplicationStatus[] = ['REJECTED', 'WITHDRAWN'];

const FROM: Record<'SUBMIT' | 'REVIEW' | 'DECIDE' | 'WITHDRAW', (ApplicationStatus | undefined)[]> = {
  SUBMIT: ['DRAFT'],
  REVIEW: ['SUBMITTED'],
  DECIDE: ['UNDER_REVIEW'],
  WITHDRAW: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW'],
};

function application(
  kind: 'START' | keyof typeof FROM,
  applied: DemoApplication,
  daysAgo: number,
  { applications }: Standing,
): string[] {
  const [status, callStatus] = [applications.get(applied), statusOf(callOf(applied), daysAgo)];
  const alive = [...applications].some(([{ call }, each]) => call === applied.call && !FRUITLESS.includes(each));
  applications.set(applied, statusAfter(kind, applied));
  if (kind === 'START') {
    return broken({
      'another application lives': !alive,
      [`the call was ${callStatus}`]: /OPEN|FORTHCOMING/.test(callStatus),
    });
  }
  return broken({
    [`it was ${status}`]: FROM[kind].includes(status),
    [`the call was ${callStatus}`]: kind !== 'SUBMIT' || callStatus === 'OPEN',
    'its deadline had passed': kind !== 'SUBMIT' || isInTime(applied, daysAgo),
  });
}

function statusAfter(kind: 'START' | keyof typeof FROM, { decided }: DemoApplication): ApplicationStatus {
  const decision = decided && 'granted' in decided ? 'GRANTED' : 'REJECTED';
  const statuses = { START: 'DRAFT', SUBMIT: 'SUBMITTED', REVIEW: 'UNDER_REVIEW', DECIDE: decision } as const;
  return kind === 'WITHDRAW' ? 'WITHDRAWN' : statuses[kind];
}

function isInTime(applied: DemoApplication, daysAgo: number): boolean {
  const { deadlines } = callOf(applied);
  if (deadlines.length === 0) return true;
  return deadlines.some(({ label, inDays }) => label === applied.deadline && -daysAgo < inDays);
}

function move(idea: DemoIdea, transition: DemoTransition, standing: Standing): string[] {
  const { stage, state } = standing;
  const [isActive, here] = [state === 'ACTIVE', STAGES.indexOf(stage)];
  switch (transition.kind) {
    case 'ADVANCE':
      return [...broken({ 'not active': isActive }), ...advance(idea, transition, standing)];
    case 'RETURN':
      standing.stage = transition.to;
      return broken({ 'not active': isActive, 'not backwards': STAGES.indexOf(transition.to) < here });
    case 'RESUME':
      standing.state = 'ACTIVE';
      return broken({ 'not paused': state === 'PAUSED' });
    case 'PAUSE':
      standing.state = 'PAUSED';
      return broken({ 'not active': isActive });
    case 'DISCONTINUE':
      standing.state = 'DISCONTINUED';
      return [];
    case 'COMPLETE':
      standing.state = 'COMPLETED';
      return broken({ 'not active': isActive, 'not a project': stage === 'PROJECT' });
  }
}

function advance(idea: DemoIdea, transition: DemoTransition, standing: Standing): string[] {
  const waived: readonly string[] = 'waive' in transition ? transition.waive : [];
  const missing = unmet(idea, standing, transition.daysAgo);
  standing.stage = STAGES[STAGES.indexOf(standing.stage) + 1] ?? standing.stage;
  return broken({
    [`unmet: ${missing.join(', ')}`]: missing.every(code => waived.includes(code)),
    [`needlessly waived: ${waived.join(', ')}`]: waived.every(code => missing.includes(code)),
  });
}

function plan(standing: Standing): string[] {
  standing.planned = true;
  return broken({ 'too early to plan': ['FUNDING_APPLICATION', 'PROJECT'].includes(standing.stage) });
}

/** The names of the conditions that don't hold. */
function broken(conditions: Record<string, boolean>): string[] {
  return Object.keys(conditions).filter(name => !conditions[name]);
}
