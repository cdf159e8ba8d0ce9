import { describedEnum } from '../shared/described-enum.js';

/** Between two looks for whoever follows at once. */
export const PAUSE_SECONDS = 60;

export const NoticeKind = describedEnum('NoticeKind', 'What a mail tells of.', {
  AGENDA:
    'What waits for the follower, as `Viewer.agenda` tells it: an item when it is first due, and again when its day or the requirements it is about change; the weekly mail lists all that are open. Nothing for integrators, who have no agenda.',
  NEW_CALLS: 'Funding calls that have been published since the last mail and have not closed.',
  CHANGES:
    'What has happened since the last mail to the ideas that the follower is inside, a line for each idea; administrators are inside all, and integrators with the grant ACTIVITY are told of what they see.',
});
export type NoticeKind = keyof typeof NoticeKind;

export const NoticeRhythm = describedEnum('NoticeRhythm', 'How often a mail comes, if there is anything to tell.', {
  AT_ONCE: `When something happens, at most once in ${PAUSE_SECONDS} seconds; what falls due by the calendar at 07:00 Swedish time.`,
  DAILY: 'Each day at 07:00 Swedish time.',
  WEEKLY: 'Each Monday at 07:00 Swedish time.',
});
export type NoticeRhythm = keyof typeof NoticeRhythm;
