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

/** Changes on an old version, by what they take beside it. */
const OF_IDEAS: readonly (readonly [string, string, object])[] = [
  ['updateIdea', 'UpdateIdeaInput', { title: { sv: 'Min' } }],
  ['advanceIdea', 'AdvanceIdeaInput', {}],
  ['returnIdea', 'ReturnIdeaInput', { to: 'CONCEPT', reason: 'x' }],
  ['pauseIdea', 'IdeaStateInput', { reason: 'x' }],
  ['discontinueIdea', 'IdeaStateInput', { reason: 'x' }],
];

const refusalOf = async (key: string, [mutation, type]: readonly [string, string, ...unknown[]], input: object) => {
  const asked = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { code path } } }`;
  return (await service.as(key).run<any, object>(asked, { input })).done.userErrors;
};

const CONFLICT = [{ code: 'CONFLICT', path: ['expectedVersion'] }];
const FORBIDDEN = [{ code: 'FORBIDDEN', path: null }];

it.each(OF_IDEAS)(
  'who may not is told so by %s, whatever the version; who may, that it has moved on',
  async (...each) => {
    const { id } = await make.idea({ owner: await make.partner(), stage: 'CONSORTIUM', visibility: 'PUBLIC' });
    const input = { id, expectedVersion: 99, ...each[2] };
    const before = await stored(service.database);
    expect(await refusalOf(KEYS.partner, each, input)).toEqual(FORBIDDEN);
    expect(await refusalOf(KEYS.admin, each, input)).toEqual(CONFLICT);
    expect(await stored(service.database)).toEqual(before);
  },
);

it('so it is inside an idea: an amendment, an application, and a decision that is not for its owner', async () => {
  const projectOf = 'query ($id: ID!) { idea(id: $id) { project { id } applications { id } } }';
  const read = async (id: string) => (await service.as(KEYS.admin).run<any, object>(projectOf, { id })).idea;
  const others = await make.idea({ owner: await make.partner(), stage: 'PROJECT', visibility: 'PUBLIC' });
  const own = await make.idea({ stage: 'PROJECT', visibility: 'PUBLIC' });
  const [{ project, applications }, mine] = [await read(others.id), await read(own.id)];
  const before = await stored(service.database);
  const revise = ['reviseProject', 'ReviseProjectInput'] as const;
  const amendment = { id: project.id, expectedVersion: 99, reason: 'x', decidedOn: '2026-01-01' };
  expect(await refusalOf(KEYS.partner, revise, amendment)).toEqual(FORBIDDEN);
  expect(await refusalOf(KEYS.admin, revise, amendment)).toEqual(CONFLICT);
  const withdraw = ['withdrawApplication', 'WithdrawApplicationInput'] as const;
  const withdrawal = { id: applications[0].id, expectedVersion: 99, reason: 'x' };
  expect(await refusalOf(KEYS.partner, withdraw, withdrawal)).toEqual(FORBIDDEN);
  expect(await refusalOf(KEYS.admin, withdraw, withdrawal)).toEqual(CONFLICT);
  const decide = ['recordDecision', 'RecordDecisionInput'] as const;
  const decision = { id: mine.applications[0].id, expectedVersion: 99, granted: false };
  expect(await refusalOf(KEYS.partner, decide, decision)).toEqual(FORBIDDEN);
  expect(await refusalOf(KEYS.admin, decide, decision)).toEqual(CONFLICT);
  expect(await stored(service.database)).toEqual(before);
});
