import { setTimeout as delay } from 'node:timers/promises';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { type World, worldOf } from '../support/make/world.js';

const DAY = 24 * 60 * 60 * 1000;
const PLAN = `mutation ($input: PlanProjectInput!) { planProject(input: $input) { userErrors { message }
  project { milestones { id } outcomes { id } indicators { id } } } }`;
const THEN = `query ($asOf: DateTime, $filter: IdeaFilter) { pipeline(asOf: $asOf, filter: $filter) {
  deadlines(within: 365) { unmet { code } idea { project { id startsOn endsOn budget { amount currency }
    milestones { id title dueOn firstDueOn slipDays completedOn droppedAt }
    baseline { endsOn } revisions { number reason }
    outcomes { id kind title status environmentalObjectives deliveredOn }
    indicators { id code name unit baseline target droppedAt measurements { on value } } } } } } }`;

const RESULTS_THEN = `query ($asOf: DateTime, $filter: IdeaFilter) { pipeline(asOf: $asOf, filter: $filter) {
  results { outcomes { kind status count } indicators { code projects measured target latest }
    milestones { planned completed overdue dropped medianSlipDays } applications { byStatus { status count } decided granted } }
  health: groups(by: HEALTH) { key count } groups(by: OWNER) { key count stages { stage count } outcomesDelivered } } }`;

let service: Service;
let world: World;
let owner: string;
let ideaId: string;

const ask = async (document: string, variables: object) => {
  const { data, errors } = await service.as(KEYS.admin).ask(document, variables);
  expect(errors).toBeUndefined();
  return data;
};
const then = async (asOf: string) => (await ask(THEN, { asOf, filter: { partners: [owner] } })).pipeline.deadlines;
const resultsThen = async (asOf: string | null) =>
  (await ask(RESULTS_THEN, { asOf, filter: { partners: [owner] } })).pipeline;

/** What a report says of this moment, asked when the moment has passed and nothing else has happened yet. */
async function remember() {
  await delay(5);
  const asOf = new Date().toISOString();
  await delay(5);
  return { asOf, answer: await then(asOf), results: await resultsThen(null) };
}

const plan = async (milestoneDue: string, titles: { milestone: string; outcome: string }) => {
  const { planProject } = await ask(PLAN, {
    input: {
      ideaId,
      startsOn: '2027-01-01',
      endsOn: '2032-12-31',
      budget: { amount: '1000000.00', currency: 'SEK' },
      milestones: [{ title: { sv: titles.milestone }, dueOn: milestoneDue }],
      outcomes: [
        {
          kind: 'SOLUTION',
          title: { sv: titles.outcome, en: 'A solution' },
          environmentalObjectives: ['CIRCULAR_ECONOMY', 'CLIMATE_CHANGE_MITIGATION'],
        },
      ],
      indicators: [{ code: 'RCO 10', name: { sv: 'Företag' }, unit: 'företag', baseline: '1.50', target: '5' }],
    },
  });
  expect(planProject.userErrors).toEqual([]);
  return planProject.project;
};

beforeAll(async () => {
  service = await startService();
  world = worldOf(service);
  const began = new Date('2026-01-01T00:00:00Z');
  owner = await world.partner(began, 'planerare');
  ideaId = (await world.idea(began, owner)).id;
  const call = await world.call(began, 'PLAN-1', { deadlines: [{ at: new Date(Date.now() + 60 * DAY) }] });
  await world.apply(began, ideaId, call);
  await world.move(began, ideaId, 'FUNDING_APPLICATION', 'ACTIVE');
});
afterAll(() => service.stop());

