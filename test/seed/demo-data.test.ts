import Big from 'big.js';
import { DEMO_CALLS } from '../../src/seed/demo-calls.js';
import { DEMO_IDEAS } from '../../src/seed/demo-ideas.js';
import { DEMO_PARTNERS } from '../../src/seed/demo-partners.js';
import { REFERENCE_FOCUS_AREAS, REFERENCE_PARTNERS } from '../../src/seed/reference.js';
import { Sector } from '../../src/partners/sectors.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import { play } from './demo-play.js';
import { callOf, PARTNERS, statusOf } from './demo-standing.js';

const applications = DEMO_IDEAS.flatMap(({ key, applications }) => applications.map(each => ({ key, ...each })));

/** How many there are of each. */
function spread<T>(items: readonly T[], by: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[by(item)] = (counts[by(item)] ?? 0) + 1;
  return counts;
}

describe('the reference data', () => {
  it('is seven partners in Blekinge and three areas with five parts', () => {
    expect(spread(REFERENCE_PARTNERS, ({ sector }) => sector)).toEqual({ PUBLIC: 1, SUPPORT_SYSTEM: 5, ACADEMIA: 1 });
    expect(spread(REFERENCE_PARTNERS, ({ country, nutsCode }) => `${country} ${nutsCode}`)).toEqual({ 'SE SE221': 7 });
    expect(spread(REFERENCE_FOCUS_AREAS, ({ parent }) => parent ?? 'top')).toEqual({
      top: 3,
      'smart-industri': 2,
      tech: 2,
      missions: 1,
    });
  });

  it('puts parents before their parts, whose codes begin with the parent', () => {
    REFERENCE_FOCUS_AREAS.forEach(({ code, parent }, index) => {
      if (parent === null) return;
      expect(code.startsWith(`${parent}.`)).toBe(true);
      expect(REFERENCE_FOCUS_AREAS.slice(0, index).map(area => area.code)).toContain(parent);
    });
  });
});

describe('the names in the demo', () => {
  it.each([
    ['slug', [...REFERENCE_PARTNERS, ...DEMO_PARTNERS].map(({ slug }) => slug)],
    ['identifier', DEMO_CALLS.map(({ identifier }) => identifier)],
    ['key', DEMO_IDEAS.map(({ key }) => key)],
    ['title', DEMO_IDEAS.map(({ title }) => title.sv)],
  ])('use each %s once', (_, names) => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('refer to nothing that is missing', () => {
    const codes = REFERENCE_FOCUS_AREAS.map(({ code }) => code);
    const owners = REFERENCE_PARTNERS.map(({ slug }) => slug);
    for (const { focusAreas } of [...DEMO_IDEAS, ...DEMO_CALLS])
      expect(codes).toEqual(expect.arrayContaining([...focusAreas]));
    for (const { owner, members } of DEMO_IDEAS) {
      expect(owners).toContain(owner);
      for (const { partner } of members) expect([...PARTNERS.keys()]).toContain(partner);
    }
    for (const application of applications) {
      const labels = callOf(application).deadlines.map(({ label }) => label);
      if (labels.length > 0) expect(labels).toContain(application.deadline);
    }
  });

  it('say of everything that it is invented', () => {
    for (const { description } of DEMO_PARTNERS) expect(description.sv).toMatch(/^Påhittat exempel:/);
    for (const { identifier, title } of DEMO_CALLS) expect(`${identifier} ${title.sv}`).toMatch(/^DEMO-\S+ Exempel:/);
    for (const { summary } of DEMO_IDEAS) expect(summary.sv).toMatch(/\(Påhittat exempel\.\)$/);
  });
});

describe('the spread of the demo', () => {
  const standings = DEMO_IDEAS.map(each => play(each).standing);

  it('has forty ideas on all stages and in all states', () => {
    expect(spread(standings, ({ stage }) => stage)).toEqual({
      CONCEPT: 14,
      CONSORTIUM: 11,
      FUNDING_APPLICATION: 9,
      PROJECT: 6,
    });
    expect(spread(standings, ({ state }) => state)).toEqual({ ACTIVE: 30, PAUSED: 5, DISCONTINUED: 4, COMPLETED: 1 });
    expect(spread(DEMO_IDEAS, ({ visibility }) => visibility)).toEqual({ PUBLIC: 20, PARTNERS: 12, CONSORTIUM: 8 });
  });

  it('gives every partner of the programme an idea, and Techtank at least six in all stages', () => {
    expect(Object.keys(spread(DEMO_IDEAS, ({ owner }) => owner)).sort()).toEqual(
      REFERENCE_PARTNERS.map(({ slug }) => slug).sort(),
    );
    const own = standings.filter((_, index) => DEMO_IDEAS[index]!.owner === 'techtank');
    expect(own.length).toBeGreaterThanOrEqual(6);
    expect(Object.keys(spread(own, ({ stage }) => stage))).toHaveLength(4);
  });

  it('has all statuses of applications', () => {
    const statuses = standings.flatMap(standing => [...standing.applications.values()]);
    expect(Object.keys(spread(statuses, status => status)).sort()).toEqual([
      'DRAFT',
      'GRANTED',
      'REJECTED',
      'SUBMITTED',
      'UNDER_REVIEW',
      'WITHDRAWN',
    ]);
  });

  it('has partners of all sectors, most of them in Blekinge, and four countries more', () => {
    expect(new Set(DEMO_PARTNERS.map(({ sector }) => sector))).toEqual(
      new Set(wordsOf(Sector).filter(sector => sector !== 'SUPPORT_SYSTEM')),
    );
    expect(DEMO_PARTNERS.filter(({ nutsCode }) => nutsCode === 'SE221')).toHaveLength(9);
    expect(new Set(DEMO_PARTNERS.map(({ country }) => country))).toEqual(new Set(['SE', 'DE', 'DK', 'PL', 'LT']));
  });

  it('has twenty calls around today and eight that closed long ago', () => {
    expect(spread(DEMO_CALLS, call => statusOf(call, 0))).toEqual({
      CLOSED: 12,
      OPEN: 11,
      FORTHCOMING: 3,
      DRAFT: 1,
      CANCELLED: 1,
    });
    const open = DEMO_CALLS.filter(call => statusOf(call, 0) === 'OPEN');
    expect(Object.keys(spread(open, ({ deadlineModel }) => deadlineModel))).toHaveLength(4);
  });
});

describe('money in the demo', () => {
  it.each(applications.map(each => [`${each.key} to ${each.call}`, each] as const))(
    'keeps the terms of the call: %s',
    (_, each) => {
      const { fundingRate = 100, grantMin, grantMax } = callOf(each);
      const { requested, coFinancing } = each;
      const cost = Big(requested.amount).plus(coFinancing.amount);
      expect(Big(requested.amount).div(cost).times(100).toNumber()).toBeLessThanOrEqual(fundingRate);
      for (const limit of [grantMin, grantMax, coFinancing])
        expect(limit?.currency ?? requested.currency).toBe(requested.currency);
      expect(Big(requested.amount).gte(grantMin?.amount ?? 0)).toBe(true);
      expect(Big(requested.amount).lte(grantMax?.amount ?? requested.amount)).toBe(true);
    },
  );

  it('never asks the regional fund for more than 40 percent', () => {
    const rates = DEMO_CALLS.filter(({ programme }) => programme.startsWith('ERDF')).map(
      ({ fundingRate }) => fundingRate,
    );
    expect(rates.every(rate => rate! <= 40)).toBe(true);
  });
});
