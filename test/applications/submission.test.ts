import { deadlineFaults, type SubmissionFacts, submissionFaults } from '../../src/applications/submission.js';
import type { CallClock } from '../../src/funding-calls/call-clock.js';

const LATER = '2027-12-01T00:00:00Z';

function aimingAt(call: Partial<CallClock> = {}, deadline: string | null = null): SubmissionFacts {
  return {
    deadline,
    call: {
      identifier: 'HAV-1',
      publishedAt: '2026-09-01T00:00:00Z',
      opensAt: '2026-10-01T08:00:00Z',
      deadlines: ['2027-06-01T16:00:00Z', '2027-02-01T16:00:00Z'],
      deadlineModel: 'MULTIPLE_CUT_OFF',
      ...call,
    },
  };
}

const reasons = (application: SubmissionFacts, submittedAt: string, at = LATER) =>
  submissionFaults(application, submittedAt, at).map(({ code, message }) => [code, message.en]);

describe('submitting an application', () => {
  it('is in time up to the very deadline', () => {
    expect(reasons(aimingAt(), '2027-06-01T16:00:00Z')).toEqual([]);
    expect(reasons(aimingAt(), '2027-06-01T16:00:00.001Z')).toEqual([
      ['NOT_ELIGIBLE', 'The call HAV-1 closed 1 June 2027 at 18:00 Swedish time.'],
    ]);
  });

  it.each<[string, Partial<CallClock>, string]>([
    [
      'before the call opens',
      { opensAt: '2027-02-01T08:00:00Z' },
      'The call HAV-1 opens 1 February 2027 at 09:00 Swedish time.',
    ],
    ['to a draft', { publishedAt: null }, 'The call HAV-1 is not published.'],
    ['to a cancelled call', { cancelledAt: '2026-12-01T00:00:00Z' }, 'The call HAV-1 is cancelled.'],
  ])('%s is not eligible', (_, call, message) => {
    expect(reasons(aimingAt(call), '2027-01-15T00:00:00Z')).toEqual([['NOT_ELIGIBLE', message]]);
  });

  it('after the chosen deadline is not eligible, though a later one is ahead', () => {
    expect(reasons(aimingAt({}, '2027-02-01T16:00:00Z'), '2027-03-01T00:00:00Z')).toEqual([
      ['NOT_ELIGIBLE', 'The deadline 1 February 2027 at 17:00 Swedish time has passed.'],
    ]);
    expect(reasons(aimingAt({}, '2027-06-01T16:00:00Z'), '2027-03-01T00:00:00Z')).toEqual([]);
  });

  it('is eligible at any time while the call is continuous', () => {
    expect(reasons(aimingAt({ deadlineModel: 'CONTINUOUS', deadlines: [] }), '2027-11-01T00:00:00Z')).toEqual([]);
  });

  it('is judged by the moment it was submitted, even when recorded later, but not by one to come', () => {
    expect(reasons(aimingAt(), '2027-05-01T00:00:00Z', LATER)).toEqual([]);
    expect(reasons(aimingAt(), '2027-05-01T00:00:00Z', '2027-04-01T00:00:00Z')).toEqual([
      ['INVALID', 'That moment lies in the future.'],
    ]);
    expect(reasons(aimingAt(), '2027-05-01T00:00:00Z', '2027-05-01T00:00:00Z')).toEqual([]);
  });

  it('is refused by the field that is wrong', () => {
    const pathOf = (submittedAt: string, at: string) =>
      submissionFaults(aimingAt({}, '2027-02-01T16:00:00Z'), submittedAt, at).map(({ path }) => path);
    expect(pathOf('2027-05-01T00:00:00Z', '2027-04-01T00:00:00Z')).toEqual([['submittedAt']]);
    expect(pathOf('2027-03-01T00:00:00Z', LATER)).toEqual([['deadline']]);
  });
});

describe('a chosen deadline', () => {
  it("is one of the call's, in whatever offset it is written", () => {
    expect(deadlineFaults(aimingAt({}, '2027-06-01T18:00:00+02:00'), '2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('is refused with the ones there are when it is not', () => {
    const [fault] = deadlineFaults(aimingAt({}, '2027-05-01T16:00:00Z'), '2027-01-01T00:00:00Z');
    expect(fault).toMatchObject({
      code: 'NOT_ELIGIBLE',
      path: ['deadline'],
      message: {
        en: '1 May 2027 at 18:00 Swedish time is not a deadline of HAV-1. Its deadlines: 1 February 2027 at 17:00 Swedish time, 1 June 2027 at 18:00 Swedish time.',
      },
    });
  });

  it('may be left open', () => {
    expect(deadlineFaults(aimingAt(), LATER)).toEqual([]);
  });
});
