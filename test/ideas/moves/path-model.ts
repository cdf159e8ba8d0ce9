import type { ApplicationStatus } from '../../../src/applications/application-status.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';

/** What the model knows of a call: when its deadline passes, if it has one. */
export interface ModelCall {
  readonly id: string;
  readonly deadline: Date | null;
  /** That of its second stage, where it has two. */
  readonly second?: Date;
}

export interface Request {
  readonly origin: 'PARTNER' | 'IDEA';
  readonly role: 'COORDINATOR' | 'BENEFICIARY';
  readonly since: Date;
}

/** The idea as the rules of the domain, written once more in a few lines, say that it must be. */
export interface Model {
  moment: Date;
  stage: Stage;
  state: IdeaState;
  /** The current members by their place among the partners. */
  readonly members: Map<number, 'COORDINATOR' | 'BENEFICIARY'>;
  /** The partners that have been merged, and into which. */
  readonly merged: Map<number, number>;
  /** The newest application to each call, by its place. */
  readonly applications: Map<number, ApplicationStatus>;
  /** The deadline of the second stage that it was invited to, if there is one. */
  readonly invited: Map<number, Date | null>;
  readonly calls: readonly ModelCall[];
  /** What waits for an answer between the idea and a partner, and since when. */
  readonly requests: Map<number, Request>;
  isPlanned: boolean;
  isMilestoneReached: boolean;
  /** Whether it has been a project with a plan. */
  hasBaseline: boolean;
  /** The days that the indicator was measured on. */
  readonly measured: Set<string>;
  /** Where it stood from which moment on. */
  readonly history: { at: Date; stage: Stage; state: IdeaState }[];
}

/** What is tried. */
export type Attempt =
  | { readonly kind: 'ADVANCE'; readonly isWaived: boolean }
  | { readonly kind: 'RETURN'; readonly to: Stage }
  | {
      readonly kind:
        'PAUSE' | 'RESUME' | 'DISCONTINUE' | 'COMPLETE' | 'PLAN' | 'REACH_MILESTONE' | 'REOPEN' | 'MEASURE';
    }
  | {
      readonly kind: 'JOIN' | 'ASK' | 'INVITE_MEMBER';
      readonly partner: number;
      readonly role: 'COORDINATOR' | 'BENEFICIARY';
    }
  | { readonly kind: 'SIGN' | 'LEAVE' | 'ACCEPT' | 'DECLINE'; readonly partner: number }
  | { readonly kind: 'CHANGE_GATES'; readonly isOpen: boolean; readonly minPartners: number }
  | { readonly kind: 'MERGE'; readonly partner: number; readonly into: number }
  | {
      readonly kind: 'START' | 'SUBMIT' | 'REVIEW' | 'INVITE' | 'GRANT' | 'REJECT' | 'WITHDRAW';
      readonly call: number;
    };

const PATH: readonly Stage[] = ['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'];
const FROM = {
  SUBMIT: ['DRAFT', 'INVITED'],
  REVIEW: ['SUBMITTED'],
  INVITE: ['SUBMITTED', 'UNDER_REVIEW'],
  GRANT: ['UNDER_REVIEW'],
  REJECT: ['UNDER_REVIEW'],
  WITHDRAW: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INVITED'],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
const TO = {
  SUBMIT: 'SUBMITTED',
  REVIEW: 'UNDER_REVIEW',
  INVITE: 'INVITED',
  GRANT: 'GRANTED',
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
} as const;

/** Whether there is anything to try it on. */
export function isThere(model: Model, attempt: Attempt): boolean {
  if (attempt.kind === 'SIGN' || attempt.kind === 'LEAVE') return model.members.has(attempt.partner);
  if (attempt.kind === 'ASK') return !model.members.has(standing(model, attempt.partner));
  if (attempt.kind === 'ACCEPT' || attempt.kind === 'DECLINE') return model.requests.has(attempt.partner);
  if (['REACH_MILESTONE', 'REOPEN', 'MEASURE'].includes(attempt.kind)) return model.isPlanned;
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
    case 'CHANGE_GATES':
      return null;
    case 'MERGE':
      if (model.merged.has(attempt.partner)) return 'ILLEGAL_TRANSITION';
      return standing(model, attempt.into) === attempt.partner ? 'INVALID' : null;
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
      return isTaken || model.members.has(standing(model, attempt.partner)) ? 'ALREADY_EXISTS' : null;
    }
    case 'ASK':
    case 'INVITE_MEMBER': {
      const partner = standing(model, attempt.partner);
      return model.members.has(partner) || model.requests.has(partner) ? 'ALREADY_EXISTS' : null;
    }
    case 'ACCEPT': {
      const isTaken = [...model.members.values()].includes('COORDINATOR');
      return isTaken && model.requests.get(attempt.partner)!.role === 'COORDINATOR' ? 'ALREADY_EXISTS' : null;
    }
    case 'START':
      if (isClosed(model, attempt.call)) return 'NOT_ELIGIBLE';
      return ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INVITED', 'GRANTED'].includes(
        model.applications.get(attempt.call) ?? '',
      )
        ? 'ALREADY_EXISTS'
        : null;
    case 'INVITE':
      if (!model.calls[attempt.call]!.second) return 'NOT_ELIGIBLE';
      return illegalUnless(
        !model.invited.has(attempt.call) &&
          (FROM.INVITE as readonly string[]).includes(model.applications.get(attempt.call)!),
      );
    case 'SUBMIT':
    case 'REVIEW':
    case 'GRANT':
    case 'REJECT':
    case 'WITHDRAW': {
      const from: readonly string[] = FROM[attempt.kind];
      if (!from.includes(model.applications.get(attempt.call)!)) return 'ILLEGAL_TRANSITION';
      if (attempt.kind !== 'SUBMIT') return null;
      return isClosed(model, attempt.call, model.invited) ? 'NOT_ELIGIBLE' : null;
    }
    case 'PLAN': {
      const hasBegun = model.isMilestoneReached || model.measured.size > 0 || model.stage === 'PROJECT';
      return illegalUnless(!model.isPlanned || !hasBegun);
    }
    case 'REACH_MILESTONE':
      return illegalUnless(model.stage === 'PROJECT' && !model.isMilestoneReached);
    case 'REOPEN':
      return illegalUnless(model.stage === 'PROJECT' || (model.stage === 'FUNDING_APPLICATION' && model.hasBaseline));
    case 'MEASURE':
      if (model.stage !== 'PROJECT') return 'ILLEGAL_TRANSITION';
      return model.measured.has(dayOf(model)) ? 'ALREADY_EXISTS' : null;
    default:
      return null;
  }
}

