import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { KEYS, type Service, startService } from './support/service/service.js';

const document = (name: string) =>
  parse(readFileSync(new URL(`../schema/operations/${name}.graphql`, import.meta.url), 'utf8'));

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

describe('a partner asks where its ideas stand', () => {
  it('sees each active idea with its next deadline first, what blocks it and what is due', async () => {
    const { data, errors, extensions } = await service
      .as(KEYS.partner)
      .ask(document('partner-idea-status'), { slug: 'techtank' });
    expect(errors).toBeUndefined();
    const { ideas } = data.partner;
    expect(ideas.totalCount).toBe(7);
    const deadlines = ideas.nodes.map((idea: any) => idea.nextDeadline ?? '9999');
    expect(deadlines).toEqual([...deadlines].sort());
    const blocked = ideas.nodes.find((idea: any) => idea.stage === 'CONSORTIUM' && idea.readiness.ready === false);
    const unmet = blocked.readiness.requirements.filter((requirement: any) => !requirement.met);
    expect(unmet.length).toBeGreaterThan(0);
    expect(unmet[0].message).not.toBe('');
    expect(blocked.viewerCan).toContain('ADVANCE');
    expect(readsOf(extensions)).toBeLessThanOrEqual(4);
  });

  it('answers in English when asked to', async () => {
    const { partner } = await service
      .as(KEYS.partner)
      .run<any, object>(document('partner-idea-status'), { slug: 'techtank', locale: 'EN' });
    expect(JSON.stringify(partner)).toContain('coordinator');
  });

  it('is not told of letters of intent in ideas it has no part in', async () => {
    const { partner } = await service
      .as(KEYS.partner)
      .run<any, object>(document('partner-idea-status'), { slug: 'bth' });
    const letters = partner.ideas.nodes
      .filter((idea: any) => !idea.viewerCan.includes('UPDATE'))
      .filter((idea: any) => !idea.consortium.memberships.some((member: any) => member.partner.name === 'Techtank'))
      .flatMap((idea: any) => idea.consortium.memberships.map((member: any) => member.letterOfIntent));
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every((letter: unknown) => letter === null)).toBe(true);
  });
});

describe('an integrator builds a dashboard', () => {
  it('gets a board in one statement', async () => {
    const variables = { stages: ['FUNDING_APPLICATION'], focusAreas: ['smart-industri'] };
    const { data, errors, extensions } = await service.as(KEYS.integrator).ask(document('dashboard-board'), variables);
    expect(errors).toBeUndefined();
    expect(data.ideas.nodes).toHaveLength(data.ideas.totalCount);
    expect(data.ideas.nodes.every((idea: any) => idea.stage === 'FUNDING_APPLICATION')).toBe(true);
    expect(
      data.ideas.nodes.flatMap((idea: any) => idea.applications.map((each: any) => each.requested)),
    ).not.toContainEqual(expect.anything());
    expect(readsOf(extensions)).toBe(1);
  });

  it('gets the whole pipeline in at most eight statements', async () => {
    const variables = { from: '2025-01-01', to: '2026-01-01' };
    const { data, errors, extensions } = await service
      .as(KEYS.integrator)
      .ask(document('dashboard-pipeline'), variables);
    expect(errors).toBeUndefined();
    const { total, stages, states, matrix, goal, funding } = data.pipeline;
    expect(stages.map(({ stage }: any) => stage)).toEqual(['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT']);
    expect(sum(stages)).toBe(total);
    expect(sum(states)).toBe(total);
    expect(matrix).toHaveLength(12);
    expect(funding).toEqual([]);
    expect(goal).toMatchObject({ required: 1, met: true });
    expect(readsOf(extensions)).toBeLessThanOrEqual(8);
  });

  it('picks up every change after a known sequence, page by page', async () => {
    const following = service.as(KEYS.integrator);
    const query = { operationName: 'IntegratorActivitySince' };
    const first = await following.ask<any>(document('integrator-activity'), { since: 10, first: 5 }, {}, query);
    expect(first.errors).toBeUndefined();
    const sequences = first.data.activity.nodes.map(({ sequence }: any) => sequence);
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
    expect(sequences[0]).toBeGreaterThan(10);
    const after = first.data.activity.pageInfo.endCursor;
    const second = await following.ask<any>(document('integrator-activity'), { since: 10, first: 5, after }, {}, query);
    expect(second.data.activity.nodes[0].sequence).toBeGreaterThan(sequences.at(-1));
  });
});

