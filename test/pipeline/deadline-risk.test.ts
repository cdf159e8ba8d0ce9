import { deadlineRisk, Risk, usualDaysPerRequirement } from '../../src/pipeline/deadline-risk.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import * as fc from '../support/properties.js';

describe('the risk of missing a deadline', () => {
  it.each<[number, number, Risk, string]>([
    [90, 3, 'LOW', 'three requirements are 42 days of work, and there is more than twice that'],
    [84, 3, 'LOW', 'twice the work left is enough'],
    [83, 3, 'MEDIUM', 'there is time, but less than twice'],
    [42, 3, 'MEDIUM', 'exactly the work left'],
    [41, 3, 'HIGH', 'a day too few'],
    [0, 0, 'LOW', 'nothing is left to do on the last day'],
    [0, 1, 'HIGH', 'something is left on the last day'],
    [-1, 0, 'HIGH', 'the deadline has passed'],
  ])('with %i days left and %i requirements unmet is %s: %s', (daysLeft, unmet, risk) => {
    expect(deadlineRisk({ daysLeft, unmet })).toBe(risk);
  });

  it('goes by the days that such steps took before', () => {
    expect(deadlineRisk({ daysLeft: 30, unmet: 3, daysPerRequirement: 5 })).toBe('LOW');
    expect(deadlineRisk({ daysLeft: 30, unmet: 3, daysPerRequirement: 11 })).toBe('HIGH');
  });

  it('never falls as time runs out or more is left to do', () => {
    const levels = wordsOf(Risk);
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 400 }), fc.nat(10), fc.nat(60), (daysLeft, unmet, daysPerRequirement) => {
        const level = (days: number, left: number) =>
          levels.indexOf(deadlineRisk({ daysLeft: days, unmet: left, daysPerRequirement }));
        expect(level(daysLeft - 1, unmet)).toBeGreaterThanOrEqual(level(daysLeft, unmet));
        expect(level(daysLeft, unmet + 1)).toBeGreaterThanOrEqual(level(daysLeft, unmet));
      }),
    );
  });
});

describe('the days a requirement usually takes', () => {
  it('are two weeks until five ideas have passed the gate, then their days shared among its requirements', () => {
    expect(usualDaysPerRequirement(6)).toBe(14);
    expect(usualDaysPerRequirement(6, { advanced: 0, medianDays: null })).toBe(14);
    expect(usualDaysPerRequirement(6, { advanced: 4, medianDays: 300 })).toBe(14);
    expect(usualDaysPerRequirement(6, { advanced: 5, medianDays: null })).toBe(14);
    expect(usualDaysPerRequirement(6, { advanced: 5, medianDays: 300 })).toBe(50);
  });

  it('are two weeks at the end of the path, where no gate is left', () => {
    expect(usualDaysPerRequirement(0, { advanced: 9, medianDays: 300 })).toBe(14);
  });
});
