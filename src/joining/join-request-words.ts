import { describedEnum } from '../shared/described-enum.js';

export const JoinRequestOrigin = describedEnum('JoinRequestOrigin', 'Who begins: the partner that asks, or the idea.', {
  PARTNER: 'The partner asks to join.',
  IDEA: 'The idea invites the partner.',
});
export type JoinRequestOrigin = keyof typeof JoinRequestOrigin;

export const JoinRequestStatus = describedEnum('JoinRequestStatus', 'What has become of a request to join.', {
  PENDING: 'It waits for an answer.',
  ACCEPTED: 'It was accepted, and the partner became a member.',
  DECLINED: 'It was declined.',
  WITHDRAWN:
    'Whoever began took it back, or it lapsed: the idea ended before it was answered, or two partners were merged.',
});
export type JoinRequestStatus = keyof typeof JoinRequestStatus;
