import { groupOf, GROUPS } from '../../../web/src/agenda/groups.js';
import * as fc from '../../support/properties.js';

const DAY = 24 * 60 * 60 * 1000;
/** What is due so many days after a day. */
const due = (today: string, daysLeft: number) => ({
  dueOn: new Date(Date.parse(today) + daysLeft * DAY).toISOString().slice(0, 10),
  daysLeft,
});

describe('when something is due', () => {
  it('is over, this week until its Sunday, this month until its last day, or later', () => {
    const thursday = '2026-11-26';
    expect([-1, 0, 3, 4, 5].map(days => groupOf(due(thursday, days)))).toEqual([
      ...['OVERDUE', 'WEEK', 'WEEK', 'MONTH', 'LATER'],
    ]);
    expect(groupOf(due('2026-11-29', 1))).toBe('MONTH');
    expect(groupOf({ dueOn: null, daysLeft: null })).toBe('ANY_DAY');
  });

  it('never comes in an earlier group than what is due before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 25_000 }), fc.integer({ min: -40, max: 100 }), (day, daysLeft) => {
        const today = new Date(day * DAY).toISOString().slice(0, 10);
        const [one, next] = [daysLeft, daysLeft + 1].map(left => GROUPS.indexOf(groupOf(due(today, left))));
        expect(one).toBeLessThanOrEqual(next!);
      }),
    );
  });
});
