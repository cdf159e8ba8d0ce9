import { firstLook, lookAfter } from '../../src/notices/rhythm.js';
import { dayAndTimeIn, SWEDEN } from '../../src/shared/time/local-time.js';
import * as fc from '../support/properties.js';

const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
const HOUR_MS = 3_600_000;
const LONGEST = { DAILY: 25, WEEKLY: 7 * 24 + 1 } as const;

describe.each(['DAILY', 'WEEKLY'] as const)('the next %s mail', rhythm => {
  it('is at seven in the morning in Sweden, summer and winter, and the first such morning ahead', () => {
    fc.assert(
      fc.property(moments, at => {
        const { nextAt, lookAt } = lookAfter(rhythm, at);
        expect(nextAt).toEqual(lookAt);
        const [day, time] = dayAndTimeIn(SWEDEN, nextAt);
        expect(time).toBe('07:00:00');
        if (rhythm === 'WEEKLY') expect(new Date(day).getUTCDay()).toBe(1);
        const hours = (nextAt.getTime() - at.getTime()) / HOUR_MS;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(LONGEST[rhythm]);
      }),
    );
  });
});

it('who follows at once is looked at again after a minute if something happens, and in the morning if nothing does', () => {
  const at = new Date('2026-12-01T12:00:00Z');
  expect(firstLook('AT_ONCE', at)).toEqual({ nextAt: at, lookAt: at });
  expect(lookAfter('AT_ONCE', at)).toEqual({
    nextAt: new Date('2026-12-01T12:01:00Z'),
    lookAt: new Date('2026-12-02T06:00:00Z'),
  });
});
