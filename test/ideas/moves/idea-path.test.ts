import { Make, inDays } from '../../support/make/make.js';
import {
  AddMemberDocument,
  AdvanceIdeaDocument,
  CreateIdeaDocument,
  PlanProjectDocument,
  RecordDecisionDocument,
  StartApplicationDocument,
  StartReviewDocument,
  SubmitApplicationDocument,
  UpdateMemberDocument,
} from '../../support/generated/graphql.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const SUMMARY = 'Batteridrivna bogserbåtar som laddas av hamnens egen vindkraft, byggda och provade i Karlskrona.';
const SEK = (amount: string) => ({ amount, currency: 'SEK' });

it('an idea goes from an empty page to a completed project, and every step of it is told', async () => {
  const [partner, admin] = [service.as(KEYS.partner), service.as(KEYS.admin)];
  const { createIdea } = await partner.run(CreateIdeaDocument, {
    input: {
      title: { sv: 'Fossilfria bogserbåtar' },
      summary: { sv: SUMMARY },
      focusAreas: ['tech.digitalisering'],
      environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    },
  });
  expect(createIdea).toMatchObject({ userErrors: [], idea: { stage: 'CONCEPT', version: 1 } });
  const { id, readiness } = createIdea.idea!;
  expect(readiness).toMatchObject({ ready: false, requirements: [{ code: 'DESCRIBED', met: false }, {}, {}] });
  const advance = async () => (await partner.run(AdvanceIdeaDocument, { input: { id } })).advanceIdea;

  expect(await advance()).toMatchObject({
    idea: { stage: 'CONCEPT', version: 1 },
    unmet: [{ code: 'DESCRIBED', message: 'Utmaningen är inte beskriven.' }],
    userErrors: [{ code: 'GATE_NOT_MET' }],
  });
  await partner.run(
    `mutation ($id: ID!) { updateIdea(input: { id: $id, challenge: { sv: "Utsläpp" } }) { userErrors { code } } }`,
    { id },
  );
  expect(await advance()).toMatchObject({ idea: { stage: 'CONSORTIUM' }, unmet: [], userErrors: [] });

  const members = [
    { partnerId: (await make.partner({ sector: 'ACADEMIA' })).id, role: 'COORDINATOR' as const },
    { partnerId: (await make.partner({ sector: 'BUSINESS_LARGE' })).id, role: 'BENEFICIARY' as const },
    { partnerId: (await make.partner({ sector: 'PUBLIC' })).id, role: 'BENEFICIARY' as const },
  ];
  const membershipIds: string[] = [];
  for (const member of members) {
    const { addMember } = await partner.run(AddMemberDocument, {
      input: { ideaId: id, ...member, letterOfIntent: 'REQUESTED', commitment: SEK('1000000') },
    });
    expect(addMember.userErrors).toEqual([]);
    membershipIds.push(addMember.membership!.id);
  }
  const call = await make.call({ minPartners: 3 });
  const { startApplication } = await partner.run(StartApplicationDocument, {
    input: { ideaId: id, callId: call.id, requested: SEK('9000000') },
  });
  expect(startApplication).toMatchObject({
    application: { status: 'DRAFT', deadline: call.deadlines[0]!.toISOString() },
    userErrors: [],
  });
  expect((await advance()).unmet).toMatchObject([{ code: 'LETTERS_OF_INTENT' }]);
  for (const membershipId of membershipIds) {
    await partner.run(UpdateMemberDocument, { input: { id: membershipId, letterOfIntent: 'SIGNED' } });
  }
  expect(await advance()).toMatchObject({ idea: { stage: 'FUNDING_APPLICATION' }, userErrors: [] });

  const application = { id: startApplication.application!.id };
  const { submitApplication } = await partner.run(SubmitApplicationDocument, { input: application });
  expect(submitApplication).toMatchObject({ application: { status: 'SUBMITTED' }, userErrors: [] });
  const { startReview } = await partner.run(StartReviewDocument, { input: application });
  expect(startReview).toMatchObject({ application: { status: 'UNDER_REVIEW' }, userErrors: [] });
  const { recordDecision } = await admin.run(RecordDecisionDocument, { input: { ...application, granted: true } });
  expect(recordDecision).toMatchObject({
    application: { status: 'GRANTED', granted: SEK('9000000.00') },
    userErrors: [],
  });

  const { planProject } = await partner.run(PlanProjectDocument, {
    input: {
      ideaId: id,
      startsOn: '2027-01-01',
      endsOn: '2031-12-31',
      budget: SEK('12000000'),
      milestones: [{ title: { sv: 'Sjösatt' }, dueOn: '2028-06-30' }],
      outcomes: [{ kind: 'PRODUCT', title: { sv: 'En bogserbåt' } }],
    },
  });
  expect(planProject).toMatchObject({
    project: { durationYears: 5, milestones: [{ title: 'Sjösatt' }], outcomes: [{ status: 'PLANNED' }] },
    userErrors: [],
  });
  expect(await advance()).toMatchObject({
    idea: { stage: 'PROJECT', transitions: [{ to: 'CONCEPT' }, { to: 'CONSORTIUM' }, {}, { to: 'PROJECT' }] },
    userErrors: [],
  });

  await partner.run(
    `mutation ($input: CompleteMilestoneInput!) { completeMilestone(input: $input) { userErrors { code } } }`,
    {
      input: { id: planProject.project!.milestones[0]!.id, completedOn: inDays(0).toISOString().slice(0, 10) },
    },
  );
  await partner.run(`mutation ($input: UpdateOutcomeInput!) { updateOutcome(input: $input) { userErrors { code } } }`, {
    input: { id: planProject.project!.outcomes[0]!.id, status: 'DELIVERED' },
  });
  const { completeIdea } = await partner.run<any, object>(
    `mutation ($input: IdeaStateInput!) { completeIdea(input: $input) {
      idea { stage state readiness { ready } project { progress outcomes { status } }
        activity(first: 50) { nodes { kind actor { name } idea { id } subject { __typename } reason } } }
      userErrors { code } } }`,
    { input: { id, reason: 'Båten går.' } },
  );
  expect(completeIdea).toMatchObject({
    idea: {
      stage: 'PROJECT',
      state: 'COMPLETED',
      readiness: null,
      project: { progress: 1, outcomes: [{ status: 'DELIVERED' }] },
    },
    userErrors: [],
  });
  const told = completeIdea.idea.activity.nodes.map(({ kind, subject }: any) => `${kind} ${subject.__typename}`);
  expect(told.reverse()).toEqual([
    'IDEA_CREATED Idea',
    'IDEA_UPDATED Idea',
    'IDEA_ADVANCED Idea',
    'MEMBERSHIP_ADDED Membership',
    'MEMBERSHIP_ADDED Membership',
    'MEMBERSHIP_ADDED Membership',
    'APPLICATION_STARTED Application',
    'MEMBERSHIP_UPDATED Membership',
    'MEMBERSHIP_UPDATED Membership',
    'MEMBERSHIP_UPDATED Membership',
    'IDEA_ADVANCED Idea',
    'APPLICATION_SUBMITTED Application',
    'APPLICATION_REVIEWED Application',
    'APPLICATION_DECIDED Application',
    'PROJECT_PLANNED Project',
    'IDEA_ADVANCED Idea',
    'MILESTONE_COMPLETED Milestone',
    'OUTCOME_DELIVERED Outcome',
    'IDEA_COMPLETED Idea',
  ]);
  expect(new Set(completeIdea.idea.activity.nodes.map(({ idea }: any) => idea.id))).toEqual(new Set([id]));
});
