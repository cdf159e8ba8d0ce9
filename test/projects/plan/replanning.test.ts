import { SYSTEM } from '../../../src/shared/viewer.js';
import { at } from '../../../src/shared/time/clock.js';
import { activityOf } from '../../support/rows/activity-of.js';
import { askAt } from '../../support/service/ask-at.js';
import { Make } from '../../support/make/make.js';
import { aPlan } from '../../support/make/make-idea.js';
import { type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const NOW = new Date('2026-07-01T12:00:00Z');
const PLAN = `mutation ($input: PlanProjectInput!) { planProject(input: $input) {
  project { milestones { id title(locale: EN) dueOn }
    outcomes { id kind title environmentalObjectives }
    indicators { id code unit baseline target } }
  idea { version updatedAt }
  userErrors { code message path } } }`;

const BOAT = { title: { sv: 'Första båten', en: 'The first boat' }, dueOn: '2028-06-30' };
const QUAY = { title: { sv: 'Kajen' }, dueOn: '2029-06-30' };
const TUG = { kind: 'PRODUCT', title: { sv: 'En bogserbåt' }, environmentalObjectives: ['CIRCULAR_ECONOMY'] };
const YARDS = { code: 'RCO 10', name: { sv: 'Varv' }, unit: 'varv', baseline: '0', target: '12.50' };
const TONNES = { code: 'RCR 29', name: { sv: 'Utsläpp' }, unit: 'ton', target: '3' };

async function plan(ideaId: string, changes: object) {
  const input = { ideaId, ...aPlan(), ...changes };
  return (await askAt<{ planProject: any }>(service, { moment: NOW, viewer: SYSTEM }, PLAN, { input })).planProject;
}

/** An idea with two milestones, an outcome and two indicators, and the ids of these. */
async function aPlannedIdea() {
  const { id: ideaId } = await at(NOW, () => make.idea({ stage: 'FUNDING_APPLICATION', bare: true }));
  const parts = { milestones: [BOAT, QUAY], outcomes: [TUG], indicators: [YARDS, TONNES] };
  const { project, idea, userErrors } = await plan(ideaId, parts);
  expect(userErrors).toEqual([]);
  const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);
  const [boat, quay] = idsOf(project.milestones) as [string, string];
  const [tug] = idsOf(project.outcomes) as [string];
  const [yards, tonnes] = idsOf(project.indicators) as [string, string];
  return { ideaId, parts, idea, project, boat, quay, tug, yards, tonnes };
}

const happened = async (ideaId: string) =>
  (await activityOf(service.database, ideaId)).filter(({ kind }) => kind.startsWith('PROJECT'));

