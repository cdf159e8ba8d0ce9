import { SYSTEM, type Viewer } from '../../src/shared/viewer.js';
import { at } from '../../src/shared/time/clock.js';
import { activityOf } from '../support/rows/activity-of.js';
import { askAt, codesAt, expectRefused, inputOf, type Refusing } from '../support/service/ask-at.js';
import { Make } from '../support/make/make.js';
import { aPlan } from '../support/make/make-idea.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const BEGAN = new Date('2026-12-01T09:00:00Z');
const NOW = new Date('2028-07-01T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const REASON = 'Varvet levererar senare.';

const PROJECT = `project { id version startsOn endsOn progress budget { amount currency }
  baseline { startsOn endsOn budget { amount currency } at }
  milestones { id title(locale: EN) dueOn firstDueOn slipDays completedOn droppedAt overdue }
  outcomes { id kind title droppedAt }
  indicators { id code target baseline droppedAt latest measurements { on value } }
  revisions { number at by { name } reason reference decidedOn changes { field before after } } }`;

interface Answer {
  project: any;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

async function change(mutation: string, input: object, moment = NOW, viewer: Viewer = SYSTEM): Promise<Answer> {
  const { done } = await askAt<{ done: Answer }>(
    service,
    { moment, viewer },
    `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { ${PROJECT} userErrors { code message path } } }`,
    { input },
  );
  return done;
}

/** The same, expected to be refused with one code at one path, and to change nothing. */
const expectRefusal = (refusing: Refusing, ...attempt: Parameters<typeof change>) =>
  expectRefused(service.database, refusing, 'project', () => change(...attempt));

const read = async (ideaId: string, viewer: Viewer = SYSTEM) => {
  const { idea } = await askAt(service, { moment: NOW, viewer }, `query ($id: ID!) { idea(id: $id) { ${PROJECT} } }`, {
    id: ideaId,
  });
  return idea.project;
};

/** A project that runs since 2027, with one of each part. */
async function aProject() {
  const idea = await at(BEGAN, () => make.idea({ stage: 'PROJECT', visibility: 'PUBLIC' }));
  const { milestones, outcomes, indicators } = await read(idea.id);
  const ids = { milestone: milestones[0].id, outcome: outcomes[0].id, indicator: indicators[0].id };
  const revise = (amendment: object, moment = NOW, viewer: Viewer = SYSTEM) =>
    change('reviseProject', { id: idea.projectId, reason: REASON, ...amendment }, moment, viewer);
  const refused = (expected: Parameters<typeof expectRefusal>[0], amendment: object) =>
    expectRefusal(expected, 'reviseProject', { id: idea.projectId, reason: REASON, ...amendment });
  return { idea, ids, revise, refused };
}

describe('an amendment', () => {
  it('changes dates, budget and parts in one go for one reason, and keeps what was planned', async () => {
    const { idea, ids, revise } = await aProject();
    const budget = { amount: '14500000.00', currency: 'SEK' };
    const { project, userErrors } = await revise({
      ...{ endsOn: '2032-12-31', budget, reference: 'ÄB-2028-17', decidedOn: '2028-06-20' },
      milestones: [
        { id: ids.milestone, dueOn: '2029-01-31' },
        { title: { sv: 'Andra båten', en: 'The second boat' }, dueOn: '2032-06-30' },
      ],
      outcomes: [
        { id: ids.outcome, drop: true },
        { kind: 'SERVICE', title: { sv: 'Laddning i hamnen' } },
      ],
      indicators: [{ id: ids.indicator, target: '15' }],
    });
    expect(userErrors).toEqual([]);
    expect(project).toMatchObject({
      ...{ startsOn: '2027-01-01', endsOn: '2032-12-31', budget },
      baseline: { startsOn: '2027-01-01', endsOn: '2031-12-31', budget: { amount: '12000000.00', currency: 'SEK' } },
      milestones: [
        { id: ids.milestone, dueOn: '2029-01-31', firstDueOn: '2028-06-30', slipDays: 215, overdue: false },
        { title: 'The second boat', dueOn: '2032-06-30', firstDueOn: '2032-06-30', slipDays: 0 },
      ],
      outcomes: [
        { id: ids.outcome, droppedAt: NOW.toISOString() },
        { kind: 'SERVICE', droppedAt: null },
      ],
      indicators: [{ code: 'RCO 10', target: '15', baseline: '0' }],
    });
    const [revision, ...others] = project.revisions;
    expect(others).toEqual([]);
    expect(revision).toMatchObject({ number: 1, at: NOW.toISOString(), reason: REASON, by: { name: SYSTEM.name } });
    expect(revision).toMatchObject({ reference: 'ÄB-2028-17', decidedOn: '2028-06-20' });
    const fields = revision.changes.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['budget', 'endsOn', 'indicators', 'milestones', 'outcomes']);

    const [told, before] = await activityOf(service.database, idea.id);
    expect(told).toMatchObject({
      ...{ kind: 'PROJECT_REVISED', subject: idea.projectId, idea: idea.id, reason: REASON },
      changes: {
        endsOn: { before: '2031-12-31', after: '2032-12-31' },
        reference: { before: null, after: 'ÄB-2028-17' },
        milestones: {
          before: [{ id: ids.milestone, dueOn: '2028-06-30' }],
          after: [{ id: ids.milestone, dueOn: '2029-01-31', firstDueOn: '2028-06-30' }, { dueOn: '2032-06-30' }],
        },
      },
    });
    expect(before!.kind).toBe('IDEA_ADVANCED');
  });

  it('leaves the baseline as it was at the first step into the project, and when each milestone was first due', async () => {
    const { idea, ids, revise } = await aProject();
    const { baseline } = await read(idea.id);
    expect(baseline.at).toBe(BEGAN.toISOString());
    for (const [index, dueOn] of ['2029-01-01', '2028-01-01', '2028-06-30'].entries())
      await revise({ milestones: [{ id: ids.milestone, dueOn }] }, later(-index));
    const when = { moment: NOW, viewer: SYSTEM };
    await codesAt(service, when, 'returnIdea', { id: idea.id, to: 'FUNDING_APPLICATION', reason: REASON });
    expect(await revise({ endsOn: '2033-12-31' })).toMatchObject({ userErrors: [] });
    expect(await codesAt(service, when, 'advanceIdea', { id: idea.id })).toEqual([]);
    const project = await read(idea.id);
    expect(project.baseline).toEqual(baseline);
    expect(project.milestones).toMatchObject([{ firstDueOn: '2028-06-30', slipDays: 0 }]);
    expect(project.revisions.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('that says nothing new is none', async () => {
    const { idea, ids, revise } = await aProject();
    const before = await read(idea.id);
    const same = { endsOn: '2031-12-31', milestones: [{ id: ids.milestone, dueOn: '2028-06-30', drop: false }] };
    const { project, userErrors } = await revise({ ...same, indicators: [{ id: ids.indicator, target: '12.0' }] });
    expect(userErrors).toEqual([]);
    expect(project).toEqual(before);
  });

  it('builds on the version it has read', async () => {
    const { idea, revise, refused } = await aProject();
    const { version } = await read(idea.id);
    const { project } = await revise({ expectedVersion: version, endsOn: '2032-12-31' });
    expect(project.version).toBe(version + 1);
    await refused(['CONFLICT', ['expectedVersion']], { expectedVersion: version, endsOn: '2033-12-31' });
  });

  it.each<[string, object, [string, string[], string?]]>([
    ['a reason', { reason: ' ', endsOn: '2032-12-31' }, ['REQUIRED', ['reason']]],
    ['a decision that has been made', { decidedOn: '2028-08-01' }, ['INVALID', ['decidedOn']]],
    ['an end after its beginning', { endsOn: '2026-12-31' }, ['INVALID', ['endsOn']]],
    [
      'five years at least',
      { endsOn: '2031-12-30' },
      ['INVALID', ['endsOn'], '1 januari 2027 – 30 december 2031 är 4,99 år; ett projekt ska vara 5–10 år.'],
    ],
    ['ten years at most', { startsOn: '2026-01-01', endsOn: '2036-01-01' }, ['INVALID', ['endsOn']]],
    [
      'a due day for a new milestone',
      { milestones: [{ title: { sv: 'Ny' } }] },
      ['REQUIRED', ['milestones', '0', 'dueOn']],
    ],
    [
      'milestones inside its dates',
      { endsOn: '2032-12-31', milestones: [{ title: { sv: 'Ny' }, dueOn: '2033-01-01' }] },
      [
        'INVALID',
        ['milestones', '0', 'dueOn'],
        'Milstolpen ska ligga inom projekttiden 1 januari 2027 – 31 december 2032.',
      ],
    ],
    [
      'something to drop',
      { outcomes: [{ kind: 'PRODUCT', title: { sv: 'Ny' }, drop: true }] },
      ['INVALID', ['outcomes', '0', 'drop']],
    ],
    [
      'a code of its own for each indicator',
      { indicators: [{ code: 'RCO 10', name: { sv: 'Företag' }, unit: 'st', target: '1' }] },
      ['ALREADY_EXISTS', ['indicators']],
    ],
    [
      'parts that the plan has',
      { milestones: [{ id: 'milestone_01kb0000000000000000000000', dueOn: '2029-01-01' }] },
      ['NOT_FOUND', ['milestones', '0', 'id']],
    ],
    ['a budget of nothing at least', { budget: { amount: '-1', currency: 'SEK' } }, ['INVALID', ['budget', 'amount']]],
  ])('asks for %s', async (_, amendment, expected) => {
    const { refused } = await aProject();
    await refused(expected, amendment);
  });

  it('leaves no milestone that is still to be reached outside the dates, and tells which', async () => {
    const { ids, revise, refused } = await aProject();
    const shorter = { startsOn: '2028-12-01', endsOn: '2034-12-31' };
    const left = 'Milstolpar hamnar utanför projekttiden: 30 juni 2028. Flytta eller stryk dem i samma ändring.';
    await refused(['INVALID', ['endsOn'], left], shorter);
    await refused(['REQUIRED', ['milestones', '0', 'title']], {
      ...shorter,
      milestones: [{ id: ids.milestone, title: null }],
    });
    const moved = { ...shorter, milestones: [{ id: ids.milestone, drop: true }] };
    expect(await revise(moved)).toMatchObject({ userErrors: [], project: { startsOn: '2028-12-01' } });
  });

  it('may last longer where an administrator lets it, which is told', async () => {
    const { idea, revise, refused } = await aProject();
    const long = { endsOn: '2038-12-31' };
    const owner: Viewer = { ...SYSTEM, name: 'Techtank', role: 'PARTNER', partnerId: idea.ownerId };
    expect((await revise({ ...long, waiveDuration: true }, NOW, owner)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    await refused(['INVALID', ['endsOn']], { ...long, waiveDuration: false });
    const { project } = await revise({ ...long, waiveDuration: true });
    expect(project.revisions[0].changes).toContainEqual({ field: 'waiveDuration', before: null, after: true });
    expect(await revise({ budget: { amount: '1.00', currency: 'SEK' } }, NOW, owner)).toMatchObject({ userErrors: [] });
  });

  it('waits for the idea to become a project, and ends with it', async () => {
    const { id, projectId } = await at(BEGAN, () => make.idea({ stage: 'FUNDING_APPLICATION' }));
    const input = { id: projectId, reason: REASON, endsOn: '2032-12-31' };
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'reviseProject', input);
    const { project } = await change('planProject', { ideaId: id, ...aPlan() });
    expect(project).toMatchObject({ baseline: null, revisions: [] });
    const when = { moment: NOW, viewer: SYSTEM };
    expect(await codesAt(service, when, 'advanceIdea', { id })).toEqual([]);
    expect(await codesAt(service, when, 'pauseIdea', { id, reason: REASON })).toEqual([]);
    expect(await change('reviseProject', input)).toMatchObject({ userErrors: [] });
    expect(await codesAt(service, when, 'discontinueIdea', { id, reason: REASON })).toEqual([]);
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'reviseProject', { ...input, endsOn: '2033-12-31' });
  });

  it('is for those inside the idea to read', async () => {
    const { idea, revise } = await aProject();
    await revise({ endsOn: '2032-12-31' });
    const stranger: Viewer = { ...SYSTEM, name: 'Någon', role: null, partnerId: null };
    expect(await read(idea.id, stranger)).toMatchObject({ endsOn: '2032-12-31', revisions: [] });
  });
});

describe('a dropped part', () => {
  it('is neither planned nor overdue, and nothing of it is reached, until it is taken back', async () => {
    const { ids, revise } = await aProject();
    const drop = (value: boolean) =>
      revise({
        milestones: [{ id: ids.milestone, drop: value }],
        outcomes: [{ id: ids.outcome, drop: value }],
        indicators: [{ id: ids.indicator, drop: value }],
      });
    expect((await drop(true)).project).toMatchObject({
      milestones: [{ droppedAt: NOW.toISOString(), overdue: false }],
      progress: 0,
    });
    const attempts: [string, object][] = [
      ['completeMilestone', { id: ids.milestone, completedOn: '2028-06-30' }],
      ['updateOutcome', { id: ids.outcome, status: 'DELIVERED' }],
      ['recordMeasurement', { indicatorId: ids.indicator, on: '2028-06-30', value: '1' }],
    ];
    for (const [mutation, input] of attempts) await expectRefusal(['ILLEGAL_TRANSITION', null], mutation, input);
    expect((await drop(false)).project).toMatchObject({ milestones: [{ droppedAt: null, overdue: true }] });
    for (const [mutation, input] of attempts) expect(await change(mutation, input)).toMatchObject({ userErrors: [] });
  });

  it('counts at no gate when the idea is sent back', async () => {
    const { idea, ids, revise } = await aProject();
    await revise({ milestones: [{ id: ids.milestone, drop: true }], outcomes: [{ id: ids.outcome, drop: true }] });
    const when = { moment: NOW, viewer: SYSTEM };
    await codesAt(service, when, 'returnIdea', { id: idea.id, to: 'FUNDING_APPLICATION', reason: REASON });
    const { idea: found } = await askAt(
      service,
      when,
      'query ($id: ID!) { idea(id: $id) { readiness { requirements { code met } } } }',
      { id: idea.id },
    );
    expect(found.readiness.requirements).toEqual(
      expect.arrayContaining([
        { code: 'MILESTONES_PLANNED', met: false },
        { code: 'OUTCOMES_PLANNED', met: false },
      ]),
    );
  });

  it('is not what has been reached', async () => {
    const { ids, revise, refused } = await aProject();
    await change('completeMilestone', { id: ids.milestone, completedOn: '2028-06-30' });
    await refused(['ILLEGAL_TRANSITION', ['milestones', '0', 'drop']], {
      milestones: [{ id: ids.milestone, drop: true }],
    });
    const opened = { milestones: [{ id: ids.milestone, completedOn: null, drop: true }] };
    expect(await revise(opened)).toMatchObject({ userErrors: [] });
  });
});

describe('what was recorded by mistake', () => {
  it('a milestone is opened again, or its day corrected, with the reason in the history', async () => {
    const { idea, ids, revise, refused } = await aProject();
    const day = (completedOn: string | null) => ({ milestones: [{ id: ids.milestone, completedOn }] });
    await refused(['INVALID', ['milestones', '0', 'completedOn']], day('2028-06-01'));
    await change('completeMilestone', { id: ids.milestone, completedOn: '2028-06-30' });
    expect((await revise(day('2028-06-28'), later(1))).project).toMatchObject({
      milestones: [{ completedOn: '2028-06-28' }],
    });
    expect((await revise(day(null), later(2))).project).toMatchObject({
      progress: 0,
      milestones: [{ completedOn: null }],
    });
    expect((await activityOf(service.database, idea.id))[0]).toMatchObject({
      kind: 'PROJECT_REVISED',
      reason: REASON,
      changes: { milestones: { before: [{ completedOn: '2028-06-28' }], after: [{ id: ids.milestone }] } },
    });
    expect(await change('completeMilestone', { id: ids.milestone, completedOn: '2028-06-29' })).toMatchObject({
      userErrors: [],
    });
  });

  it('a measurement gets its right value, or is taken away', async () => {
    const { idea, ids } = await aProject();
    const of = { indicatorId: ids.indicator, on: '2028-06-01' };
    await change('recordMeasurement', { ...of, value: '12' });
    await change('recordMeasurement', { ...of, on: '2028-05-01', value: '3' });
    const reason = 'Siffran gällde hela länet.';
    const { project } = await change('correctMeasurement', { ...of, value: '2.5', reason });
    expect(project.indicators).toMatchObject([{ latest: '2.5', measurements: [{ value: '3' }, { value: '2.5' }] }]);
    expect((await activityOf(service.database, idea.id))[0]).toMatchObject({
      ...{ kind: 'MEASUREMENT_CORRECTED', subject: ids.indicator, reason },
      changes: { on: { before: of.on, after: of.on }, value: { before: '12', after: '2.5' } },
    });
    const { project: without } = await change('correctMeasurement', { ...of, value: null, reason });
    expect(without.indicators).toMatchObject([{ latest: '3', measurements: [{ on: '2028-05-01' }] }]);
    expect((await activityOf(service.database, idea.id))[0]).toMatchObject({
      ...{ kind: 'MEASUREMENT_CORRECTED', reason },
      changes: { on: { before: of.on, after: null }, value: { before: '2.5', after: null } },
    });
    await expectRefusal(['NOT_FOUND', ['on']], 'correctMeasurement', { ...of, value: '1', reason });
    await expectRefusal(['REQUIRED', ['reason']], 'correctMeasurement', {
      ...{ ...of, on: '2028-05-01', value: '1', reason: '' },
    });
    expect(await change('recordMeasurement', { ...of, value: '4' })).toMatchObject({ userErrors: [] });
  });
});
