import {
  budgetCovered,
  milestonesPlanned,
  outcomesPlanned,
  projectDuration,
} from '../../src/projects/project-requirements.js';
import { GATE_POLICY } from '../../src/programmes/gate-policy.js';
import { aMember, anApplication, anIdea, aProject } from '../support/rows/gate-facts.js';

describe('a project of five to ten years', () => {
  it.each([
    ['2031-12-31', true, '5.00'],
    ['2031-12-30', false, '4.99'],
    ['2036-12-31', true, '10.00'],
    ['2037-01-01', false, '10.01'],
  ])('from 2027-01-01 may end on %s: %s', (endsOn, met, actual) => {
    const found = projectDuration(anIdea({ project: aProject({ endsOn }) }));
    expect(found).toMatchObject({ met, actual, required: '5.0–10.0' });
  });

  it('is told by its dates and its length', () => {
    const found = projectDuration(anIdea({ project: aProject({ endsOn: '2032-07-01' }) }));
    expect(found.message).toEqual({
      sv: '1 januari 2027 – 1 juli 2032 är 5,5 år; ett projekt ska vara 5–10 år.',
      en: '1 January 2027 – 1 July 2032 is 5.5 years; a project lasts 5–10 years.',
    });
  });

  it('is as long as its own programme wants, in quarters too', () => {
    const policy = { ...GATE_POLICY, projectMinYears: 2.5, projectMaxYears: 3 };
    const ending = (endsOn: string) => projectDuration(anIdea({ policy, project: aProject({ endsOn }) }));
    expect(ending('2029-06-30')).toMatchObject({ met: true, required: '2.5–3.0' });
    expect(ending('2029-06-29').met).toBe(false);
    expect(ending('2031-12-31').message).toMatchObject({
      sv: expect.stringContaining('ett projekt ska vara 2,5–3 år'),
      en: expect.stringContaining('a project lasts 2.5–3 years'),
    });
  });

  it('is not there before it is planned', () => {
    const unplanned = anIdea({ project: null });
    for (const rule of [budgetCovered, milestonesPlanned, outcomesPlanned]) {
      expect(rule(unplanned)).toMatchObject({ met: false, message: { en: 'The project is not planned.' } });
    }
    expect(projectDuration(unplanned)).toMatchObject({ met: false, actual: '0', required: '5.0–10.0' });
    expect(budgetCovered(unplanned)).toMatchObject({ actual: '0.00', required: '0.00' });
    expect(milestonesPlanned(unplanned)).toMatchObject({ actual: '0', required: '1' });
    expect(outcomesPlanned(unplanned)).toMatchObject({ actual: '0', required: '1' });
  });
});

describe('the budget', () => {
  it('is covered by grants and commitments to the last öre', () => {
    expect(budgetCovered(anIdea())).toMatchObject({
      met: true,
      actual: '12000000.00 SEK',
      required: '12000000.00 SEK',
      message: { en: 'The budget of SEK\u00a012,000,000 is covered.' },
    });
    const dearer = aProject({ budget: { amount: '12000000.01', currency: 'SEK' } });
    const found = budgetCovered(anIdea({ project: dearer }));
    expect(found.met).toBe(false);
    expect(found.message.en).toBe(
      'SEK\u00a00.01 of the budget of SEK\u00a012,000,000.01 is missing in grants and commitments in SEK.',
    );
  });

  it('is not covered by money in another currency', () => {
    const members = [aMember({ commitment: { amount: '9000000.00', currency: 'EUR' } })];
    expect(budgetCovered(anIdea({ members }))).toMatchObject({ met: false, actual: '10000000.00 SEK' });
  });

  it('is not covered by an application that is not granted', () => {
    const applications = [anApplication({ status: 'UNDER_REVIEW' })];
    expect(budgetCovered(anIdea({ applications }))).toMatchObject({ met: false, actual: '2000000.00 SEK' });
  });

  it('adds decimals exactly', () => {
    const members = ['0.10', '0.20'].map(amount => aMember({ commitment: { amount, currency: 'SEK' } }));
    const project = aProject({ budget: { amount: '0.3', currency: 'SEK' } });
    expect(budgetCovered(anIdea({ members, applications: [], project }))).toMatchObject({
      met: true,
      actual: '0.30 SEK',
    });
  });
});

describe('milestones and outcomes', () => {
  it('need one milestone at least, on a day of the project', () => {
    const dueOn = (...days: string[]) =>
      anIdea({ project: aProject({ milestones: days.map(day => ({ dueOn: day })) }) });
    expect(milestonesPlanned(dueOn())).toMatchObject({
      met: false,
      actual: '0',
      required: '1',
      message: { en: 'Plan at least one milestone.' },
    });
    expect(milestonesPlanned(dueOn('2027-01-01', '2031-12-31'))).toMatchObject({
      met: true,
      actual: '2',
      required: '2',
      message: { en: "2 milestones inside the project's dates." },
    });
    expect(milestonesPlanned(dueOn('2032-01-01', '2026-12-31')).message.en).toContain(
      '31 December 2026, 1 January 2032.',
    );
    expect(milestonesPlanned(dueOn('2026-12-31', '2028-01-01', '2032-01-01'))).toMatchObject({
      met: false,
      actual: '1',
      required: '3',
      message: {
        en: "2 milestones outside the project's dates 1 January 2027 – 31 December 2031: 31 December 2026, 1 January 2032.",
      },
    });
  });

  it('need one outcome at least', () => {
    expect(outcomesPlanned(anIdea())).toMatchObject({
      met: true,
      actual: '1',
      message: { sv: '1 resultat planerat.' },
    });
    expect(outcomesPlanned(anIdea({ project: aProject({ outcomeCount: 0 }) }))).toMatchObject({
      met: false,
      message: { sv: 'Planera minst en lösning, innovation, produkt eller tjänst.' },
    });
  });
});