describe('a plan made anew', () => {
  it('changes a part that is given with its id where it stands, tells of that part alone and leaves the others', async () => {
    const { ideaId, parts, project, boat, quay, tug, yards, tonnes } = await aPlannedIdea();
    const again = await plan(ideaId, {
      milestones: [
        { id: quay, ...QUAY },
        { id: boat, title: { ...BOAT.title, en: 'The first tug' }, dueOn: BOAT.dueOn },
      ],
      outcomes: [{ id: tug, ...TUG, kind: 'SOLUTION' }],
      indicators: [
        { id: yards, ...YARDS, target: '13' },
        { id: tonnes, ...TONNES },
      ],
    });
    expect(again.userErrors).toEqual([]);
    expect(again.project).toEqual({
      milestones: [{ ...project.milestones[0], title: 'The first tug' }, project.milestones[1]],
      outcomes: [{ ...project.outcomes[0], kind: 'SOLUTION' }],
      indicators: [{ ...project.indicators[0], target: '13' }, project.indicators[1]],
    });
    const told = (await happened(ideaId)).slice(0, -1).map(({ kind, subject, changes }) => [kind, subject, changes]);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        ['PROJECT_UPDATED', boat, { title: { before: { en: 'The first boat' }, after: { en: 'The first tug' } } }],
        ['PROJECT_UPDATED', tug, { kind: { before: 'PRODUCT', after: 'SOLUTION' } }],
        ['PROJECT_UPDATED', yards, { target: { before: parts.indicators[0]!.target, after: '13' } }],
      ]),
    );
  });

  it('adds what has no id, takes away what is left out, and tells what the parts that stay said before', async () => {
    const { ideaId, boat, quay, project } = await aPlannedIdea();
    const harbour = { title: { sv: 'Hamnen' }, dueOn: '2030-06-30' };
    const again = await plan(ideaId, {
      milestones: [{ id: quay, title: { sv: 'Kajen', en: 'The quay' }, dueOn: '2029-07-31' }, harbour],
      outcomes: [TUG],
      indicators: [YARDS, TONNES],
    });
    const [, added] = again.project.milestones;
    expect(again.project.milestones).toEqual([
      { id: quay, title: 'The quay', dueOn: '2029-07-31' },
      { id: expect.any(String), title: 'Hamnen', dueOn: '2030-06-30' },
    ]);
    expect([boat, quay]).not.toContain(added.id);
    expect([again.project.outcomes, again.project.indicators]).toEqual([project.outcomes, project.indicators]);
    const whole = (await happened(ideaId)).find(({ changes }) => 'milestones' in changes)!;
    expect(Object.keys(whole.changes)).toEqual(['milestones']);
    expect(whole.changes['milestones']).toEqual({
      before: [
        { id: boat, ...BOAT },
        { id: quay, title: { sv: 'Kajen', en: null }, dueOn: '2029-06-30' },
      ],
      after: [
        { id: quay, title: { sv: 'Kajen', en: 'The quay' }, dueOn: '2029-07-31' },
        { id: added.id, title: { sv: 'Hamnen', en: null }, dueOn: '2030-06-30' },
      ],
    });
  });

  it('that says the same of every part, with ids or without, changes nothing: no activity, no version', async () => {
    const { ideaId, parts, boat, quay, tug, yards, tonnes } = await aPlannedIdea();
    const before = await stored(service.database);
    const named = {
      milestones: [{ id: quay, ...QUAY }, BOAT],
      outcomes: [{ id: tug, ...TUG, title: { sv: ' En bogserbåt ' } }],
      indicators: [
        { id: tonnes, ...TONNES, target: '3.00' },
        { id: yards, ...YARDS, baseline: '0.0', target: '12.5' },
      ],
    };
    for (const same of [named, parts, { ...named, milestones: [QUAY, { id: boat, ...BOAT }] }]) {
      expect(await plan(ideaId, same)).toMatchObject({ userErrors: [] });
      expect(await stored(service.database)).toEqual(before);
    }
  });

  it('may give an indicator the code of another that gives it up, or goes', async () => {
    const { ideaId, parts, yards, tonnes } = await aPlannedIdea();
    const turned = [
      { id: yards, ...YARDS, code: TONNES.code },
      { id: tonnes, ...TONNES, code: YARDS.code, target: '4' },
    ];
    expect(await plan(ideaId, { ...parts, indicators: turned })).toMatchObject({
      project: { indicators: [{ id: tonnes }, { id: yards }] },
      userErrors: [],
    });
    const taken = [
      { ...YARDS, unit: 'kajer' },
      { id: yards, ...YARDS, code: 'RCO 84' },
    ];
    expect(await plan(ideaId, { ...parts, indicators: taken })).toMatchObject({
      project: { indicators: [{ unit: 'kajer' }, { id: yards, code: 'RCO 84' }] },
      userErrors: [],
    });
    const [{ id: quays }] = (await plan(ideaId, { ...parts, indicators: taken })).project.indicators;
    const gone = [{ id: quays, ...YARDS, code: 'RCO 84', unit: 'kajer' }];
    expect(await plan(ideaId, { ...parts, indicators: gone })).toMatchObject({
      project: { indicators: [{ id: quays, code: 'RCO 84' }] },
      userErrors: [],
    });
  });

  it('names the place of an id that is unknown, of another kind, of another project or given twice, and changes nothing', async () => {
    const [mine, other] = [await aPlannedIdea(), await aPlannedIdea()];
    const before = await stored(service.database);
    const { project, userErrors } = await plan(mine.ideaId, {
      milestones: [
        { id: mine.boat, ...BOAT, dueOn: '2028-07-01' },
        { id: other.quay, ...QUAY },
        { id: mine.boat, ...QUAY },
        { id: mine.tug, ...QUAY },
      ],
      outcomes: [{ id: 'outcome_01m87pnq7efews6qmqzjyx71kd', ...TUG }],
      indicators: [
        { id: other.yards, ...YARDS },
        { id: '', ...TONNES },
      ],
    });
    expect(project).toBeNull();
    expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual([
      ['NOT_FOUND', 'milestones', '1', 'id'],
      ['INVALID', 'milestones', '2', 'id'],
      ['NOT_FOUND', 'milestones', '3', 'id'],
      ['NOT_FOUND', 'outcomes', '0', 'id'],
      ['NOT_FOUND', 'indicators', '0', 'id'],
      ['NOT_FOUND', 'indicators', '1', 'id'],
    ]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('has no ids the first time', async () => {
    const { id } = await at(NOW, () => make.idea({ stage: 'FUNDING_APPLICATION', bare: true }));
    const { boat } = await aPlannedIdea();
    const { userErrors } = await plan(id, { milestones: [{ id: boat, ...BOAT }] });
    expect(userErrors).toEqual([
      { code: 'NOT_FOUND', message: 'Planen har ingen sådan del.', path: ['milestones', '0', 'id'] },
    ]);
  });
});