describe('Region Blekinge adds funding calls', () => {
  const input = {
    identifier: 'TEST-2027-01',
    title: { sv: 'Havet och klimatet', en: 'Sea and climate' },
    programme: 'LIFE',
    funder: 'European Commission',
    deadlineModel: 'TWO_STAGE',
    opensAt: '2020-01-01T00:00:00Z',
    deadlines: [{ at: '2099-09-01T17:00:00+02:00' }, { at: '2099-03-01T17:00:00+01:00', label: 'Stage 1' }],
    budget: { amount: '1000000', currency: 'EUR' },
    focusAreas: ['smart-industri.marin-teknik'],
  };

  it('gets the call back with its status and its next deadline in UTC', async () => {
    const { createFundingCall } = await service.as(KEYS.admin).run<any, object>(document('region-add-call'), { input });
    expect(createFundingCall.userErrors).toEqual([]);
    expect(createFundingCall.call).toMatchObject({
      status: 'OPEN',
      nextDeadline: '2099-03-01T16:00:00.000Z',
      version: 1,
    });
  });

  it('is told when the identifier is taken, and that is all that happens', async () => {
    const { createFundingCall } = await service.as(KEYS.admin).run<any, object>(document('region-add-call'), { input });
    expect(createFundingCall.call).toBeNull();
    expect(createFundingCall.userErrors).toEqual([
      { code: 'ALREADY_EXISTS', path: ['identifier'], message: 'En utlysning med den beteckningen finns redan.' },
    ]);
  });

  it('is told everything that is wrong at once, in the language asked for', async () => {
    const wrong = {
      ...input,
      identifier: 'TEST-2027-02',
      trlMin: 7,
      trlMax: 3,
      fundingRate: 140,
      deadlineModel: 'SINGLE_STAGE',
    };
    const { data } = await service
      .as(KEYS.admin)
      .ask(document('region-add-call'), { input: wrong }, { 'accept-language': 'en' });
    expect(data.createFundingCall.userErrors.map(({ path }: any) => path[0])).toEqual([
      'fundingRate',
      'trlMax',
      'deadlines',
    ]);
    expect(data.createFundingCall.userErrors[0].message).toBe('Funding rate is percent, above 0 and at most 100.');
  });

  it('imports calls: a dry run changes nothing, a real one creates, a second one changes nothing', async () => {
    const content = readFileSync(
      new URL('./funding-calls/exchange/fixtures/gdp-utlysningar.json', import.meta.url),
      'utf8',
    );
    const run = async (dryRun: boolean) => {
      const { importFundingCalls } = await service
        .as(KEYS.admin)
        .run<any, object>(document('region-import-calls'), { format: 'GDP', content, dryRun });
      const { created, updated, unchanged } = importFundingCalls;
      return { created, updated, unchanged, calls: importFundingCalls.calls.length };
    };
    const dry = await run(true);
    expect(dry).toMatchObject({ updated: 0, unchanged: 0, calls: 0 });
    expect(dry.created).toBeGreaterThan(0);
    expect(await run(false)).toEqual({ ...dry, calls: dry.created });
    expect(await run(false)).toEqual({ created: 0, updated: 0, unchanged: dry.created, calls: dry.created });
  });

  it('refuses partners and programs', async () => {
    for (const key of [KEYS.partner, KEYS.integrator, null]) {
      const { createFundingCall } = await service
        .as(key)
        .run<any, object>(document('region-add-call'), { input: { ...input, identifier: 'TEST-2027-03' } });
      expect(createFundingCall).toMatchObject({ call: null, userErrors: [{ code: 'FORBIDDEN' }] });
    }
  });
});

function sum(counts: { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function readsOf(extensions: { statements: unknown[] } | undefined): number {
  return extensions!.statements.length;
}
