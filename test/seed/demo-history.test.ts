import { DEMO_CALLS } from '../../src/seed/demo-calls.js';
import { DEMO_IDEAS } from '../../src/seed/demo-ideas.js';
import { demoHistory } from '../../src/seed/history.js';
import { dayIn, momentIn, planDays } from '../../src/seed/relative-time.js';
import type { DemoIdea } from '../../src/seed/shapes.js';
import * as fc from '../support/properties.js';
import { play } from './demo-play.js';

const projects = DEMO_IDEAS.flatMap(({ project }) => project ?? []);
const today = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('the history of each idea', () => {
  it.each(DEMO_IDEAS.map(each => [each.key, each] as const))('breaks no rule: %s', (_, each) => {
    expect(play(each).faults).toEqual([]);
    expect(each.createdDaysAgo).toBeLessThanOrEqual(730);
  });

  it('has one waiver only', () => {
    const waived = DEMO_IDEAS.flatMap(({ transitions }) => transitions.filter(each => 'waive' in each));
    expect(waived).toHaveLength(1);
  });
});

describe('the check of a history', () => {
  const presses = DEMO_IDEAS.find(({ key }) => key === 'hydrogen-ready-forming-presses')!;
  const [application] = presses.applications;
  const submitted = (submittedDaysAgo: number) => ({ applications: [{ ...application!, submittedDaysAgo }] });

  it.each<[string, Partial<DemoIdea>, string]>([
    [
      'a letter that came late',
      { members: presses.members.map(each => ({ ...each, signedDaysAgo: 400 })) },
      'LETTERS_OF_INTENT',
    ],
    ['too few partners', { members: presses.members.slice(0, 2) }, 'ENOUGH_PARTNERS, SECTORS_REPRESENTED'],
    ['a technology too young', { technologyReadinessLevel: 3 }, 'CALL_RULES_MET'],
    ['no application', { applications: [] }, 'CALL_TARGETED'],
    ['an application after the deadline', submitted(499), 'the call was CLOSED'],
    [
      'a budget that is not covered',
      { members: presses.members.map(({ commitment: _, ...each }) => each) },
      'BUDGET_COVERED',
    ],
    ['a short summary', { summary: { sv: 'Kort.', en: 'Short.' } }, 'DESCRIBED'],
    ['a step before creation', { createdDaysAgo: 600 }, 'the idea did not exist'],
    [
      'a step after the end',
      { transitions: [{ kind: 'DISCONTINUE', daysAgo: 700, reason: '' }] },
      'the idea had ended',
    ],
  ])('finds %s', (_, change, fault) => {
    expect(play({ ...presses, ...change }).faults.join('\n')).toContain(fault);
  });
});

describe('the calls and plans, whatever day it is', () => {
  it('open before they close, in order of time', () => {
    for (const { opensInDays, deadlines, createdDaysAgo, publishedDaysAgo, cancelled } of DEMO_CALLS) {
      const days = [
        -createdDaysAgo,
        -(publishedDaysAgo ?? createdDaysAgo),
        opensInDays,
        ...deadlines.map(({ inDays }) => inDays),
      ];
      expect(days).toEqual([...days].sort((one, other) => one - other));
      if (cancelled) expect(cancelled.daysAgo).toBeLessThan(publishedDaysAgo!);
    }
  });

  it('has milestones inside the dates of the plan and nothing done before it began', () => {
    fc.assert(
      fc.property(today, fc.constantFrom(...projects), (date, project) => {
        const { startsOn, endsOn } = planDays(date, project);
        const due = project.milestones.map(({ dueInDays }) => dayIn(date, dueInDays));
        const done = [
          ...project.milestones.map(each => each.completedDaysAgo),
          ...project.outcomes.map(each => each.begunDaysAgo),
        ];
        const days = [...due, ...done.flatMap(daysAgo => (daysAgo === undefined ? [] : [dayIn(date, -daysAgo)]))];
        expect(days.filter(day => day < startsOn || day > endsOn)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has every event of the history at a moment of its own before now', () => {
    fc.assert(
      fc.property(today, date => {
        const moments = demoHistory(date, DEMO_CALLS, DEMO_IDEAS).map(({ at }) => at.getTime());
        expect(moments.every((moment, index) => index === 0 || moment > moments[index - 1]!)).toBe(true);
        expect(moments.at(-1)).toBeLessThan(date.getTime());
      }),
      { numRuns: 20 },
    );
  });

  it('reads the clock in Stockholm, winter and summer', () => {
    expect(momentIn(new Date('2026-11-24T20:00:00Z'), 1, '17:00').toISOString()).toBe('2026-11-25T16:00:00.000Z');
    expect(momentIn(new Date('2026-06-24T03:00:00Z'), -1, '17:00').toISOString()).toBe('2026-06-23T15:00:00.000Z');
  });

  it('ends a plan of five years the day before its fifth anniversary', () => {
    expect(planDays(new Date('2026-12-24'), { startsInDays: 20, years: 5 })).toEqual({
      startsOn: '2027-01-01',
      endsOn: '2031-12-31',
    });
    expect(planDays(new Date('2024-02-10'), { startsInDays: 0, years: 5 })).toEqual({
      startsOn: '2024-02-01',
      endsOn: '2029-01-31',
    });
  });
});
