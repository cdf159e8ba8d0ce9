import { SYSTEM, type Viewer } from '../../src/shared/viewer.js';
import { at } from '../../src/shared/time/clock.js';
import { activityOf } from '../support/rows/activity-of.js';
import { askAt, codesAt, expectRefused, inputOf, type Refusing } from '../support/service/ask-at.js';
import { Make } from '../support/make/make.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const NOW = new Date('2026-12-01T09:00:00Z');
const day = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const SEK = (amount: string) => ({ amount, currency: 'SEK' });
const [OUTLINE, WHOLE] = [day(10), day(100)];

const ANSWER = `application { id version status callStage deadline submittedAt invitedAt decidedAt reference granted { amount } }
  idea { nextDeadline readiness { to requirements { code met message } } }
  userErrors { code message path }`;

async function change(mutation: string, input: object, moment = NOW, viewer: Viewer = SYSTEM) {
  const source = `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { ${ANSWER} } }`;
  return (await askAt(service, { moment, viewer }, source, { input })).done;
}

/** The same, expected to be refused with one code at one path, and to change nothing. */
const expectRefusal = (refusing: Refusing, ...attempt: Parameters<typeof change>) =>
  expectRefused(service.database, refusing, 'application', () => change(...attempt));

const anIdea = () => at(NOW, () => make.idea({ stage: 'CONSORTIUM', except: 'CALL_TARGETED' }));
const aCall = (description: Parameters<Make['call']>[0] = {}) => {
  const two = { deadlineModel: 'TWO_STAGE' as const, deadlines: [{ at: WHOLE }, { at: OUTLINE }] };
  return at(NOW, () => make.call({ ...two, ...description }));
};

/** An application to a call of two stages, as far as its outline has come. */
async function anOutline(...steps: ('submitApplication' | 'startReview' | 'recordInvitation')[]) {
  const [{ id: ideaId }, { id: callId }] = [await anIdea(), await aCall()];
  const { application } = await change('startApplication', { ideaId, callId, requested: SEK('5000000') });
  for (const step of steps) expect((await change(step, { id: application.id }, day(5))).userErrors).toEqual([]);
  return { id: application.id as string, ideaId, callId };
}

const met = ({ idea }: { idea: any }, code: string) =>
  idea.readiness.requirements.find((each: { code: string }) => each.code === code);

it('the outline answers the first deadline, and the whole of it the next one', async () => {
  const { id, ideaId } = await anOutline();
  const submitted = await change('submitApplication', { id }, OUTLINE);
  expect(submitted.application).toMatchObject({ status: 'SUBMITTED', callStage: 1, deadline: OUTLINE.toISOString() });
  const invited = await change('recordInvitation', { id, reference: '2026-77' }, day(30));
  expect(invited).toMatchObject({
    application: {
      ...{ status: 'INVITED', callStage: 2, reference: '2026-77' },
      ...{ deadline: WHOLE.toISOString(), invitedAt: day(30).toISOString(), submittedAt: OUTLINE.toISOString() },
    },
    idea: { nextDeadline: WHOLE.toISOString() },
    userErrors: [],
  });
  expect((await activityOf(service.database, ideaId))[0]).toMatchObject({
    kind: 'APPLICATION_INVITED',
    subject: id,
    changes: { status: { before: 'SUBMITTED', after: 'INVITED' }, invitedAt: { after: day(30).toISOString() } },
  });
  const whole = await change('updateApplication', { id, requested: SEK('6000000') }, day(40));
  expect(whole.userErrors).toEqual([]);
  const again = await change('submitApplication', { id }, WHOLE);
  expect(again).toMatchObject({
    application: { status: 'SUBMITTED', callStage: 2, submittedAt: WHOLE.toISOString() },
    idea: { nextDeadline: null },
  });
  await expectRefusal(['ILLEGAL_TRANSITION', null], 'recordInvitation', { id }, day(110));
  expect((await change('startReview', { id }, day(110))).userErrors).toEqual([]);
  expect((await change('recordDecision', { id, granted: true }, day(150))).application).toMatchObject({
    status: 'GRANTED',
    granted: { amount: '6000000.00' },
  });
});

