import { durationYears, lastsWithin as gateAllows } from '../../../src/projects/duration.js';
import { decimalIn } from '../../../web/src/idea/project/decimal.js';
import { wayTo } from '../../../web/src/idea/project/follow/way.js';
import { coverageOf } from '../../../web/src/idea/project/plan/coverage.js';
import { lastsWithin, lengthOf } from '../../../web/src/idea/project/plan/duration.js';

const day = (offset: number) => new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

describe("a plan's length as it is typed", () => {
  it.each([
    ['2027-01-01', '2031-12-31', { years: 5, months: 0, days: 0 }],
    ['2027-01-01', '2031-12-30', { years: 4, months: 11, days: 30 }],
    ['2027-01-31', '2032-03-15', { years: 5, months: 1, days: 14 }],
    ['2028-02-29', '2033-02-28', { years: 5, months: 0, days: 0 }],
    ['2027-06-15', '2027-06-15', { years: 0, months: 0, days: 1 }],
  ])('%s to %s, the last day included', (from, to, length) => {
    expect(lengthOf(from, to)).toEqual(length);
  });

  it('is nothing where it ends before it starts', () => {
    expect(lengthOf('2027-01-02', '2027-01-01')).toBeUndefined();
    expect(lengthOf('', '2027-01-01')).toBeUndefined();
  });

  it('is what the gate goes by, whatever the days', () => {
    for (let from = 0; from < 1500; from += 7) {
      for (const [min, max] of [
        [5, 10],
        [2.5, 2.75],
      ] as const) {
        for (const years of [min, max]) {
          for (let around = -3; around <= 3; around++) {
            const [startsOn, endsOn] = [day(from), day(from + Math.round(years * 365.25) + around)];
            expect([
              startsOn,
              endsOn,
              lastsWithin(startsOn, endsOn, { projectMinYears: min, projectMaxYears: max }),
            ]).toEqual([startsOn, endsOn, gateAllows(startsOn, endsOn, { min, max })]);
            expect(lengthOf(startsOn, endsOn)!.years).toBe(Math.floor(durationYears(startsOn, endsOn)));
          }
        }
      }
    }
  });
});

describe('the cover of a budget', () => {
  const sek = (amount: string) => ({ amount, currency: 'SEK' });

  it('is summed exactly, in its own currency alone', () => {
    const amounts = [sek('0.10'), sek('0.20'), { amount: '5.00', currency: 'EUR' }];
    expect(coverageOf(sek('0.30'), amounts)).toEqual({ covered: sek('0.30'), gap: undefined, others: ['EUR'] });
    expect(coverageOf(sek('900719925474099.93'), [sek('900719925474099.91')]).gap).toEqual(sek('0.02'));
  });

  it('has a gap of the whole where nothing is granted or promised', () => {
    expect(coverageOf(sek('26000000'), [])).toEqual({ covered: sek('0.00'), gap: sek('26000000.00'), others: [] });
  });
});

describe('a number', () => {
  it.each([
    ['12,5', '12.5'],
    ['1 234,50', '1234.50'],
    ['−3', '-3'],
    ['123456789012345,123456', '123456789012345.123456'],
    ['12,3456789', undefined],
    ['tolv', undefined],
    ['1,2,3', undefined],
    ['', undefined],
  ])('written as "%s" is %s', (text, value) => {
    expect(decimalIn(text)).toBe(value);
  });
});

describe('the way to a target', () => {
  it('is told from the baseline, up or down', () => {
    expect(wayTo({ baseline: '10', target: '20', value: '15' })).toBe(0.5);
    expect(wayTo({ baseline: '100', target: '50', value: '75' })).toBe(0.5);
    expect(wayTo({ baseline: '100', target: '50', value: '40' })).toBeGreaterThan(1);
    expect(wayTo({ baseline: '10', target: '20', value: '5' })).toBeLessThan(0);
    expect(wayTo({ target: '20', value: '5' })).toBe(0.25);
  });
});
