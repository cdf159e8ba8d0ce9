import { accept, startReceiver, type Receiver } from '../support/doubles/receiver.js';
import { Make } from '../support/make/make.js';
import { anIdea, CREATE, titlesIn } from '../support/make/webhooks.js';
import { eventually } from '../support/service/listener.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
let receiver: Receiver;
beforeAll(async () => {
  service = await startService({ WEBHOOK_ALLOW_PRIVATE: 'true' });
  make = new Make(service.database);
}, 60_000);
beforeEach(async () => (receiver = await startReceiver()));
afterEach(() => receiver.stop());
afterAll(() => service.stop());

async function done(field: string, type: string, input: object, key: string = KEYS.admin): Promise<any> {
  const document = `mutation ($input: ${type}!) { done: ${field}(input: $input) { userErrors { message } ${ASKED[field] ?? ''} } }`;
  const answer = (await service.as(key).run<any, object>(document, { input })).done;
  expect(answer.userErrors).toEqual([]);
  return answer;
}
const ASKED: Record<string, string> = { addMember: 'membership { id }' };

/** Waits until the webhook has been served up to the newest activity. */
const passed = (id: string) =>
  eventually(
    async () =>
      (
        await service.database.query(
          'select from webhook, activity_head head where id = $1 and webhook.sequence < head.sequence',
          [id],
        )
      ).length === 0,
    () => 'the webhook lags behind',
  );

/** A burst of changes of an idea, which a member's webhook is sent once it is switched on. */
async function aBurst(limitsOf: (idea: { id: string }) => object) {
  const partner = await make.partner();
  const key = await make.key('PARTNER', partner);
  const idea = await anIdea(service, { visibility: 'CONSORTIUM', focusAreas: ['tech'] });
  const member = { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' };
  const { membership } = await done('addMember', 'AddMemberInput', member);
  const input = { url: receiver.url, kinds: ['IDEA_UPDATED'], ...limitsOf(idea) };
  const { id } = (await service.as(key).run<any, object>(CREATE, { input })).createWebhook.webhook;
  await done('updateWebhook', 'UpdateWebhookInput', { id, active: false });
  for (let n = 1; n <= 12; n += 1) await idea.retitle(`Salva ${n}`);
  return {
    id,
    membershipId: membership.id as string,
    begin: () => done('updateWebhook', 'UpdateWebhookInput', { id, active: true }),
  };
}

const LIMITS = [
  ['without limits', () => ({})],
  ['limited to the idea', ({ id }: { id: string }) => ({ ideas: [id] })],
  ['limited to its focus area', () => ({ focusAreas: ['tech'] })],
] as const;

describe.each(LIMITS)('a burst to a webhook %s', (_, limitsOf) => {
  it('comes whole and in order', async () => {
    const { id, begin } = await aBurst(limitsOf);
    await begin();
    await passed(id);
    expect(titlesIn(receiver.received)).toEqual(Array.from({ length: 12 }, (_, n) => `Salva ${n + 1}`));
  });

  it('ends with the membership: nothing of the idea is sent afterwards, though it was read ahead', async () => {
    const { id, membershipId, begin } = await aBurst(limitsOf);
    receiver.answers = [
      accept,
      accept,
      (request, response) =>
        void done('endMembership', 'EndMembershipInput', { id: membershipId, reason: 'Slut' }).then(() =>
          accept(request, response),
        ),
      accept,
    ];
    await begin();
    await passed(id);
    expect(titlesIn(receiver.received)).toEqual(['Salva 1', 'Salva 2', 'Salva 3']);
  });
});
