import { Make } from '../../../support/make/make.js';
import { listen, listening } from '../../../support/service/listener.js';
import { KEYS, type Service, startService } from '../../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const admin = (document: string, input: object) => service.as(KEYS.admin).run<any, object>(document, { input });
const CHANGES = 'subscription { activity { kind idea { id } } }';
const MERGE = `mutation ($input: MergePartnersInput!) { done: mergePartners(input: $input) { userErrors { message } } }`;
const RETITLE = `mutation ($input: UpdateIdeaInput!) { done: updateIdea(input: $input) { userErrors { message } } }`;

it("a merged partner's subscription goes on as that of the partner that it is part of now", async () => {
  const [from, into] = [await make.partner(), await make.partner()];
  const [own, others] = [
    await make.idea({ owner: from, visibility: 'CONSORTIUM' }),
    await make.idea({ owner: into, visibility: 'CONSORTIUM' }),
  ];
  const listener = listen(service, await make.key('PARTNER', from), CHANGES);
  await listening(service, 1);
  const retitle = async ({ id }: { id: string }, sv = 'Ny titel') =>
    expect(await admin(RETITLE, { id, title: { sv } })).toEqual({ done: { userErrors: [] } });
  await retitle(others);
  await retitle(own);
  const merge = { fromId: from.id, intoId: into.id, reason: 'Samma bolag' };
  expect(await admin(MERGE, merge)).toEqual({ done: { userErrors: [] } });
  await retitle(own, 'Sedan');
  await retitle(others, 'Sedan');
  const updated = async (count: number) => {
    for (let wanted = count; ; wanted += 1) {
      const ideas = (await listener.until(wanted)).flatMap(({ activity: { kind, idea } }: any) =>
        kind === 'IDEA_UPDATED' ? idea.id : [],
      );
      if (ideas.length >= count) return ideas;
    }
  };
  expect(await updated(3)).toEqual([own.id, own.id, others.id]);
  await listener.stop();
});
