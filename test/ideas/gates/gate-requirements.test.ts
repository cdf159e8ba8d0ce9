import { type RequirementCode, requirementsFrom } from '../../../src/ideas/gates/gates.js';
import { AdvanceIdeaDocument } from '../../support/generated/graphql.js';
import { inputOf } from '../../support/service/ask-at.js';
import { Make } from '../../support/make/make.js';
import { aPlan, type MadeIdea } from '../../support/make/make-idea.js';
import { type Caller, KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let make: Make;
let partner: Caller;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
  partner = service.as(KEYS.partner);
});
afterAll(() => service.stop());

const advance = async ({ id }: MadeIdea) => (await partner.run(AdvanceIdeaDocument, { input: { id } })).advanceIdea;

/** Runs a mutation whose input is told, and expects it to be done. */
async function done(mutation: string, input: object, caller = partner): Promise<void> {
  const document = `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { userErrors { code message } } }`;
  const answer = await caller.run<any, object>(document, { input });
  expect(answer.done.userErrors).toEqual([]);
}

/** How the lack of each requirement is put right. */
const REMEDY: Record<RequirementCode, (idea: MadeIdea) => Promise<void>> = {
  DESCRIBED: ({ id }) => done('updateIdea', { id, challenge: { sv: 'Hamnens fartyg släpper ut mest.' } }),
  FOCUS_AREA_CHOSEN: ({ id }) => done('updateIdea', { id, focusAreas: ['tech'] }),
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: ({ id }) => done('updateIdea', { id, environmentalObjectives: ['CIRCULAR_ECONOMY'] }),
  COORDINATOR_APPOINTED: idea => done('updateMember', { id: idea.membershipIds[0], role: 'COORDINATOR' }),
  ENOUGH_PARTNERS: idea => done('updateMember', { id: idea.membershipIds[2], role: 'BENEFICIARY' }),
  SECTORS_REPRESENTED: async ({ id: ideaId }) => {
    const { id: partnerId } = await make.partner({ sector: 'CIVIL_SOCIETY' });
    await done('addMember', { ideaId, partnerId, role: 'BENEFICIARY', letterOfIntent: 'SIGNED' });
  },
  LETTERS_OF_INTENT: idea => done('updateMember', { id: idea.membershipIds[1], letterOfIntent: 'SIGNED' }),
  CALL_TARGETED: applyElsewhere,
  CALL_RULES_MET: applyElsewhere,
  APPLICATION_GRANTED: idea =>
    done('recordDecision', { id: idea.applicationId, granted: true }, service.as(KEYS.admin)),
  PROJECT_DURATION: planAnew,
  BUDGET_COVERED: planAnew,
  MILESTONES_PLANNED: planAnew,
  OUTCOMES_PLANNED: planAnew,
};

async function applyElsewhere({ id: ideaId }: MadeIdea): Promise<void> {
  await done('startApplication', { ideaId, callId: (await make.call()).id });
}

function planAnew({ id: ideaId }: MadeIdea): Promise<void> {
  return done('planProject', { ideaId, ...aPlan() });
}

describe.each(['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION'] as const)('the gate that leads on from %s', stage => {
  it('opens for an idea that has it all', async () => {
    expect(await advance(await make.idea({ stage }))).toMatchObject({ unmet: [], userErrors: [] });
  });

  it.each(requirementsFrom(stage))(
    'is held shut by %s alone, changing nothing, and opened by putting it right',
    async code => {
      const idea = await make.idea({ stage, except: code });
      // Without a target there are no rules to test, so those two fail together.
      const missing = code === 'CALL_TARGETED' ? ['CALL_TARGETED', 'CALL_RULES_MET'] : [code];
      const before = await stored(service.database);
      const refused = await advance(idea);
      expect(refused.unmet.map(each => each.code)).toEqual(missing);
      expect(refused).toMatchObject({
        idea: { id: idea.id, stage },
        userErrors: [{ code: 'GATE_NOT_MET', path: null }],
      });
      expect(await stored(service.database)).toEqual(before);

      await REMEDY[code](idea);
      const passed = await advance(idea);
      expect(passed).toMatchObject({ unmet: [], userErrors: [] });
      expect(passed.idea!.transitions.at(-1)).toMatchObject({ from: stage, to: passed.idea!.stage, waived: [] });
    },
  );

  it('tells the guard and the reader the same, in both languages', async () => {
    const idea = await make.idea({ stage, bare: true });
    for (const language of ['sv', 'en']) {
      const { data } = await partner.ask(
        `mutation ($id: ID!) { advanceIdea(input: { id: $id }) { unmet { code met message actual required }
          idea { readiness { ready requirements { code met message actual required } } } } }`,
        { id: idea.id },
        { 'accept-language': language },
      );
      const { unmet, idea: as } = data.advanceIdea;
      expect(unmet.length).toBeGreaterThan(0);
      expect(as.readiness.requirements.filter((each: { met: boolean }) => !each.met)).toEqual(unmet);
    }
  });
});
