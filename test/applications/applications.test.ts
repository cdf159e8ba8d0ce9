import type { Viewer } from '../../src/shared/viewer.js';
import { SYSTEM } from '../../src/shared/viewer.js';
import { at } from '../../src/shared/time/clock.js';
import { activityOf } from '../support/rows/activity-of.js';
import { askAt, expectRefused, inputOf, type Refusing } from '../support/service/ask-at.js';
import { inDays, Make } from '../support/make/make.js';
import type { MadeIdea } from '../support/make/make-idea.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const NOW = new Date('2026-12-01T09:00:00Z');
const SEK = (amount: string) => ({ amount, currency: 'SEK' });

interface Answer {
  application: Record<string, any> | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

/** Runs a mutation of an application at a moment, by Region Blekinge unless told otherwise. */
async function change(mutation: string, input: object, moment = NOW, viewer: Viewer = SYSTEM): Promise<Answer> {
  const { done } = await askAt<{ done: Answer }>(
    service,
    { moment, viewer },
    `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) {
      application { id status version reference deadline submittedAt decidedAt
        requested { amount currency } coFinancing { amount currency } granted { amount currency } }
      idea { id }
      userErrors { code message path } } }`,
    { input },
  );
  return done;
}

/** The same, expected to be refused with one code at one path, and to change nothing. */
const expectRefusal = (refusing: Refusing, ...attempt: Parameters<typeof change>) =>
  expectRefused(service.database, refusing, 'application', () => change(...attempt));

const idea = () => at(NOW, () => make.idea({ stage: 'CONSORTIUM', bare: true }));
const callOf = (description: Parameters<Make['call']>[0]) => at(NOW, () => make.call(description));
const owner = ({ ownerId }: MadeIdea): Viewer => ({ ...SYSTEM, name: 'Techtank', role: 'PARTNER', partnerId: ownerId });

/** A draft to a call with one deadline, forty days after it was begun. */
async function aDraft(input: object = {}, description: Parameters<Make['call']>[0] = {}) {
  const deadline = at(NOW, () => inDays(40));
  const [made, call] = [await idea(), await callOf({ deadlines: [{ at: deadline }], ...description })];
  const { application } = await change('startApplication', { ideaId: made.id, callId: call.id, ...input });
  return { id: application!.id as string, idea: made, call, deadline };
}

const later = (moment: Date, millis: number) => new Date(moment.getTime() + millis);
const day = (count: number) => later(NOW, count * 86_400_000);

describe('a new application', () => {
  it.each([
    ['the one deadline', { deadlines: [{ at: day(10) }] }, day(10)],
    [
      'the next cut-off',
      { deadlineModel: 'MULTIPLE_CUT_OFF' as const, deadlines: [-5, 9, 5].map(n => ({ at: day(n) })) },
      day(5),
    ],
    [
      'the outline first',
      { deadlineModel: 'TWO_STAGE' as const, deadlines: [{ at: day(5) }, { at: day(90) }] },
      day(5),
    ],
    ['nothing in a continuous call', { deadlineModel: 'CONTINUOUS' as const, deadlines: [] }, null],
    ['the deadline of a call that has not opened', { opensAt: day(3), deadlines: [{ at: day(10) }] }, day(10)],
  ])('aims at %s', async (_, description, deadline) => {
    const [{ id: ideaId }, { id: callId }] = [await idea(), await callOf(description)];
    expect(await change('startApplication', { ideaId, callId, requested: SEK('5.5') })).toMatchObject({
      application: {
        status: 'DRAFT',
        version: 1,
        deadline: deadline?.toISOString() ?? null,
        requested: SEK('5.50'),
        submittedAt: null,
      },
      userErrors: [],
    });
  });

  it('aims at the deadline chosen, in whatever offset it is written', async () => {
    const { id: callId } = await callOf({
      deadlineModel: 'MULTIPLE_CUT_OFF',
      deadlines: [{ at: day(5) }, { at: new Date('2027-03-28T15:00:00Z') }],
    });
    const { id: ideaId } = await idea();
    const { application } = await change('startApplication', { ideaId, callId, deadline: '2027-03-28T17:00:00+02:00' });
    expect(application).toMatchObject({ deadline: '2027-03-28T15:00:00.000Z' });
  });

  it.each([
    ['has closed', { deadlines: [{ at: day(-1) }] }],
    ['is not published', { publishedAt: null }],
  ])('is not begun to a call that %s', async (_, description) => {
    const [{ id: ideaId }, { id: callId, identifier }] = [await idea(), await callOf(description)];
    const message = `Utlysningen ${identifier} är varken öppen eller kommande.`;
    await expectRefusal(['NOT_ELIGIBLE', ['callId'], message], 'startApplication', { ideaId, callId });
  });

  it('is not begun to a cancelled call, nor to one that its applicants cannot see', async () => {
    const [made, open, hidden] = [await idea(), await callOf({}), await callOf({ publishedAt: null })];
    await askAt(
      service,
      { moment: NOW, viewer: SYSTEM },
      `mutation ($id: ID!) { cancelFundingCall(id: $id, reason: "Inställd") { userErrors { code } } }`,
      { id: open.id },
    );
    const ideaId = made.id;
    await expectRefusal(['NOT_ELIGIBLE', ['callId']], 'startApplication', { ideaId, callId: open.id });
    await expectRefusal(['NOT_FOUND', ['callId']], 'startApplication', { ideaId, callId: hidden.id }, NOW, owner(made));
  });

  it("does not aim at a moment that is no deadline of the call's, nor at one gone by", async () => {
    const { id: ideaId } = await idea();
    const { id: callId } = await callOf({
      deadlineModel: 'MULTIPLE_CUT_OFF',
      deadlines: [{ at: day(-2) }, { at: day(2) }],
    });
    for (const deadline of [day(1), day(-2)]) {
      await expectRefusal(['NOT_ELIGIBLE', ['deadline']], 'startApplication', { ideaId, callId, deadline });
    }
  });

  it.each([
    ['requested', SEK('-1')],
    ['coFinancing', SEK('1.005')],
  ])('asks for no %s of %j', async (field, amount) => {
    const [{ id: ideaId }, { id: callId }] = [await idea(), await callOf({})];
    await expectRefusal(['INVALID', [field, 'amount']], 'startApplication', { ideaId, callId, [field]: amount });
  });

  it('is the only one of its idea to the call until it is withdrawn or rejected', async () => {
    const draft = await aDraft();
    const again = { ideaId: draft.idea.id, callId: draft.call.id };
    await expectRefusal(['ALREADY_EXISTS', ['callId']], 'startApplication', again);
    await change('withdrawApplication', { id: draft.id, reason: 'Ny budget.' });
    const { application } = await change('startApplication', { ...again, requested: SEK('1') });
    await change('submitApplication', { id: application!.id });
    await change('startReview', { id: application!.id });
    await expectRefusal(['ALREADY_EXISTS', ['callId']], 'startApplication', again);
    await change('recordDecision', { id: application!.id, granted: false });
    expect(await change('startApplication', again)).toMatchObject({ userErrors: [] });
  });

  it('is one, however many begin it at once', async () => {
    const [{ id: ideaId }, { id: callId }] = [await idea(), await callOf({})];
    const answers = await Promise.all(Array.from({ length: 10 }, () => change('startApplication', { ideaId, callId })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array<string>(9).fill('ALREADY_EXISTS'),
    );
  });
});

describe('a draft', () => {
  it('changes what is told and keeps the rest', async () => {
    const { id } = await aDraft({ requested: SEK('100') });
    expect(await change('updateApplication', { id, coFinancing: SEK('20'), reference: 'D-17' })).toMatchObject({
      application: { requested: SEK('100.00'), coFinancing: SEK('20.00'), reference: 'D-17', version: 2 },
    });
    expect(await change('updateApplication', { id, requested: null, expectedVersion: 2 })).toMatchObject({
      application: { requested: null, coFinancing: SEK('20.00'), version: 3 },
    });
    await expectRefusal(['CONFLICT', ['expectedVersion']], 'updateApplication', { id, expectedVersion: 2 });
  });

  it('falls back to the next deadline when the chosen one is taken away', async () => {
    const deadlines = [{ at: day(5) }, { at: day(50) }];
    const { id } = await aDraft({ deadline: day(50) }, { deadlineModel: 'MULTIPLE_CUT_OFF', deadlines });
    expect(await change('updateApplication', { id, deadline: null })).toMatchObject({
      application: { deadline: day(5).toISOString() },
    });
    expect(await change('updateApplication', { id, deadline: null }, day(6))).toMatchObject({
      application: { deadline: day(50).toISOString() },
    });
  });

  it.each([
    ['a deadline of no call', { deadline: day(3) }, 'NOT_ELIGIBLE', ['deadline']],
    ['a blank reference', { reference: ' ' }, 'REQUIRED', ['reference']],
    ['too long a reference', { reference: 'x'.repeat(201) }, 'INVALID', ['reference']],
    ['a negative amount', { requested: SEK('-0.01') }, 'INVALID', ['requested', 'amount']],
  ])('takes no %s', async (_, changes, code, path) => {
    const { id } = await aDraft();
    await expectRefusal([code, path], 'updateApplication', { id, ...changes });
  });

  it('once submitted keeps all but the reference of the funder', async () => {
    const { id } = await aDraft({ requested: SEK('5') });
    await change('submitApplication', { id });
    await expectRefusal(
      ['ILLEGAL_TRANSITION', ['requested'], 'Ansökan är inlämnad; bara reference kan ändras.'],
      'updateApplication',
      { id, requested: SEK('6') },
    );
    expect(await change('updateApplication', { id, reference: '2026-04711' })).toMatchObject({
      application: { reference: '2026-04711' },
    });
  });
});

describe('a submission', () => {
  it.each([
    ['winter in Stockholm', '2027-02-01T17:00:00+01:00', '2027-02-01T16:00:00.000Z'],
    ['summer in Brussels', '2027-06-01T17:00:00+02:00', '2027-06-01T15:00:00.000Z'],
    ['the night the clocks go forward', '2027-03-28T01:59:59+01:00', '2027-03-28T00:59:59.000Z'],
    ['west of UTC', '2027-01-31T23:59:59-08:00', '2027-02-01T07:59:59.000Z'],
    ['a leap day', '2028-02-29T23:59:59+01:00', '2028-02-29T22:59:59.000Z'],
  ])('is in time up to the very deadline: %s', async (_, written, inUtc) => {
    const deadlines = [{ at: new Date(written) }];
    const [inTime, late] = [await aDraft({}, { deadlines }), await aDraft({}, { deadlines })];
    const deadline = new Date(inUtc);
    await expectRefusal(['NOT_ELIGIBLE', null], 'submitApplication', { id: late.id }, later(deadline, 1));
    expect(await change('submitApplication', { id: inTime.id }, deadline)).toMatchObject({
      application: { status: 'SUBMITTED', deadline: inUtc, submittedAt: inUtc },
      userErrors: [],
    });
  });

  it('misses the deadline it aimed at, though the call has a later one', async () => {
    const deadlines = [{ at: day(5) }, { at: day(50) }];
    const { id } = await aDraft({}, { deadlineModel: 'MULTIPLE_CUT_OFF', deadlines });
    const message = 'Sista ansökningsdagen 6 december 2026 kl. 10:00 har passerat.';
    await expectRefusal(['NOT_ELIGIBLE', ['deadline'], message], 'submitApplication', { id }, day(6));
    await change('updateApplication', { id, deadline: day(50) }, day(6));
    expect(await change('submitApplication', { id }, day(6))).toMatchObject({ userErrors: [] });
  });

  it('is not made before the call opens, nor to one called off', async () => {
    const opening = await aDraft({}, { opensAt: day(2), deadlines: [{ at: day(20) }] });
    await expectRefusal(
      ['NOT_ELIGIBLE', null, `Utlysningen ${opening.call.identifier} öppnar 3 december 2026 kl. 10:00.`],
      'submitApplication',
      { id: opening.id },
      day(1),
    );
    expect(await change('submitApplication', { id: opening.id }, day(2))).toMatchObject({ userErrors: [] });
    const cancelled = await aDraft();
    await askAt(
      service,
      { moment: NOW, viewer: SYSTEM },
      `mutation ($id: ID!) { cancelFundingCall(id: $id, reason: "Inställd") { userErrors { code } } }`,
      { id: cancelled.call.id },
    );
    await expectRefusal(['NOT_ELIGIBLE', null], 'submitApplication', { id: cancelled.id }, day(1));
  });

  it('may be made to a continuous call at any time', async () => {
    const { id } = await aDraft({}, { deadlineModel: 'CONTINUOUS', deadlines: [] });
    expect(await change('submitApplication', { id }, day(2000))).toMatchObject({ userErrors: [] });
  });

  it('is recorded afterwards by Region Blekinge, and judged by when it was made', async () => {
    const [{ id, deadline }, missed] = [await aDraft(), await aDraft()];
    const afterwards = later(deadline, 5 * 86_400_000);
    const tooLate = { id: missed.id, submittedAt: later(deadline, 1000) };
    await expectRefusal(['NOT_ELIGIBLE', null], 'submitApplication', tooLate, afterwards);
    const submittedAt = later(deadline, -1000);
    expect(await change('submitApplication', { id, submittedAt, reference: 'D-1' }, afterwards)).toMatchObject({
      application: { submittedAt: submittedAt.toISOString(), reference: 'D-1' },
      userErrors: [],
    });
  });

  it.each([
    ['ahead', day(2), 'INVALID'],
    ['before the application was started', later(NOW, -1), 'INVALID'],
  ])('does not lie %s', async (_, submittedAt, code) => {
    const { id } = await aDraft();
    await expectRefusal([code, ['submittedAt']], 'submitApplication', { id, submittedAt }, day(1));
  });

  it('is not recorded afterwards by those who apply', async () => {
    const { id, idea: made } = await aDraft();
    await expectRefusal(
      ['FORBIDDEN', ['submittedAt']],
      'submitApplication',
      { id, submittedAt: NOW },
      day(1),
      owner(made),
    );
    expect(await change('submitApplication', { id }, day(1), owner(made))).toMatchObject({ userErrors: [] });
  });
});

describe('a decision', () => {
  async function underReview(input: object = { requested: SEK('9000000') }) {
    const draft = await aDraft(input);
    await change('submitApplication', { id: draft.id }, day(1));
    await change('startReview', { id: draft.id }, day(2));
    return draft;
  }

  it('grants what was asked for unless told otherwise', async () => {
    const [asked, told] = [await underReview(), await underReview()];
    expect(await change('recordDecision', { id: asked.id, granted: true }, day(3))).toMatchObject({
      application: { status: 'GRANTED', granted: SEK('9000000.00'), decidedAt: day(3).toISOString() },
    });
    const amount = { amount: '750000.5', currency: 'EUR' };
    expect(
      await change('recordDecision', { id: told.id, granted: true, amount, decidedAt: day(2) }, day(9)),
    ).toMatchObject({
      application: { granted: { amount: '750000.50', currency: 'EUR' }, decidedAt: day(2).toISOString() },
    });
  });

  it('turns down without an amount, and says why in the history', async () => {
    const { id, idea: made } = await underReview();
    expect(await change('recordDecision', { id, granted: false, reason: 'Rangordnad tolva.' }, day(3))).toMatchObject({
      application: { status: 'REJECTED', granted: null },
    });
    expect((await activityOf(service.database, made.id))[0]).toMatchObject({
      kind: 'APPLICATION_DECIDED',
      reason: 'Rangordnad tolva.',
    });
  });

  it.each([
    ['a grant of nothing', { granted: true, amount: SEK('0.00') }, 'INVALID', ['amount', 'amount']],
    ['a grant of less than nothing', { granted: true, amount: SEK('-1') }, 'INVALID', ['amount', 'amount']],
    ['a rejection with an amount', { granted: false, amount: SEK('1') }, 'INVALID', ['amount']],
    ['a decision ahead', { granted: true, decidedAt: day(4) }, 'INVALID', ['decidedAt']],
    ['a decision before the submission', { granted: true, decidedAt: later(day(1), -1) }, 'INVALID', ['decidedAt']],
    ['too long a reason', { granted: false, reason: 'x'.repeat(2001) }, 'INVALID', ['reason']],
    ['a decision on an old version', { granted: true, expectedVersion: 1 }, 'CONFLICT', ['expectedVersion']],
  ])('is not %s', async (_, input, code, path) => {
    const { id } = await underReview();
    await expectRefusal([code, path], 'recordDecision', { id, ...input }, day(3));
  });

  it('needs an amount when none was asked for', async () => {
    const { id } = await underReview({});
    await expectRefusal(['REQUIRED', ['amount']], 'recordDecision', { id, granted: true }, day(3));
  });
});

describe('an application that has come elsewhere', () => {
  it.each([
    [
      'recordDecision',
      { granted: true },
      'Ansökan är ett utkast och kan inte beviljas. Den kan lämnas in eller återkallas.',
    ],
    [
      'startReview',
      {},
      'Ansökan är ett utkast och kan inte tas upp till bedömning. Den kan lämnas in eller återkallas.',
    ],
  ])('refuses %s and names what is possible', async (mutation, input, message) => {
    const { id } = await aDraft({ requested: SEK('1') });
    await expectRefusal(['ILLEGAL_TRANSITION', null, message], mutation, { id, ...input });
  });

  it('is not submitted twice, nor withdrawn once decided, nor withdrawn without a reason', async () => {
    const { id } = await aDraft({ requested: SEK('1') });
    await expectRefusal(['REQUIRED', ['reason']], 'withdrawApplication', { id, reason: ' ' });
    await change('submitApplication', { id });
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'submitApplication', { id });
    await change('startReview', { id });
    await change('recordDecision', { id, granted: true });
    await expectRefusal(['ILLEGAL_TRANSITION', null], 'withdrawApplication', { id, reason: 'Ångrat.' });
  });

  it('does not move once its idea has ended', async () => {
    const { id, idea: made, call } = await aDraft({ requested: SEK('1') });
    await askAt(
      service,
      { moment: NOW, viewer: SYSTEM },
      `mutation ($id: ID!) { discontinueIdea(input: { id: $id, reason: "Slut." }) { userErrors { code } } }`,
      { id: made.id },
    );
    const message = 'Idén är nedlagd. Konsortium, ansökningar och projekt ändras inte längre.';
    const other = await callOf({});
    const attempts: [string, object][] = [
      ['startApplication', { ideaId: made.id, callId: other.id }],
      ['startApplication', { ideaId: made.id, callId: call.id }],
      ['updateApplication', { id, reference: 'D-1' }],
      ['submitApplication', { id }],
      ['withdrawApplication', { id, reason: 'Slut.' }],
    ];
    for (const [mutation, input] of attempts) {
      await expectRefusal(['ILLEGAL_TRANSITION', null, message], mutation, input);
    }
  });
});

it('each step of an application is told once, with what changed', async () => {
  const { id, idea: made } = await aDraft({ requested: SEK('8') });
  await change('updateApplication', { id, requested: SEK('9') });
  await change('submitApplication', { id, reference: 'D-1' }, day(1));
  await change('startReview', { id }, day(2));
  await change('recordDecision', { id, granted: true }, day(3));
  const rows = (await activityOf(service.database, made.id)).filter(({ subject }) => subject === id).reverse();
  const money = (amount: string) => SEK(amount);
  expect(rows).toMatchObject([
    {
      kind: 'APPLICATION_STARTED',
      changes: { status: { before: null, after: 'DRAFT' }, requested: { after: money('8.00') } },
    },
    { kind: 'APPLICATION_UPDATED', changes: { requested: { before: { amount: '8.00' }, after: { amount: '9.00' } } } },
    {
      kind: 'APPLICATION_SUBMITTED',
      changes: {
        status: { before: 'DRAFT', after: 'SUBMITTED' },
        submittedAt: { before: null, after: day(1).toISOString() },
        reference: { before: null, after: 'D-1' },
      },
    },
    { kind: 'APPLICATION_REVIEWED', changes: { status: { before: 'SUBMITTED', after: 'UNDER_REVIEW' } } },
    {
      kind: 'APPLICATION_DECIDED',
      changes: { status: { after: 'GRANTED' }, granted: { before: null, after: money('9.00') } },
    },
  ]);
  expect(new Set(rows.map(row => row.idea))).toEqual(new Set([made.id]));
});
