import { SYSTEM } from '../../src/shared/viewer.js';
import { codesAt } from '../support/service/ask-at.js';
import { Make } from '../support/make/make.js';
import { move } from '../support/make/moves.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

describe.each(['activity', 'stage_transition'])('rows of %s', table => {
  it.each([
    `update ${table} set reason = 'förfalskad'`,
    `delete from ${table}`,
    `delete from ${table} where id = 'finns inte'`,
    `truncate ${table} cascade`,
  ])('are kept as they are: %s', async statement => {
    const before = await stored(service.database);
    await expect(service.database.query(statement)).rejects.toThrow(`rows of ${table} are never changed or deleted`);
    expect(await stored(service.database)).toEqual(before);
  });
});

const SINCE = `query ($since: Int!, $first: Int, $after: String, $kinds: [ActivityKind!]) {
  activity(sinceSequence: $since, first: $first, after: $after, kinds: $kinds) {
    nodes { sequence kind actor { name } idea { id stage } subject { __typename id } }
    pageInfo { hasNextPage endCursor } } }`;

async function newest(): Promise<number> {
  const [row] = await service.database.query<{ newest: number }>('select max(sequence) as newest from activity');
  return row!.newest;
}

it('a reader who comes back is told all that it missed, page by page, in the order it happened', async () => {
  const since = await newest();
  const { id } = await make.idea({ stage: 'PROJECT' });
  await move(service.as(KEYS.partner), 'COMPLETE', { id });
  const told: { sequence: number; kind: string; idea: { id: string } }[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: any = await service.as(KEYS.partner).run(SINCE, { since, first: 4, after });
    told.push(...page.activity.nodes);
    ({ endCursor: after, hasNextPage: more } = page.activity.pageInfo);
  }
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => since + 1 + index));
  const own = told.filter(({ idea }) => idea?.id === id).map(({ kind }) => kind);
  expect(own).toEqual([
    'IDEA_CREATED',
    'IDEA_ADVANCED',
    ...Array<string>(3).fill('MEMBERSHIP_ADDED'),
    'APPLICATION_STARTED',
    'IDEA_ADVANCED',
    'APPLICATION_SUBMITTED',
    'APPLICATION_REVIEWED',
    'APPLICATION_DECIDED',
    'MEMBERSHIP_UPDATED',
    'PROJECT_PLANNED',
    'IDEA_ADVANCED',
    'IDEA_COMPLETED',
  ]);
});

it('asked for some kinds, a reader is told of these alone', async () => {
  const since = await newest();
  await make.idea({ stage: 'FUNDING_APPLICATION' });
  const kinds = ['PROJECT_PLANNED', 'APPLICATION_DECIDED'];
  const { activity } = await service.as(KEYS.admin).run<any, object>(SINCE, { since, kinds });
  expect(activity.nodes).toMatchObject([
    { kind: 'APPLICATION_DECIDED', subject: { __typename: 'Application' } },
    { kind: 'PROJECT_PLANNED', subject: { __typename: 'Project' } },
  ]);
});

it('each command is told once, by whoever did it, and a refused one is not told', async () => {
  const { id } = await make.idea({ stage: 'CONSORTIUM', bare: true });
  const since = await newest();
  const [partner, admin] = [service.as(KEYS.partner), service.as(KEYS.admin)];
  await move(partner, 'ADVANCE', { id });
  await move(partner, 'PAUSE', { id, reason: 'Semester.' });
  await move(partner, 'PAUSE', { id });
  await move(admin, 'RESUME', { id });
  await move(admin, 'RETURN', { id, to: 'CONCEPT', reason: ' Tänk om. ' });
  const { activity } = await admin.run<any, object>(
    `query ($since: Int!) { activity(sinceSequence: $since) { nodes { kind reason actor { name role partner { slug } } changes { field before after } } } }`,
    { since },
  );
  const techtank = { role: 'PARTNER', partner: { slug: 'techtank' } };
  expect(activity.nodes).toMatchObject([
    {
      kind: 'IDEA_PAUSED',
      reason: 'Semester.',
      actor: techtank,
      changes: [{ field: 'state', before: 'ACTIVE', after: 'PAUSED' }],
    },
    {
      kind: 'IDEA_RESUMED',
      actor: { role: 'ADMIN' },
      changes: [{ field: 'state', before: 'PAUSED', after: 'ACTIVE' }],
    },
    { kind: 'IDEA_RETURNED', reason: 'Tänk om.' },
  ]);
  const returned = activity.nodes[2].changes.map(({ field }: { field: string }) => field);
  expect(returned.sort()).toEqual(['enteredStageAt', 'stage']);
});

it('what happens inside a hidden idea is told to those inside it alone', async () => {
  const owner = await make.partner();
  const since = await newest();
  const idea = await make.idea({ stage: 'PROJECT', owner, visibility: 'CONSORTIUM' });
  const [milestone] = await service.database.query<{ id: string }>('select id from milestone where project_id = $1', [
    idea.projectId,
  ]);
  const input = { id: milestone!.id, completedOn: '2027-11-24' };
  expect(
    await codesAt(service, { moment: new Date('2028-07-01'), viewer: SYSTEM }, 'completeMilestone', input),
  ).toEqual([]);
  const seenBy = async (key: string | null) => {
    const { activity } = await service.as(key).run<any, object>(SINCE, { since, first: 100 });
    return activity.nodes.filter((each: any) => each.idea?.id === idea.id).map(({ kind }: any) => kind);
  };
  expect(await seenBy(await make.key('PARTNER', owner))).toContain('MILESTONE_COMPLETED');
  expect(await seenBy(await make.key('PARTNER', idea.partners[1]))).toContain('MILESTONE_COMPLETED');
  for (const key of [KEYS.partner, KEYS.integrator, null]) expect(await seenBy(key)).toEqual([]);
});
