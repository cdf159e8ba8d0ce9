import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import {
  CONFIDENTIAL_REQUIREMENTS,
  readinessOf,
  RequirementCode,
  requirementsFrom,
  unmetRequirements,
} from '../../../src/ideas/gates/gates.js';
import { GATE_POLICY } from '../../../src/programmes/gate-policy.js';
import { Stage } from '../../../src/ideas/stages.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import * as fc from '../../support/properties.js';
import { aCall, aMember, anApplication, anIdea, aProject, TODAY } from '../../support/rows/gate-facts.js';

describe('the gates of the path', () => {
  it("list every requirement once, in the contract's order", () => {
    expect(wordsOf(Stage).flatMap(requirementsFrom)).toEqual(wordsOf(RequirementCode));
  });

  it.each(['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION'] as const)(
    'let an idea on from %s that has it all',
    stage => {
      const readiness = readinessOf(anIdea({ stage }), TODAY)!;
      expect(readiness.requirements.filter(({ met }) => !met)).toEqual([]);
      expect(readiness).toMatchObject({ from: stage, ready: true, progress: 1 });
    },
  );

  it('end with the project, which has no gate ahead', () => {
    expect(readinessOf(anIdea({ stage: 'PROJECT' }), TODAY)).toBeNull();
    expect(unmetRequirements(anIdea({ stage: 'PROJECT' }), TODAY)).toEqual([]);
  });

  it('hold an empty idea back with everything that is missing, in both languages', () => {
    const empty = {
      title: { sv: '' },
      summary: { sv: ' ' },
      challenge: null,
      focusAreaCount: 0,
      environmentalObjectives: [],
    };
    for (const stage of wordsOf(Stage)) {
      const unmet = unmetRequirements(anIdea({ stage, ...empty, members: [], applications: [], project: null }), TODAY);
      expect(unmet.map(({ code }) => code)).toEqual(requirementsFrom(stage));
      for (const { message } of unmet)
        expect([message.sv, message.en]).toEqual([expect.any(String), expect.any(String)]);
    }
  });

  it('read the same from JSON as from entities', () => {
    const facts = anIdea({
      stage: 'CONSORTIUM',
      applications: [anApplication({ call: aCall({ opensAt: new Date('2026-10-01') }) })],
    });
    expect(readinessOf(JSON.parse(JSON.stringify(facts)), TODAY.toISOString())).toEqual(readinessOf(facts, TODAY));
  });

  it('can hold ideas to other numbers for another programme', () => {
    const policy = { ...GATE_POLICY, minPartners: 4 };
    const unmet = unmetRequirements(anIdea({ stage: 'CONSORTIUM', policy }), TODAY);
    expect(unmet).toMatchObject([{ code: 'ENOUGH_PARTNERS', actual: '3', required: '4' }]);
  });
});

describe('readiness shown to those who may not see letters of intent or money', () => {
  const unsigned = anIdea({
    stage: 'CONSORTIUM',
    members: anIdea().members.map(each => ({ ...each, letterOfIntent: null })),
  });

  it('names what it withholds, and says neither ready nor not when all the rest is met', () => {
    const signed = anIdea({ stage: 'CONSORTIUM' });
    expect(readinessOf(unsigned, TODAY)).toMatchObject({ ready: false, withheld: [] });
    expect(readinessOf(signed, TODAY)).toMatchObject({ ready: true, withheld: [] });
    for (const idea of [unsigned, signed]) {
      const shown = readinessOf(idea, TODAY, { leaveOut: CONFIDENTIAL_REQUIREMENTS })!;
      expect(shown).toMatchObject({ ready: null, progress: 5 / 6, withheld: ['LETTERS_OF_INTENT'] });
      expect(shown.requirements.map(({ code }) => code)).not.toContain('LETTERS_OF_INTENT');
    }
  });

  it('says that it is not ready when something that is shown is not met', () => {
    const lonely = anIdea({ stage: 'CONSORTIUM', members: [] });
    expect(readinessOf(lonely, TODAY, { leaveOut: CONFIDENTIAL_REQUIREMENTS })).toMatchObject({ ready: false });
  });

  it('tells nothing of the budget before a project', () => {
    const idea = anIdea({ stage: 'FUNDING_APPLICATION' });
    const shown = readinessOf(idea, TODAY, { leaveOut: CONFIDENTIAL_REQUIREMENTS })!;
    expect(shown.requirements.map(({ code }) => code)).not.toContain('BUDGET_COVERED');
  });
});

describe('progress', () => {
  const anyFacts: fc.Arbitrary<GateFacts> = fc.record({
    policy: fc.constantFrom(GATE_POLICY, { ...GATE_POLICY, minPartners: 5, projectMinYears: 3 }),
    stage: fc.constantFrom('CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION'),
    title: fc.constantFrom({ sv: '' }, { sv: 'Titel' }),
    summary: fc.record({ sv: fc.string({ maxLength: 120 }) }),
    challenge: fc.constantFrom(null, { sv: 'Utmaning' }),
    focusAreaCount: fc.nat(2),
    environmentalObjectives: fc.constantFrom([], ['CIRCULAR_ECONOMY'] as const),
    technologyReadinessLevel: fc.option(fc.integer({ min: 1, max: 9 })),
    members: fc.array(
      fc
        .record({
          role: fc.constantFrom('COORDINATOR', 'BENEFICIARY', 'ASSOCIATED_PARTNER'),
          letterOfIntent: fc.constantFrom('NONE', 'SIGNED'),
          sector: fc.constantFrom('ACADEMIA', 'BUSINESS_SME', 'PUBLIC'),
        })
        .map(aMember),
      { maxLength: 5 },
    ),
    applications: fc.array(fc.record({ status: fc.constantFrom('DRAFT', 'GRANTED', 'WITHDRAWN') }).map(anApplication), {
      maxLength: 3,
    }),
    project: fc.option(fc.record({ outcomeCount: fc.nat(1) }).map(aProject)),
  });

  it('is the requirements shown as met over all of the gate, and 1 exactly when the idea is known to be ready', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray(wordsOf(RequirementCode)), (facts, leaveOut) => {
        const { progress, ready, requirements, withheld } = readinessOf(facts, TODAY, { leaveOut })!;
        const met = requirements.filter(each => each.met).length;
        expect(progress).toBe(met / (requirements.length + withheld.length));
        expect(ready === true).toBe(progress === 1);
        expect(ready === false).toBe(met < requirements.length);
        expect(requirements.length - met).toBe(unmetRequirements(facts, TODAY, { leaveOut }).length);
      }),
    );
  });
});
