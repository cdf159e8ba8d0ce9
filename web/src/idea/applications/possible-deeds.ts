import type { ShownApplicationFragment } from '../../gql/graphql';

type Application = Pick<ShownApplicationFragment, 'status' | 'deadline' | 'callStage' | 'call'>;

/** Something that can be done to an application; the first that can comes next on its way. */
export type ApplicationDeed = 'submit' | 'review' | 'invite' | 'decide' | 'correct' | 'edit' | 'withdraw';

/** Whether it is being written, and may still say something else. */
export const isBeingWritten = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'DRAFT' || status === 'INVITED';

/** Why what is being written can't be handed in now. */
export type Obstacle = 'notOpenYet' | 'closed' | 'passed' | 'callCancelled';

/**
 * What stands in the way of handing it in; administrators record afterwards what was handed in in time. The second stage
 * goes by its own deadline alone.
 */
export function obstacleOf({ call, callStage, deadline }: Application, admin: boolean): Obstacle | undefined {
  if (call.status === 'FORTHCOMING') return 'notOpenYet';
  if (call.status === 'CANCELLED') return 'callCancelled';
  if (admin) return undefined;
  if (call.status === 'CLOSED' && callStage === 1) return 'closed';
  return deadline && Date.parse(deadline) < Date.now() ? 'passed' : undefined;
}

/** What the status leaves room for, for somebody who may manage the idea's applications. */
export function deedsOf(application: Application, admin: boolean): ApplicationDeed[] {
  const { status, call, callStage } = application;
  if (isBeingWritten(application))
    return obstacleOf(application, admin) ? ['edit', 'withdraw'] : ['submit', 'edit', 'withdraw'];
  const invite: ApplicationDeed[] = call.deadlineModel === 'TWO_STAGE' && callStage === 1 ? ['invite'] : [];
  if (status === 'SUBMITTED') return ['review', ...invite, 'edit', 'withdraw'];
  if (status === 'UNDER_REVIEW') return [...invite, ...(admin ? (['decide'] as const) : []), 'edit', 'withdraw'];
  return admin && (status === 'GRANTED' || status === 'REJECTED') ? ['correct', 'edit'] : ['edit'];
}
