import { durationYears, isOverdue, lastsWithin, progress } from '../../src/projects/duration.js';
import { dayOf } from '../../src/shared/time/instant.js';
import * as fc from '../support/properties.js';

const DAY = 86_400_000;

describe("a project's duration", () => {
  it.each([
    ['2027-01-01', '2031-12-31', 5],
    ['2027-01-01', '2036-12-31', 10],
    ['2027-01-01', '2031-12-30', 4.99],
    ['2027-01-01', '2032-01-01', 5.01],
    ['2027-01-01', '2036-12-30', 9.99],
    ['2027-01-01', '2037-01-01', 10.01],
    ['2027-07-01', '2032-06-30', 5],
    ['2028-02-29', '2033-02-28', 5],
    ['2028-02-29', '2033-02-27', 4.99],
    ['2028-02-29', '2032-02-28', 4],
    ['2027-03-01', '2032-02-29', 5],
    ['2027-03-01', '2032-02-28', 4.99],
    ['2027-01-01', '2032-07-01', 5.5],
    ['2027-01-01', '2027-01-01', 0.01],
    ['2027-01-01', '2026-12-31', 0],
    ['2027-01-01', '2020-01-01', 0],
  ])('from %s to %s, the last day included, is %s years', (startsOn, endsOn, years) => {
    expect(durationYears(startsOn, endsOn)).toBe(years);
    expect(durationYears(new Date(startsOn), new Date(endsOn))).toBe(years);
  });

  const anyDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map(dayOf);

  it('is five to ten years exactly when its two decimals say so', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1500, max: 4000 }), (startsOn, days) => {
        const endsOn = new Date(Date.parse(startsOn) + days * DAY);
        const years = durationYears(startsOn, endsOn);
        expect(lastsWithin(startsOn, endsOn, { min: 5, max: 10 })).toBe(years >= 5 && years <= 10);
      }),
    );
  });

  it('is whole on the day before an anniversary, and on no day next to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (startsOn, years) => {
        const start = new Date(startsOn);
        const full = Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth(), start.getUTCDate());
        expect(durationYears(startsOn, new Date(full - DAY))).toBe(years);
        expect(durationYears(startsOn, new Date(full - 2 * DAY))).toBeLessThan(years);
        expect(durationYears(startsOn, new Date(full))).toBeGreaterThan(years);
      }),
    );
  });

  it('never shrinks when the end moves on', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (startsOn, endsOn) => {
        const next = new Date(Date.parse(endsOn) + DAY);
        expect(durationYears(startsOn, next)).toBeGreaterThanOrEqual(durationYears(startsOn, endsOn));
      }),
    );
  });

  it('can be held to other years', () => {
    expect(lastsWithin('2027-01-01', '2029-12-31', { min: 3, max: 4 })).toBe(true);
    expect(lastsWithin('2027-01-01', '2029-12-30', { min: 3, max: 4 })).toBe(false);
  });

  it.each([
    ['2027-01-01', '2029-06-30', true],
    ['2027-01-01', '2029-06-29', false],
    ['2027-08-31', '2030-02-28', true],
    ['2027-08-31', '2030-02-27', false],
    ['2027-01-01', '2029-09-30', true],
    ['2027-01-01', '2029-10-01', false],
  ])(
    'is counted in months where years are broken: from %s to %s, two and a half to two and three quarters: %s',
    (startsOn, endsOn, lasts) => {
      expect(lastsWithin(startsOn, endsOn, { min: 2.5, max: 2.75 })).toBe(lasts);
    },
  );
});

describe('a milestone', () => {
  it('is in time on its Swedish day, and overdue from the day after until it is completed', () => {
    expect(isOverdue({ dueOn: '2026-11-24' }, '2026-11-24T22:59:59Z')).toBe(false);
    expect(isOverdue({ dueOn: '2026-11-24' }, '2026-11-24T23:00:00Z')).toBe(true);
    expect(isOverdue({ dueOn: new Date('2026-11-24'), completedOn: '2026-11-30' }, '2026-12-01T00:00:00Z')).toBe(false);
  });
});

describe("a project's progress", () => {
  it('is completed milestones over planned ones', () => {
    expect(progress([{ completedOn: '2027-05-01' }, { completedOn: null }, {}, {}])).toBe(0.25);
    expect(progress([{ completedOn: '2027-05-01' }])).toBe(1);
  });

  it('is nothing while nothing is planned', () => {
    expect(progress([])).toBe(0);
  });
});
