import { inDays, Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const UPDATE = 'mutation ($input: UpdateFundingCallInput!) { done: updateFundingCall(input: $input)';
const PUBLISH = 'mutation ($id: ID!) { done: publishFundingCall(id: $id)';
const CANCEL = 'mutation ($id: ID!, $reason: String!) { done: cancelFundingCall(id: $id, reason: $reason)';

async function done(document: string, variables: object) {
  const payload = '{ userErrors { code path } call { status fundingRate deadlines { at label } nextDeadline } } }';
  return (await service.as(KEYS.admin).run<any, object>(`${document} ${payload}`, variables)).done;
}

async function refusalOf(document: string, variables: object): Promise<string[]> {
  const before = await stored(service.database);
  const { call, userErrors } = await done(document, variables);
  expect(call).toBeNull();
  expect(await stored(service.database)).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] | null }) => [code, ...(path ?? [])].join(' '));
}

const SEK = (amount: string) => ({ amount, currency: 'SEK' });

describe('the description of a call', () => {
  it.each([
    ['a rate of nothing', { fundingRate: 0 }, 'INVALID fundingRate'],
    ['a rate above all', { fundingRate: 100.5 }, 'INVALID fundingRate'],
    [
      'grants in two currencies',
      { grantMin: SEK('1'), grantMax: { amount: '2', currency: 'EUR' } },
      'INVALID grantMax currency',
    ],
    ['a largest grant below the smallest', { grantMin: SEK('2'), grantMax: SEK('1.99') }, 'INVALID grantMax amount'],
    ['a budget of less than nothing', { budget: SEK('-0.01') }, 'INVALID budget amount'],
    ['no partners at least', { minPartners: 0 }, 'INVALID minPartners'],
    ['more countries than there are', { minCountries: 201 }, 'INVALID minCountries'],
    ['a TRL that is not there', { trlMin: 0 }, 'INVALID trlMin'],
    ['a TRL range that ends before it begins', { trlMin: 6, trlMax: 3 }, 'INVALID trlMax'],
    ['a deadline for ever', { deadlineModel: 'CONTINUOUS' }, 'INVALID deadlines'],
    ['two deadlines of a single stage', { deadlines: [{ at: inDays(60) }, { at: inDays(90) }] }, 'INVALID deadlines'],
    ['a deadline before the opening', { opensAt: inDays(70) }, 'INVALID deadlines 0 at'],
    ['no title', { title: null }, 'REQUIRED title'],
    ['a blank title', { title: { sv: ' ' } }, 'REQUIRED title sv'],
    ['a blank programme', { programme: ' ' }, 'REQUIRED programme'],
  ])('is refused with %s', async (_what, changes, refusal) => {
    const { id } = await make.call();
    expect(await refusalOf(UPDATE, { input: { id, ...changes } })).toEqual([refusal]);
  });

  it('tells everything that is wrong at once', async () => {
    const { id } = await make.call();
    expect(await refusalOf(UPDATE, { input: { id, minPartners: 0, fundingRate: 0 } })).toEqual([
      'INVALID fundingRate',
      'INVALID minPartners',
    ]);
  });

  it('takes the whole of the costs, grants of one size, and a deadline at the opening', async () => {
    const { id } = await make.call();
    const opening = inDays(70).toISOString();
    const limits = { fundingRate: 100, grantMin: SEK('1'), grantMax: SEK('1'), trlMin: 3, trlMax: 3 };
    const { call } = await done(UPDATE, { input: { id, ...limits, opensAt: opening, deadlines: [{ at: opening }] } });
    expect(call).toMatchObject({ status: 'FORTHCOMING', fundingRate: 100, nextDeadline: opening });
  });

  it('puts its deadlines in order, each with its own label', async () => {
    const { id } = await make.call();
    const [first, second] = [inDays(30).toISOString(), inDays(60).toISOString()];
    const { call } = await done(UPDATE, {
      input: { id, deadlineModel: 'TWO_STAGE', deadlines: [{ at: second, label: 'Steg 2' }, { at: first }] },
    });
    expect(call.deadlines).toEqual([
      { at: first, label: null },
      { at: second, label: 'Steg 2' },
    ]);
  });
});

describe('a call', () => {
  it('is published once', async () => {
    const { id } = await make.call({ publishedAt: null });
    expect((await done(PUBLISH, { id })).call.status).toBe('OPEN');
    expect(await refusalOf(PUBLISH, { id })).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is cancelled for good, with a reason', async () => {
    const { id } = await make.call();
    expect(await refusalOf(CANCEL, { id, reason: ' ' })).toEqual(['REQUIRED reason']);
    expect((await done(CANCEL, { id, reason: 'Medlen är slut.' })).call.status).toBe('CANCELLED');
    for (const [document, variables] of [
      [UPDATE, { input: { id, minPartners: 2 } }],
      [PUBLISH, { id }],
      [CANCEL, { id, reason: 'En gång till.' }],
    ] as const)
      expect(await refusalOf(document, variables)).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('that is not there is not found', async () => {
    expect(await refusalOf(PUBLISH, { id: 'call_nowhere' })).toEqual(['NOT_FOUND id']);
  });
});
