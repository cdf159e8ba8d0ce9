import { Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const TYPES = { addMember: 'AddMemberInput', updateMember: 'UpdateMemberInput', endMembership: 'EndMembershipInput' };

async function done(deed: keyof typeof TYPES, input: object) {
  const document = `mutation ($input: ${TYPES[deed]}!) { done: ${deed}(input: $input) {
    userErrors { code path } membership { id role letterOfIntent commitment { amount currency } leftAt } } }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).done;
}

async function refusalOf(deed: keyof typeof TYPES, input: object): Promise<string[]> {
  const before = await stored(service.database);
  const { membership, userErrors } = await done(deed, input);
  expect(membership).toBeNull();
  expect(await stored(service.database)).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] | null }) => [code, ...(path ?? [])].join(' '));
}

describe('a membership', () => {
  it('begins without a letter of intent or a commitment, unless told', async () => {
    const [idea, partner] = [await make.idea(), await make.partner()];
    const { membership } = await done('addMember', { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' });
    expect(membership).toMatchObject({ role: 'BENEFICIARY', letterOfIntent: 'NONE', commitment: null, leftAt: null });
  });

  it('keeps what a change says nothing of', async () => {
    const [idea, partner] = [await make.idea(), await make.partner()];
    const joined = { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY', letterOfIntent: 'SIGNED' };
    const { membership } = await done('addMember', joined);
    const commitment = { amount: '5.00', currency: 'SEK' };
    const changed = await done('updateMember', { id: membership.id, commitment });
    expect(changed.membership).toMatchObject({ role: 'BENEFICIARY', letterOfIntent: 'SIGNED', commitment });
    expect((await done('updateMember', { id: membership.id, commitment: null })).membership.commitment).toBeNull();
  });

  it('that has ended is neither changed nor ended again, and the partner may join once more', async () => {
    const [idea, partner] = [await make.idea(), await make.partner()];
    const joining = { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' };
    const { id } = (await done('addMember', joining)).membership;
    expect((await done('endMembership', { id })).membership.leftAt).not.toBeNull();
    expect(await refusalOf('updateMember', { id, role: 'COORDINATOR' })).toEqual(['ILLEGAL_TRANSITION id']);
    expect(await refusalOf('endMembership', { id })).toEqual(['ILLEGAL_TRANSITION id']);
    expect((await done('addMember', joining)).membership.id).not.toBe(id);
  });

  it.each([
    ['of a partner that takes part already', {}, 'ALREADY_EXISTS'],
    ['of a partner that is not there', { partnerId: 'nobody' }, 'NOT_FOUND partnerId'],
    ['of an idea that is not there', { ideaId: 'nothing' }, 'NOT_FOUND ideaId'],
    ['with less than no money', { commitment: { amount: '-1.00', currency: 'SEK' } }, 'INVALID commitment amount'],
  ])('is refused: one %s', async (_which, changes, refusal) => {
    const idea = await make.idea({ stage: 'CONSORTIUM' });
    const joining = { ideaId: idea.id, partnerId: idea.partners[1]!.id, role: 'BENEFICIARY' };
    expect(await refusalOf('addMember', { ...joining, ...changes })).toEqual([expect.stringContaining(refusal)]);
  });

  it('cannot be left without a role', async () => {
    const { membershipIds } = await make.idea({ stage: 'CONSORTIUM' });
    expect(await refusalOf('updateMember', { id: membershipIds[1], role: null, letterOfIntent: null })).toEqual([
      'REQUIRED role',
      'REQUIRED letterOfIntent',
    ]);
  });
});