/** The second stage ends with its own deadline. */
function isClosed({ calls, moment }: Model, call: number, invited: Model['invited'] = new Map()): boolean {
  const deadline = invited.has(call) ? invited.get(call)! : calls[call]!.deadline;
  return deadline !== null && moment > deadline;
}

export function dayOf({ moment }: Model): string {
  return moment.toISOString().slice(0, 10);
}

/** Which partner one is by now. */
export function standing({ merged }: Model, partner: number): number {
  return merged.get(partner) ?? partner;
}

/** The stronger role stays, and whoever was merged into the duplicate before follows it. */
function becomeOne(model: Model, { partner, into }: { partner: number; into: number }): void {
  const stays = standing(model, into);
  const roles = [partner, stays].flatMap(each => model.members.get(each) ?? []);
  model.members.delete(partner);
  if (roles.length > 0) model.members.set(stays, roles.includes('COORDINATOR') ? 'COORDINATOR' : 'BENEFICIARY');
  askOnce(model, partner, stays);
  for (const [each, other] of model.merged) if (other === partner) model.merged.set(each, stays);
  model.merged.set(partner, stays);
}

/** Of what waits for the two the older stays; a member waits for nothing. */
function askOnce({ members, requests }: Model, partner: number, stays: number): void {
  const [oldest] = [partner, stays]
    .flatMap(each => requests.get(each) ?? [])
    .sort((one, other) => one.since.getTime() - other.since.getTime());
  requests.delete(partner);
  requests.delete(stays);
  if (oldest && !members.has(stays)) requests.set(stays, oldest);
}

/** What waits for an answer after the attempt. */
function waitOn(model: Model, attempt: Attempt): void {
  const { requests, moment } = model;
  if (attempt.kind === 'ASK' || attempt.kind === 'INVITE_MEMBER') {
    const origin = attempt.kind === 'ASK' ? 'PARTNER' : 'IDEA';
    requests.set(standing(model, attempt.partner), { origin, role: attempt.role, since: moment });
  }
  if (attempt.kind === 'ACCEPT') model.members.set(attempt.partner, requests.get(attempt.partner)!.role);
  if (attempt.kind === 'ACCEPT' || attempt.kind === 'DECLINE') requests.delete(attempt.partner);
  if (attempt.kind === 'JOIN') requests.delete(standing(model, attempt.partner));
  if (attempt.kind === 'DISCONTINUE' || attempt.kind === 'COMPLETE') requests.clear();
}

/** Makes the attempt in the model. */
export function succeed(model: Model, attempt: Attempt): void {
  const states = { PAUSE: 'PAUSED', RESUME: 'ACTIVE', DISCONTINUE: 'DISCONTINUED', COMPLETE: 'COMPLETED' } as const;
  if (attempt.kind === 'ADVANCE') model.stage = PATH[PATH.indexOf(model.stage) + 1]!;
  if (attempt.kind === 'RETURN') model.stage = attempt.to;
  if (attempt.kind in states) model.state = states[attempt.kind as keyof typeof states];
  if (attempt.kind === 'JOIN') model.members.set(standing(model, attempt.partner), attempt.role);
  if (attempt.kind === 'MERGE') becomeOne(model, attempt);
  waitOn(model, attempt);
  if (attempt.kind === 'LEAVE') model.members.delete(attempt.partner);
  if (attempt.kind === 'START') model.invited.delete(attempt.call);
  if (attempt.kind === 'START') model.applications.set(attempt.call, 'DRAFT');
  if (attempt.kind === 'INVITE') {
    const { second } = model.calls[attempt.call]!;
    model.invited.set(attempt.call, second && model.moment <= second ? second : null);
  }
  if (attempt.kind in TO)
    model.applications.set((attempt as { call: number }).call, TO[attempt.kind as keyof typeof TO]);
  if (attempt.kind === 'PLAN') model.isPlanned = true;
  if (attempt.kind === 'REACH_MILESTONE') model.isMilestoneReached = true;
  if (attempt.kind === 'REOPEN') model.isMilestoneReached = false;
  if (model.stage === 'PROJECT' && model.isPlanned) model.hasBaseline = true;
  if (attempt.kind === 'MEASURE') model.measured.add(dayOf(model));
  if (['ADVANCE', 'RETURN', ...Object.keys(states)].includes(attempt.kind)) {
    model.history.push({ at: model.moment, stage: model.stage, state: model.state });
  }
}