it('a new application aims at the first stage alone, and comes too late once that has closed', async () => {
  const [{ id: ideaId }, { id: callId }] = [await anIdea(), await aCall()];
  await expectRefusal(['NOT_ELIGIBLE', ['deadline']], 'startApplication', { ideaId, callId, deadline: WHOLE });
  await expectRefusal(['NOT_ELIGIBLE', ['callId']], 'startApplication', { ideaId, callId }, day(11));
  const { application } = await change('startApplication', { ideaId, callId });
  expect(application.deadline).toBe(OUTLINE.toISOString());
  await expectRefusal(['NOT_ELIGIBLE', ['deadline']], 'submitApplication', { id: application.id }, day(11));
});

it('the gate counts, once the first stage has closed, only what was submitted in it', async () => {
  const [drafted, submitted] = [await anOutline(), await anOutline('submitApplication')];
  const note = (id: string, moment: Date) => change('updateApplication', { id, reference: `D-${+moment}` }, moment);
  expect(met(await note(drafted.id, day(9)), 'CALL_TARGETED')).toMatchObject({ met: true });
  const late = await note(drafted.id, day(11));
  expect(met(late, 'CALL_TARGETED')).toMatchObject({
    met: false,
    message: expect.stringMatching(/^Första steget har stängt: /),
  });
  expect(met(late, 'CALL_RULES_MET')).toMatchObject({ met: false });
  expect(late.idea.nextDeadline).toBeNull();
  expect(met(await note(submitted.id, day(11)), 'CALL_TARGETED')).toMatchObject({ met: true });
});

it('no idea is matched as eligible with a call whose first stage has closed', async () => {
  const { id: ideaId } = await anIdea();
  const { identifier } = await aCall({ title: { sv: 'Bogserbåtar utan fossila bränslen', en: null } });
  const matchAt = async (moment: Date) => {
    const source = `query ($id: ID!) { idea(id: $id) { callMatches(first: 50) { eligible call { identifier status } reasons { code satisfied message } } } }`;
    const { idea } = await askAt(service, { moment, viewer: SYSTEM }, source, { id: ideaId });
    return idea.callMatches.find(({ call }: any) => call.identifier === identifier);
  };
  expect(await matchAt(day(9))).toMatchObject({ eligible: true, call: { status: 'OPEN' } });
  const late = await matchAt(day(11));
  expect(late).toMatchObject({ eligible: false, call: { status: 'OPEN' } });
  expect(late.reasons).toContainEqual({
    ...{ code: 'TIME_TO_DEADLINE', satisfied: false, message: 'Utlysningens första steg är stängt.' },
  });
});

it('the second stage is judged by the application’s own deadline, also when the call has closed', async () => {
  const { id } = await anOutline('submitApplication', 'startReview');
  await expectRefusal(['INVALID', ['deadline']], 'recordInvitation', { id, deadline: day(20) }, day(30));
  const { application } = await change('recordInvitation', { id, deadline: day(130) }, day(30));
  expect(application.deadline).toBe(day(130).toISOString());
  await expectRefusal(['NOT_ELIGIBLE', ['deadline']], 'submitApplication', { id }, day(131));
  await expectRefusal(
    ['INVALID', ['submittedAt']],
    'submitApplication',
    { id, submittedAt: day(29).toISOString() },
    day(120),
  );
  expect(await change('submitApplication', { id }, day(129))).toMatchObject({ application: { status: 'SUBMITTED' } });
});

it('an invitation follows the submission, and belongs to calls of two stages', async () => {
  const { id } = await anOutline();
  await expectRefusal(['ILLEGAL_TRANSITION', null], 'recordInvitation', { id });
  await change('submitApplication', { id }, day(5));
  await expectRefusal(['INVALID', ['invitedAt']], 'recordInvitation', { id, invitedAt: day(4) }, day(30));
  await expectRefusal(['INVALID', ['invitedAt']], 'recordInvitation', { id, invitedAt: day(31) }, day(30));
  const { applicationId, callId } = await at(NOW, () => make.idea({ stage: 'CONSORTIUM' }));
  expect(callId).not.toBeNull();
  await change('submitApplication', { id: applicationId });
  await expectRefusal(['NOT_ELIGIBLE', null], 'recordInvitation', { id: applicationId });
});

