import { SYSTEM } from '../../src/shared/viewer.js';
import { at } from '../../src/shared/time/clock.js';
import { activityOf } from '../support/rows/activity-of.js';
import { askAt, codesAt, expectRefused, inputOf, type Refusing } from '../support/service/ask-at.js';
import { Make } from '../support/make/make.js';
import { aPlan, type MadeIdea } from '../support/make/make-idea.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const NOW = new Date('2028-07-01T12:00:00Z');
const TODAY = '2028-07-01';

interface Answer {
  project: any;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

async function change(mutation: string, input: object, moment = NOW): Promise<Answer> {
  const { done } = await askAt<{ done: Answer }>(
    service,
    { moment, viewer: SYSTEM },
    `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) {
      project { id startsOn endsOn durationYears progress budget { amount currency }
        milestones { id title(locale: EN) dueOn completedOn overdue }
        outcomes { id kind title status deliveredOn environmentalObjectives }
        indicators { id code name unit baseline target latest measurements { on value } } }
      idea { id readiness { requirements { code met } } }
      userErrors { code message path } } }`,
    { input },
  );
  return done;
}

/** The same, expected to be refused with one code at one path, and to change nothing. */
const expectRefusal = (refusing: Refusing, ...attempt: Parameters<typeof change>) =>
  expectRefused(service.database, refusing, 'project', () => change(...attempt));

const plan = (ideaId: string, changes: object = {}, moment = NOW) =>
  change('planProject', { ideaId, ...aPlan(), ...changes }, moment);

/** An idea whose project runs since 2027, with its parts. */
async function aProject(): Promise<{ idea: MadeIdea; milestoneId: string; outcomeId: string; indicatorId: string }> {
  const idea = await at(new Date('2026-12-01T09:00:00Z'), () => make.idea({ stage: 'PROJECT' }));
  const { idea: found } = await askAt(
    service,
    { moment: NOW, viewer: SYSTEM },
    `query ($id: ID!) { idea(id: $id) { project { milestones { id } outcomes { id } indicators { id } } } }`,
    { id: idea.id },
  );
  const { milestones, outcomes, indicators } = found.project;
  return { idea, milestoneId: milestones[0].id, outcomeId: outcomes[0].id, indicatorId: indicators[0].id };
}

const unplanned = () => at(NOW, () => make.idea({ stage: 'FUNDING_APPLICATION', bare: true }));

describe('a plan', () => {
  it.each([
    ['2027-01-01', '2031-12-30', 4.99, false],
    ['2027-01-01', '2031-12-31', 5, true],
    ['2027-01-01', '2036-12-31', 10, true],
    ['2027-01-01', '2037-01-01', 10.01, false],
    ['2028-02-29', '2033-02-28', 5, true],
    ['2028-02-29', '2033-02-27', 4.99, false],
    ['2027-03-01', '2032-02-29', 5, true],
    ['2027-03-01', '2032-02-28', 4.99, false],
  ])(
    'from %s to %s lasts %s years, which is long enough and not too long: %s',
    async (startsOn, endsOn, years, met) => {
      const { id } = await unplanned();
      const { project } = await plan(id, { startsOn, endsOn });
      expect(project).toMatchObject({ startsOn, endsOn, durationYears: years });
      const { idea } = await askAt(
        service,
        { moment: NOW, viewer: SYSTEM },
        `query ($id: ID!) { idea(id: $id) { readiness { requirements { code met actual } } } }`,
        { id },
      );
      expect(idea.readiness.requirements).toContainEqual({ code: 'PROJECT_DURATION', met, actual: years.toFixed(2) });
    },
  );

  it('is answered as it was told, money with two decimals', async () => {
    const { id } = await unplanned();
    expect(await plan(id, { budget: { amount: '12000000.5', currency: 'EUR' } })).toMatchObject({
      project: {
        budget: { amount: '12000000.50', currency: 'EUR' },
        progress: 0,
        milestones: [{ title: 'The first boat launched', dueOn: '2028-06-30', completedOn: null, overdue: true }],
        outcomes: [{ kind: 'PRODUCT', status: 'PLANNED', deliveredOn: null }],
        indicators: [{ code: 'RCO 10', baseline: '0', target: '12', latest: null, measurements: [] }],
      },
      userErrors: [],
    });
  });

  it.each<[string, object, string, string[]]>([
    ['that ends before it begins', { endsOn: '2026-12-31' }, 'INVALID', ['endsOn']],
    ['of one day', { endsOn: '2027-01-01' }, 'INVALID', ['endsOn']],
    ['of less than nothing', { budget: { amount: '-1', currency: 'SEK' } }, 'INVALID', ['budget', 'amount']],
    ['of fractions of an öre', { budget: { amount: '1.005', currency: 'SEK' } }, 'INVALID', ['budget', 'amount']],
    [
      'with a nameless milestone',
      { milestones: [...aPlan().milestones, { title: { sv: ' ' }, dueOn: '2028-01-01' }] },
      'REQUIRED',
      ['milestones', '1', 'title', 'sv'],
    ],
    [
      'with an indicator without a unit',
      { indicators: [{ code: 'RCO 10', name: { sv: 'Företag' }, unit: '', target: '1' }] },
      'REQUIRED',
      ['indicators', '0', 'unit'],
    ],
    [
      'that measures the same twice',
      { indicators: [...aPlan().indicators, ...aPlan().indicators] },
      'ALREADY_EXISTS',
      ['indicators'],
    ],
    [
      'of more milestones than anyone reads',
      { milestones: Array.from({ length: 201 }, () => aPlan().milestones[0]) },
      'INVALID',
      ['milestones'],
    ],
  ])('%s is refused', async (_, changes, code, path) => {
    const { id } = await unplanned();
    await expectRefusal([code, path], 'planProject', { ideaId: id, ...aPlan(), ...changes });
  });

  it('is replaced whole by the next one, and both are told', async () => {
    const { id } = await unplanned();
    const { project: first } = await plan(id);
    const milestones = [
      { title: { sv: 'Prov till sjöss' }, dueOn: '2029-01-31' },
      { title: { sv: 'Beslut' }, dueOn: '2027-06-30' },
    ];
    const { project: second } = await plan(id, { endsOn: '2033-12-31', milestones, outcomes: [] });
    expect(second).toMatchObject({
      id: first.id,
      durationYears: 7,
      milestones: [{ dueOn: '2027-06-30' }, { dueOn: '2029-01-31' }],
      outcomes: [],
      indicators: [{ code: 'RCO 10' }],
    });
    const [updated, planned, ...others] = await activityOf(service.database, id);
    expect([planned, updated]).toMatchObject([
      {
        kind: 'PROJECT_PLANNED',
        subject: first.id,
        idea: id,
        changes: {
          startsOn: { before: null, after: '2027-01-01' },
          milestones: {
            before: [],
            after: [{ title: { sv: 'Första båten sjösatt', en: 'The first boat launched' }, dueOn: '2028-06-30' }],
          },
          outcomes: { before: [], after: [{ kind: 'PRODUCT', status: 'PLANNED' }] },
          indicators: { before: [], after: [{ code: 'RCO 10', unit: 'företag', baseline: '0', target: '12' }] },
        },
      },
      {
        kind: 'PROJECT_UPDATED',
        subject: first.id,
        idea: id,
        changes: {
          endsOn: { before: '2031-12-31', after: '2033-12-31' },
          milestones: { before: [{ dueOn: '2028-06-30' }], after: [{ dueOn: '2029-01-31' }, { dueOn: '2027-06-30' }] },
          outcomes: { before: [{ kind: 'PRODUCT' }], after: [] },
        },
      },
    ]);
    expect(updated!.changes).not.toHaveProperty('startsOn');
    expect(others.filter(({ kind }) => kind.startsWith('PROJECT') || kind.startsWith('MILESTONE'))).toEqual([]);
  });

  it('is one, however many plan at once', async () => {
    const { id: ideaId } = await unplanned();
    const when = { moment: NOW, viewer: SYSTEM };
    const plans = Array.from({ length: 8 }, () => codesAt(service, when, 'planProject', { ideaId, ...aPlan() }));
    expect((await Promise.all(plans)).flat()).toEqual([]);
    const rows = await service.database.query(
      'select m.id from milestone m join project p on p.id = m.project_id where p.idea_id = $1',
      [ideaId],
    );
    expect(rows).toHaveLength(1);
  });

  it('stays as it is once the idea is a project', async () => {
    const { idea } = await aProject();
    const message =
      'Projektet har börjat; planen ersätts inte längre. Markera milstolpar som nådda och uppdatera resultat i stället.';
    await expectRefusal(['ILLEGAL_TRANSITION', null, message], 'planProject', { ideaId: idea.id, ...aPlan() });
  });

  it('of an idea that was sent back is replaced if nothing of it is done, and kept if something is', async () => {
    const back = { to: 'FUNDING_APPLICATION', reason: 'Finansieringen drogs tillbaka.' };
    const when = { moment: NOW, viewer: SYSTEM };
    const [idle, busy] = [await aProject(), await aProject()];
    await change('recordMeasurement', { indicatorId: busy.indicatorId, on: TODAY, value: '1' });
    for (const { idea } of [idle, busy]) {
      expect(await codesAt(service, when, 'returnIdea', { id: idea.id, ...back })).toEqual([]);
    }
    expect(await plan(idle.idea.id)).toMatchObject({ userErrors: [] });
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'planProject', { ideaId: busy.idea.id, ...aPlan() });
  });
});

