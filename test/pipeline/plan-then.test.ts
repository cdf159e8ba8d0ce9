import { setTimeout as delay } from 'node:timers/promises';
import { KEYS, type Service, startService } from '../support/service.js';
import { type World, worldOf } from '../support/world.js';

const DAY = 24 * 60 * 60 * 1000;
const PLAN = `mutation ($input: PlanProjectInput!) { planProject(input: $input) { userErrors { message }
  project { milestones { id } outcomes { id } indicators { id } } } }`;
const THEN = `query ($asOf: DateTime, $filter: IdeaFilter) { pipeline(asOf: $asOf, filter: $filter) {
  deadlines(within: 365) { unmet { code } idea { project { startsOn endsOn budget { amount currency }
    milestones { id title dueOn completedOn }
    outcomes { id kind title status environmentalObjectives deliveredOn }
    indicators { id code name unit baseline target measurements { on value } } } } } } }`;

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

/** What a report says of this moment, asked when the moment has passed and nothing else has happened yet. */
async function remember() {
  await delay(5);
  const asOf = new Date().toISOString();
  await delay(5);
  return { asOf, answer: await then(asOf) };
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
  for (const { asOf, answer } of [unplanned, astray, planned, begun, done]) expect(await then(asOf)).toEqual(answer);
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