it('a report about a past moment tells the plan of then, whatever has been planned, reached and measured since', async () => {
  const unplanned = await remember();
  await plan('2040-01-01', { milestone: 'Utanför projektets dagar', outcome: 'Första tanken' });
  const astray = await remember();
  const { milestones, outcomes, indicators } = await plan('2028-01-01', { milestone: 'Inom', outcome: 'Andra tanken' });
  const planned = await remember();
  await world.move(new Date(), ideaId, 'PROJECT', 'ACTIVE');
  const begun = await remember();
  const today = new Date().toISOString().slice(0, 10);
  for (const [field, input] of [
    ['completeMilestone', { id: milestones[0].id, completedOn: today }],
    ['updateOutcome', { id: outcomes[0].id, status: 'DELIVERED' }],
    ['recordMeasurement', { indicatorId: indicators[0].id, on: today, value: '3.5' }],
    ['recordMeasurement', { indicatorId: indicators[0].id, on: '2026-01-02', value: '2' }],
  ] as const) {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { message } } }`;
    expect(await ask(document, { input })).toEqual({ [field]: { userErrors: [] } });
  }
  const done = await remember();
  const { id: projectId } = done.answer[0].idea.project;
  const of = { indicatorId: indicators[0].id, reason: 'Fel.' };
  const later = [];
  for (const [field, input] of [
    [
      'reviseProject',
      {
        id: projectId,
        reason: 'Sent.',
        endsOn: '2033-12-31',
        milestones: [{ id: milestones[0].id, completedOn: null, dueOn: '2029-01-01' }],
      },
    ],
    [
      'reviseProject',
      {
        id: projectId,
        reason: 'Nytt.',
        milestones: [{ title: { sv: 'Ny' }, dueOn: '2030-01-01' }],
        indicators: [{ id: indicators[0].id, drop: true }],
      },
    ],
    ['correctMeasurement', { ...of, on: today, value: '4' }],
    ['postStatusUpdate', { ideaId, health: 'AT_RISK', summary: { sv: 'Försenat.' } }],
    ['correctMeasurement', { ...of, on: '2026-01-02', value: null }],
  ] as const) {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { message } } }`;
    expect(await ask(document, { input })).toEqual({ [field]: { userErrors: [] } });
    later.push(await remember());
  }
  expect(later[4]!.answer[0].idea.project).toMatchObject({
    milestones: [{ dueOn: '2029-01-01', slipDays: 366, completedOn: null }, { title: 'Ny' }],
    indicators: [{ droppedAt: expect.any(String), measurements: [{ value: '4' }] }],
    revisions: [{ number: 1 }, { number: 2 }],
  });

  const codes = ({ answer: [warning] }: typeof planned) => warning.unmet.map(({ code }: { code: string }) => code);
  expect(unplanned.answer[0].idea.project).toBeNull();
  expect(codes(astray)).toContain('MILESTONES_PLANNED');
  expect(codes(planned)).not.toContain('MILESTONES_PLANNED');
  expect(planned.answer[0].idea.project).toMatchObject({
    milestones: [{ title: 'Inom', completedOn: null }],
    outcomes: [{ title: 'Andra tanken', status: 'PLANNED' }],
    indicators: [{ measurements: [] }],
  });
  expect(done.answer[0].idea.project).toMatchObject({
    milestones: [{ completedOn: today }],
    outcomes: [{ status: 'DELIVERED', deliveredOn: today }],
    indicators: [{ measurements: [{ value: '2' }, { value: '3.5' }] }],
  });
  expect(new Set([unplanned, planned, begun, done, ...later].map(({ results }) => JSON.stringify(results))).size).toBe(
    7,
  );
  for (const { asOf, answer, results } of [unplanned, astray, planned, begun, done, ...later]) {
    expect(await then(asOf)).toEqual(answer);
    expect(await resultsThen(asOf)).toEqual(results);
  }
});