describe('a milestone', () => {
  it('is overdue from the day after until it is completed, which is progress', async () => {
    const { idea, milestoneId: id } = await aProject();
    const { project } = await change('completeMilestone', { id, completedOn: '2028-06-29' });
    expect(project).toMatchObject({
      progress: 1,
      milestones: [{ completedOn: '2028-06-29', dueOn: '2028-06-30', overdue: false }],
    });
    expect((await activityOf(service.database, idea.id))[0]).toMatchObject({
      kind: 'MILESTONE_COMPLETED',
      subject: id,
      idea: idea.id,
      changes: { completedOn: { before: null, after: '2028-06-29' } },
    });
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'completeMilestone', { id, completedOn: TODAY });
  });

  it.each([
    ['on its day in Sweden', '2028-06-30T21:59:59Z', false],
    ['on the day after', '2028-06-30T22:00:00Z', true],
  ])('%s is overdue: %s', async (_, moment, overdue) => {
    const { indicatorId } = await aProject();
    const input = { indicatorId, on: '2028-06-01', value: '1' };
    expect(await change('recordMeasurement', input, new Date(moment))).toMatchObject({
      project: { milestones: [{ overdue }] },
    });
  });

  it('is not completed on a day that has not begun in Sweden', async () => {
    const { milestoneId: id } = await aProject();
    const late = new Date('2028-07-01T21:59:59Z');
    await expectRefusal(['INVALID', ['completedOn']], 'completeMilestone', { id, completedOn: '2028-07-02' }, late);
    const begun = new Date('2028-07-01T22:00:00Z');
    const input = { id, completedOn: '2028-07-02' };
    expect(await change('completeMilestone', input, begun)).toMatchObject({ userErrors: [] });
  });
});

