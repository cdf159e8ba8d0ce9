import { setTimeout as delay } from 'node:timers/promises';
import { Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const ask = (document: string, variables: object, key: string): Promise<any> =>
  service.as(key).run<any, object>(document, variables);

const TOTALS = `query ($asOf: DateTime, $owners: [ID!]) { pipeline(asOf: $asOf, filter: { owners: $owners }) {
  total stages { count } matrix { count } history(from: "2020-01-01", to: "2020-02-01") { stages { count } } } }`;
const totalFor = async (key: string, asOf: string | null, owner: { id: string }) =>
  (await ask(TOTALS, { asOf, owners: [owner.id] }, key)).pipeline.total;

it('tells of a past that was another owner’s to whoever may see the idea today, and to nobody else', async () => {
  const [before, after] = [await make.partner(), await make.partner()];
  const [keyBefore, keyAfter] = [await make.key('PARTNER', before), await make.key('PARTNER', after)];
  const input = { title: { sv: 'Text' }, summary: { sv: 'Text' }, ownerId: before.id, visibility: 'CONSORTIUM' };
  const { createIdea } = await ask(
    'mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id } } }',
    { input },
    KEYS.admin,
  );
  await delay(20);
  const asOf = new Date().toISOString();
  await delay(20);
  expect([await totalFor(keyBefore, asOf, before), await totalFor(keyAfter, asOf, before)]).toEqual([1, 0]);

  const { transferIdea } = await ask(
    'mutation ($input: TransferIdeaInput!) { transferIdea(input: $input) { userErrors { code } } }',
    { input: { id: createIdea.idea.id, ownerId: after.id, reason: 'Verksamheten går över.' } },
    KEYS.admin,
  );
  expect(transferIdea.userErrors).toEqual([]);
  expect([await totalFor(keyBefore, null, after), await totalFor(keyAfter, null, after)]).toEqual([0, 1]);
  expect([await totalFor(keyBefore, asOf, before), await totalFor(keyAfter, asOf, before)]).toEqual([0, 1]);
});
