import type { ApplicationStatus } from '../../../src/applications/application-status.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';

/** What the model knows of a call: when its deadline passes, if it has one. */
export interface ModelCall {
  readonly id: string;
  readonly deadline: Date | null;
}

/** The idea as the rules of the domain, written once more in a few lines, say that it must be. */
export interface Model {
  moment: Date;
  stage: Stage;
  state: IdeaState;
  /** The current members by their place among the partners. */
  readonly members: Map<number, 'COORDINATOR' | 'BENEFICIARY'>;
  /** The newest application to each call, by its place. */
  readonly applications: Map<number, ApplicationStatus>;
  readonly calls: readonly ModelCall[];
  isPlanned: boolean;
  isMilestoneReached: boolean;
  /** The days that the indicator was measured on. */
  readonly measured: Set<string>;
  /** Where it stood from which moment on. */
  readonly history: { at: Date; stage: Stage; state: IdeaState }[];
}

/** What is tried. */
export type Attempt =
  | { readonly kind: 'ADVANCE'; readonly isWaived: boolean }
  | { readonly kind: 'RETURN'; readonly to: Stage }
  | { readonly kind: 'PAUSE' | 'RESUME' | 'DISCONTINUE' | 'COMPLETE' | 'PLAN' | 'REACH_MILESTONE' | 'MEASURE' }
  | { readonly kind: 'JOIN'; readonly partner: number; readonly role: 'COORDINATOR' | 'BENEFICIARY' }
  | { readonly kind: 'SIGN' | 'LEAVE'; readonly partner: number }
  | { readonly kind: 'START' | 'SUBMIT' | 'REVIEW' | 'GRANT' | 'REJECT' | 'WITHDRAW'; readonly call: number };

const PATH: readonly Stage[] = ['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'];
const FROM = {
  SUBMIT: ['DRAFT'],
  REVIEW: ['SUBMITTED'],
  GRANT: ['UNDER_REVIEW'],
  REJECT: ['UNDER_REVIEW'],
  WITHDRAW: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW'],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
const TO = {
  SUBMIT: 'SUBMITTED',
  REVIEW: 'UNDER_REVIEW',
  GRANT: 'GRANTED',
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
} as const;

/** Whether there is anything to try it on. */
export function isThere(model: Model, attempt: Attempt): boolean {
  if (attempt.kind === 'SIGN' || attempt.kind === 'LEAVE') return model.members.has(attempt.partner);
  if (attempt.kind === 'REACH_MILESTONE' || attempt.kind === 'MEASURE') return model.isPlanned;
  return attempt.kind in FROM ? model.applications.has((attempt as { call: number }).call) : true;
}

/** The code that the attempt must be refused with; null when it must succeed. */
export function refusalOf(model: Model, attempt: Attempt, isReady: boolean): string | null {
  const { stage, state } = model;
  switch (attempt.kind) {
    case 'ADVANCE':
      if (state !== 'ACTIVE' || stage === 'PROJECT') return 'ILLEGAL_TRANSITION';
      return isReady || attempt.isWaived ? null : 'GATE_NOT_MET';
    case 'RETURN':
      return illegalUnless(state === 'ACTIVE' && PATH.indexOf(attempt.to) < PATH.indexOf(stage));
    case 'PAUSE':
      return illegalUnless(state === 'ACTIVE');
    case 'RESUME':
      return illegalUnless(state === 'PAUSED');
    case 'DISCONTINUE':
      return illegalUnless(state === 'ACTIVE' || state === 'PAUSED');
    case 'COMPLETE':
      return illegalUnless(state === 'ACTIVE' && stage === 'PROJECT');
    default:
      return state === 'ACTIVE' || state === 'PAUSED' ? refusalInside(model, attempt) : 'ILLEGAL_TRANSITION';
  }
}

function illegalUnless(isPossible: boolean): string | null {
  return isPossible ? null : 'ILLEGAL_TRANSITION';
}

function refusalInside(model: Model, attempt: Attempt): string | null {
  switch (attempt.kind) {
    case 'JOIN': {
      const isTaken = attempt.role === 'COORDINATOR' && [...model.members.values()].includes('COORDINATOR');
      return isTaken || model.members.has(attempt.partner) ? 'ALREADY_EXISTS' : null;
    }
    case 'START':
      if (isClosed(model, attempt.call)) return 'NOT_ELIGIBLE';
      return ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'GRANTED'].includes(model.applications.get(attempt.call) ?? '')
        ? 'ALREADY_EXISTS'
        : null;
    case 'SUBMIT':
    case 'REVIEW':
    case 'GRANT':
    case 'REJECT':
    case 'WITHDRAW': {
      const from: readonly string[] = FROM[attempt.kind];
      if (!from.includes(model.applications.get(attempt.call)!)) return 'ILLEGAL_TRANSITION';
      return attempt.kind === 'SUBMIT' && isClosed(model, attempt.call) ? 'NOT_ELIGIBLE' : null;
    }
    case 'PLAN': {
      const hasBegun = model.isMilestoneReached || model.measured.size > 0 || model.stage === 'PROJECT';
      return illegalUnless(!model.isPlanned || !hasBegun);
    }
    case 'REACH_MILESTONE':
      return illegalUnless(model.stage === 'PROJECT' && !model.isMilestoneReached);
    case 'MEASURE':
      if (model.stage !== 'PROJECT') return 'ILLEGAL_TRANSITION';
      return model.measured.has(dayOf(model)) ? 'ALREADY_EXISTS' : null;
    default:
      return null;
  }
}

function isClosed({ calls, moment }: Model, call: number): boolean {
  const { deadline } = calls[call]!;
  return deadline !== null && moment > deadline;
}

export function dayOf({ moment }: Model): string {
  return moment.toISOString().slice(0, 10);
}

/** Makes the attempt in the model. */
export function succeed(model: Model, attempt: Attempt): void {
  const states = { PAUSE: 'PAUSED', RESUME: 'ACTIVE', DISCONTINUE: 'DISCONTINUED', COMPLETE: 'COMPLETED' } as const;
  if (attempt.kind === 'ADVANCE') model.stage = PATH[PATH.indexOf(model.stage) + 1]!;
  if (attempt.kind === 'RETURN') model.stage = attempt.to;
  if (attempt.kind in states) model.state = states[attempt.kind as keyof typeof states];
  if (attempt.kind === 'JOIN') model.members.set(attempt.partner, attempt.role);
  if (attempt.kind === 'LEAVE') model.members.delete(attempt.partner);
  if (attempt.kind === 'START') model.applications.set(attempt.call, 'DRAFT');
  if (attempt.kind in TO)
    model.applications.set((attempt as { call: number }).call, TO[attempt.kind as keyof typeof TO]);
  if (attempt.kind === 'PLAN') model.isPlanned = true;
  if (attempt.kind === 'REACH_MILESTONE') model.isMilestoneReached = true;
  if (attempt.kind === 'MEASURE') model.measured.add(dayOf(model));
  if (['ADVANCE', 'RETURN', ...Object.keys(states)].includes(attempt.kind)) {
    model.history.push({ at: model.moment, stage: model.stage, state: model.state });
  }
}