it('nothing is reached or measured before the first day of a project that has begun; one that lies ahead refuses nothing', async () => {
  const { milestoneId: id, indicatorId } = await aProject();
  const message = 'Dagen ligger före projektets första dag, 1 januari 2027.';
  await expectRefusal(['INVALID', ['completedOn'], message], 'completeMilestone', { id, completedOn: '2026-12-31' });
  await expectRefusal(['INVALID', ['on'], message], 'recordMeasurement', { indicatorId, on: '2026-12-31', value: '1' });
  const first = { indicatorId, on: '2027-01-01', value: '1' };
  expect(await change('recordMeasurement', first)).toMatchObject({ userErrors: [] });
  const early = { id, completedOn: '2026-12-20' };
  expect(await change('completeMilestone', early, new Date('2026-12-20T12:00:00Z'))).toMatchObject({ userErrors: [] });
});

describe('an outcome', () => {
  it('is developed and then delivered, today unless told otherwise', async () => {
    const { idea, outcomeId: id } = await aProject();
    expect(await change('updateOutcome', { id, status: 'IN_DEVELOPMENT' })).toMatchObject({
      project: { outcomes: [{ status: 'IN_DEVELOPMENT', deliveredOn: null }] },
    });
    expect(await change('updateOutcome', { id, status: 'DELIVERED' })).toMatchObject({
      project: { outcomes: [{ status: 'DELIVERED', deliveredOn: TODAY }] },
    });
    expect((await activityOf(service.database, idea.id)).slice(0, 2)).toMatchObject([
      { kind: 'OUTCOME_DELIVERED', subject: id, changes: { deliveredOn: { before: null, after: TODAY } } },
      { kind: 'PROJECT_UPDATED', subject: id, changes: { status: { before: 'PLANNED', after: 'IN_DEVELOPMENT' } } },
    ]);
    expect(await change('updateOutcome', { id, status: 'PLANNED' })).toMatchObject({
      project: { outcomes: [{ status: 'PLANNED', deliveredOn: null }] },
    });
  });

  it.each([
    ['a day without being delivered', { status: 'PLANNED', deliveredOn: TODAY }],
    ['a day ahead', { status: 'DELIVERED', deliveredOn: '2028-07-09' }],
  ])('has no %s', async (_, input) => {
    const { outcomeId: id } = await aProject();
    await expectRefusal(['INVALID', ['deliveredOn']], 'updateOutcome', { id, ...input });
  });
});