it('a report tells each part of a plan as it stood, through plans made anew with ids, deletion, completion and return', async () => {
  const began = new Date('2026-01-01T00:00:00Z');
  const partner = await world.partner(began, 'omplanerare');
  const { id } = await world.idea(began, partner);
  const call = await world.call(began, 'PLAN-2', { deadlines: [{ at: new Date(Date.now() + 60 * DAY) }] });
  await world.apply(began, id, call);
  await world.move(began, id, 'FUNDING_APPLICATION', 'ACTIVE');
  const remembered = async () => {
    await delay(5);
    const asOf = new Date().toISOString();
    await delay(5);
    const [{ idea }] = (await ask(THEN, { asOf, filter: { partners: [partner] } })).pipeline.deadlines;
    return { asOf, project: idea.project };
  };
  const planned = async (milestones: object[], outcomes: object[], indicators: object[]) => {
    const dates = { startsOn: '2027-01-01', endsOn: '2032-12-31', budget: { amount: '1.00', currency: 'SEK' } };
    const { planProject } = await ask(PLAN, { input: { ideaId: id, ...dates, milestones, outcomes, indicators } });
    expect(planProject.userErrors).toEqual([]);
    return planProject.project;
  };
  const run = async (mutation: string, input: object) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`;
    expect(await ask(document, { input })).toEqual({ [mutation]: { userErrors: [] } });
  };

  const [boat, quay] = [
    { title: { sv: 'Båten' }, dueOn: '2028-01-01' },
    { title: { sv: 'Kajen', en: 'The quay' }, dueOn: '2029-01-01' },
  ];
  const tug = { kind: 'PRODUCT', title: { sv: 'Bogserbåt' }, environmentalObjectives: ['CIRCULAR_ECONOMY'] };
  const yards = { code: 'RCO 10', name: { sv: 'Varv' }, unit: 'varv', target: '5' };
  const first = await planned([boat, quay], [tug], [yards]);
  const [b, q] = first.milestones.map((part: { id: string }) => part.id);
  const [t, y] = [first.outcomes[0].id, first.indicators[0].id];
  const moments = [await remembered()];
  const renamed = { id: t, ...tug, title: { sv: 'Bogserbåt', en: 'Tug' }, environmentalObjectives: [] };
  await planned([{ id: b, ...boat, dueOn: '2028-02-01' }, quay], [renamed], [{ id: y, ...yards, baseline: '1' }]);
  moments.push(await remembered());
  const later = { id: b, ...boat, title: { sv: 'Båten i sjön' }, dueOn: '2028-03-01' };
  await planned([later, { title: { sv: 'Ny' }, dueOn: '2030-01-01' }], [renamed], []);
  moments.push(await remembered());
  await planned([{ ...later, dueOn: '2028-04-01' }], [{ ...renamed, kind: 'SERVICE' }], [yards]);
  moments.push(await remembered());
  await world.move(new Date(), id, 'PROJECT', 'ACTIVE');
  await run('updateOutcome', { id: t, status: 'IN_DEVELOPMENT' });
  moments.push(await remembered());
  await run('updateOutcome', { id: t, status: 'PLANNED' });
  await world.move(new Date(), id, 'FUNDING_APPLICATION', 'ACTIVE');
  const last = await planned([later], [], []);
  moments.push(await remembered());
  await world.move(new Date(), id, 'PROJECT', 'ACTIVE');
  await run('completeMilestone', { id: last.milestones[0].id, completedOn: new Date().toISOString().slice(0, 10) });
  moments.push(await remembered());

  const told = moments.map(({ project: { milestones, outcomes, indicators } }) => ({
    milestones: milestones.map((part: any) => [
      part.id === b || part.id === q ? 'first' : 'new',
      part.dueOn,
      part.title,
    ]),
    outcomes: outcomes.map((part: any) => [part.id === t, part.kind, part.status, part.environmentalObjectives.length]),
    indicators: indicators.map((part: any) => [part.id === y, part.baseline]),
  }));
  const old = (day: string, title = 'Båten') => ['first', day, title];
  expect(told).toEqual([
    {
      milestones: [old('2028-01-01'), old('2029-01-01', 'Kajen')],
      outcomes: [[true, 'PRODUCT', 'PLANNED', 1]],
      indicators: [[true, null]],
    },
    {
      milestones: [old('2028-02-01'), old('2029-01-01', 'Kajen')],
      outcomes: [[true, 'PRODUCT', 'PLANNED', 0]],
      indicators: [[true, '1']],
    },
    {
      milestones: [old('2028-03-01', 'Båten i sjön'), ['new', '2030-01-01', 'Ny']],
      outcomes: [[true, 'PRODUCT', 'PLANNED', 0]],
      indicators: [],
    },
    {
      milestones: [old('2028-04-01', 'Båten i sjön')],
      outcomes: [[true, 'SERVICE', 'PLANNED', 0]],
      indicators: [[false, null]],
    },
    {
      milestones: [old('2028-04-01', 'Båten i sjön')],
      outcomes: [[true, 'SERVICE', 'IN_DEVELOPMENT', 0]],
      indicators: [[false, null]],
    },
    { milestones: [old('2028-03-01', 'Båten i sjön')], outcomes: [], indicators: [] },
    { milestones: [old('2028-03-01', 'Båten i sjön')], outcomes: [], indicators: [] },
  ]);
  for (const { asOf, project } of moments) {
    const { pipeline } = await ask(THEN, { asOf, filter: { partners: [partner] } });
    expect(pipeline.deadlines[0].idea.project).toEqual(project);
  }
});

it('an idea that such a report leads to has the age it had then, and stands before its gate as it stood', async () => {
  const began = new Date('2026-01-01T00:00:00Z');
  const partner = await world.partner(began, 'framtidare');
  const call = await world.call(began, 'THEN-1', { deadlines: [{ at: new Date('2026-06-01T12:00:00Z') }] });
  const { id } = await world.idea(began, partner);
  await world.apply(began, id, call);
  await world.move(began, id, 'CONSORTIUM', 'ACTIVE');
  const document = `query ($asOf: DateTime, $filter: IdeaFilter) { pipeline(asOf: $asOf, filter: $filter) {
    deadlines(within: 365) { daysLeft idea { id daysInStage readiness { requirements { code met } } } } } }`;
  const { pipeline } = await ask(document, { asOf: '2026-01-11T12:00:00Z', filter: { partners: [partner] } });
  const targeted = expect.objectContaining({ code: 'CALL_TARGETED', met: true });
  const readiness = { requirements: expect.arrayContaining([targeted]) };
  expect(pipeline.deadlines).toEqual([{ daysLeft: 141, idea: { id, daysInStage: 10, readiness } }]);
  const { idea } = await ask('query ($id: ID!) { idea(id: $id) { readiness { requirements { code met } } } }', { id });
  expect(idea.readiness.requirements).toContainEqual({ code: 'CALL_TARGETED', met: false });
});