it('who is invited may still withdraw, counts as alive until then, and is refused as any other', async () => {
  const { id, ideaId, callId } = await anOutline('submitApplication', 'recordInvitation');
  const { id: another } = await at(NOW, () => make.call());
  expect(another).not.toBe(callId);
  await expectRefusal(['ALREADY_EXISTS', ['callId']], 'startApplication', { ideaId, callId });
  const { application } = await change('withdrawApplication', { id, reason: 'Ett annat spår.' }, day(40));
  expect(application).toMatchObject({ status: 'WITHDRAWN', callStage: 2 });
  const outline = await anOutline('submitApplication', 'startReview');
  const refused = await change('recordDecision', { id: outline.id, granted: false }, day(30));
  expect(refused.application).toMatchObject({ status: 'REJECTED', callStage: 1 });
});

it('a call with several cut-offs lets an idea that was rejected try the next one', async () => {
  const { id: ideaId } = await anIdea();
  const { id: callId } = await aCall({ deadlineModel: 'MULTIPLE_CUT_OFF' });
  const first = (await change('startApplication', { ideaId, callId, requested: SEK('1') })).application;
  expect(first.deadline).toBe(OUTLINE.toISOString());
  for (const step of ['submitApplication', 'startReview']) await change(step, { id: first.id }, day(5));
  await change('recordDecision', { id: first.id, granted: false }, day(20));
  const { application, userErrors } = await change('startApplication', { ideaId, callId }, day(21));
  expect(userErrors).toEqual([]);
  expect(application).toMatchObject({ status: 'DRAFT', deadline: WHOLE.toISOString() });
});

describe('a decision', () => {
  const decided = async (decision: object) => {
    const { id, ideaId } = await anOutline('submitApplication', 'startReview');
    await change('recordDecision', { id, ...decision }, day(40));
    return { id, ideaId };
  };
  const reason = 'Ändringsbeslut 2027-01-20.';

  it('is corrected with a reason, and what rests on it is told anew', async () => {
    const { id, ideaId } = await decided({ granted: true });
    const less = await change('correctDecision', { id, granted: true, amount: SEK('4000000'), reason }, day(50));
    expect(less.application).toMatchObject({ granted: { amount: '4000000.00' }, decidedAt: day(40).toISOString() });
    const { application } = await change('correctDecision', { id, granted: false, reason }, day(50));
    expect(application).toMatchObject({ status: 'REJECTED', granted: null });
    expect((await activityOf(service.database, ideaId))[0]).toMatchObject({
      ...{ kind: 'DECISION_CORRECTED', subject: id, reason },
      changes: { status: { before: 'GRANTED', after: 'REJECTED' } },
    });
    const back = await change('correctDecision', { id, granted: true, decidedAt: day(45), reason }, day(50));
    expect(back.application).toMatchObject({ granted: { amount: '5000000.00' }, decidedAt: day(45).toISOString() });
  });

  it('undoes no step: the idea stays a project, and is judged by it at the next one', async () => {
    const idea = await at(NOW, () => make.idea({ stage: 'PROJECT' }));
    const correct = { id: idea.applicationId, granted: false, reason };
    expect(await change('correctDecision', correct, day(1))).toMatchObject({ idea: { readiness: null } });
    const when = { moment: day(2), viewer: SYSTEM };
    await codesAt(service, when, 'returnIdea', { id: idea.id, to: 'FUNDING_APPLICATION', reason });
    expect(await codesAt(service, when, 'advanceIdea', { id: idea.id })).toEqual(['GATE_NOT_MET']);
  });

  it.each<[string, object, [string, string[]]]>([
    ['a reason', { granted: false, reason: ' ' }, ['REQUIRED', ['reason']]],
    ['no amount with a rejection', { granted: false, amount: SEK('1'), reason }, ['INVALID', ['amount']]],
    ['a day that has come', { granted: true, decidedAt: day(51), reason }, ['INVALID', ['decidedAt']]],
    ['a day after the submission', { granted: true, decidedAt: day(4), reason }, ['INVALID', ['decidedAt']]],
  ])('asks for %s', async (_, correction, expected) => {
    const { id } = await decided({ granted: true });
    await expectRefusal(expected, 'correctDecision', { id, ...correction }, day(50));
  });

  it('that has not been made is not corrected', async () => {
    const { id } = await anOutline('submitApplication');
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'correctDecision', { id, granted: false, reason });
  });
});