describe('an indicator', () => {
  it('has the value of the newest day as its latest, whenever it was recorded', async () => {
    const { idea, indicatorId } = await aProject();
    await change('recordMeasurement', { indicatorId, on: '2028-06-01', value: '7.125' });
    const { project } = await change('recordMeasurement', { indicatorId, on: '2028-01-01', value: '-3' });
    expect(project.indicators).toMatchObject([
      {
        latest: '7.125',
        measurements: [
          { on: '2028-01-01', value: '-3' },
          { on: '2028-06-01', value: '7.125' },
        ],
      },
    ]);
    expect((await activityOf(service.database, idea.id))[0]).toMatchObject({
      kind: 'INDICATOR_MEASURED',
      subject: indicatorId,
      idea: idea.id,
      changes: { on: { after: '2028-01-01' }, value: { after: '-3' } },
    });
  });

  it('is measured once a day, and not ahead', async () => {
    const { indicatorId } = await aProject();
    await change('recordMeasurement', { indicatorId, on: TODAY, value: '1' });
    await expectRefusal(['ALREADY_EXISTS', ['on']], 'recordMeasurement', { indicatorId, on: TODAY, value: '2' });
    await expectRefusal(['INVALID', ['on']], 'recordMeasurement', { indicatorId, on: '2028-08-01', value: '2' });
  });

  it('that does not exist is not found', async () => {
    const input = { indicatorId: 'indicator_01m87pnq7efews6qmqzjyx71kd', on: TODAY, value: '2' };
    await expectRefusal(['NOT_FOUND', ['indicatorId']], 'recordMeasurement', input);
  });
});

it('what a project does is told once it is one, and no more when its idea has ended', async () => {
  const idea = await at(NOW, () => make.idea({ stage: 'FUNDING_APPLICATION' }));
  const { milestoneId, outcomeId, indicatorId, idea: running } = await aProject();
  const [early] = await service.database.query<{ id: string }>('select id from milestone where project_id = $1', [
    idea.projectId,
  ]);
  await expectRefusal(
    ['ILLEGAL_TRANSITION', null, 'Idén är i steget ansökan. Projektet följs upp först när idén är i steget projekt.'],
    'completeMilestone',
    { id: early!.id, completedOn: TODAY },
  );
  const when = { moment: NOW, viewer: SYSTEM };
  expect(await codesAt(service, when, 'completeIdea', { id: running.id, reason: 'Klart.' })).toEqual([]);
  const attempts: [string, object][] = [
    ['completeMilestone', { id: milestoneId, completedOn: TODAY }],
    ['updateOutcome', { id: outcomeId, status: 'DELIVERED' }],
    ['recordMeasurement', { indicatorId, on: TODAY, value: '1' }],
    ['planProject', { ideaId: running.id, ...aPlan() }],
  ];
  for (const [mutation, input] of attempts) await expectRefusal(['ILLEGAL_TRANSITION', null], mutation, input);
});
