import { inputOf } from '../support/ask-at.js';
import { Make } from '../support/make.js';
import { aPlan, type MadeIdea } from '../support/make-idea.js';
import { type Caller, KEYS, type Service, startService } from '../support/service.js';
import { stored } from '../support/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

const REASON = 'Därför.';
const TODAY = new Date().toISOString().slice(0, 10);

/** A mutation inside an idea, and what it takes to try it on one that is made for it. */
interface Deed {
  readonly mutation: string;
  readonly on: 'CONSORTIUM' | 'FUNDING_APPLICATION' | 'PROJECT';
  /** What only Region Blekinge does. */
  readonly byAdmin?: true;
  readonly input: (idea: MadeIdea, parts: Parts) => Promise<object> | object;
}

/** Parts of a project by their ids. */
type Parts = Record<'milestone' | 'outcome' | 'indicator', string>;

const DEEDS: readonly Deed[] = [
  { mutation: 'advanceIdea', on: 'CONSORTIUM', input: ({ id }) => ({ id }) },
  { mutation: 'returnIdea', on: 'CONSORTIUM', input: ({ id }) => ({ id, to: 'CONCEPT', reason: REASON }) },
  { mutation: 'pauseIdea', on: 'CONSORTIUM', input: ({ id }) => ({ id, reason: REASON }) },
  { mutation: 'discontinueIdea', on: 'CONSORTIUM', input: ({ id }) => ({ id, reason: REASON }) },
  { mutation: 'completeIdea', on: 'PROJECT', input: ({ id }) => ({ id, reason: REASON }) },
  {
    mutation: 'startApplication',
    on: 'CONSORTIUM',
    input: async ({ id }) => ({ ideaId: id, callId: (await make.call()).id }),
  },
  { mutation: 'updateApplication', on: 'CONSORTIUM', input: idea => ({ id: idea.applicationId, reference: 'D-1' }) },
  { mutation: 'submitApplication', on: 'CONSORTIUM', input: idea => ({ id: idea.applicationId }) },
  { mutation: 'withdrawApplication', on: 'CONSORTIUM', input: idea => ({ id: idea.applicationId, reason: REASON }) },
  { mutation: 'planProject', on: 'CONSORTIUM', input: ({ id }) => ({ ideaId: id, ...aPlan() }) },
  { mutation: 'completeMilestone', on: 'PROJECT', input: (_, { milestone: id }) => ({ id, completedOn: TODAY }) },
  { mutation: 'updateOutcome', on: 'PROJECT', input: (_, { outcome: id }) => ({ id, status: 'IN_DEVELOPMENT' }) },
  {
    mutation: 'recordMeasurement',
    on: 'PROJECT',
    input: (_, { indicator: indicatorId }) => ({ indicatorId, on: TODAY, value: '1' }),
  },
  {
    mutation: 'recordDecision',
    on: 'FUNDING_APPLICATION',
    byAdmin: true,
    input: idea => ({ id: idea.applicationId, granted: true }),
  },
];

async function codes(caller: Caller, mutation: string, input: object): Promise<string[]> {
  const { done } = await caller.run<any, object>(
    `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { userErrors { code } } }`,
    { input },
  );
  return done.userErrors.map(({ code }: { code: string }) => code);
}

async function partsOf({ projectId }: MadeIdea): Promise<Parts> {
  const parts = { milestone: '', outcome: '', indicator: '' };
  for (const part of ['milestone', 'outcome', 'indicator'] as const) {
    const [row] = await service.database.query<{ id: string }>(`select id from ${part} where project_id = $1`, [
      projectId,
    ]);
    parts[part] = row?.id ?? '';
  }
  return parts;
}

describe.each(DEEDS)('$mutation', ({ mutation, on, byAdmin, input }) => {
  it('is refused to whoever does not lead the idea, changing nothing, and done for those who do', async () => {
    const owner = await make.partner();
    const except = on === 'FUNDING_APPLICATION' ? 'APPLICATION_GRANTED' : undefined;
    const idea = await make.idea({ stage: on, owner, visibility: 'CONSORTIUM', ...(except && { except }) });
    const given = await input(idea, await partsOf(idea));
    const [coordinator, member] = idea.partners;
    const [ownerKey, coordinatorKey, memberKey, everything] = [
      await make.key('PARTNER', owner),
      await make.key('PARTNER', coordinator),
      await make.key('PARTNER', member),
      await make.key('INTEGRATOR', null, ['ALL_IDEAS', 'CONFIDENTIAL']),
    ];
    const before = await stored(service.database);
    expect(await codes(service.as(memberKey), mutation, given)).toEqual(['FORBIDDEN']);
    expect(await codes(service.as(everything), mutation, given)).toEqual(['FORBIDDEN']);
    for (const outsider of [KEYS.partner, KEYS.integrator, null]) {
      expect(await codes(service.as(outsider), mutation, given)).toEqual(['NOT_FOUND']);
    }
    if (byAdmin) {
      expect(await codes(service.as(ownerKey), mutation, given)).toEqual(['FORBIDDEN']);
      expect(await codes(service.as(coordinatorKey), mutation, given)).toEqual(['FORBIDDEN']);
    }
    expect(await stored(service.database)).toEqual(before);
    const lead = byAdmin ? KEYS.admin : [ownerKey, coordinatorKey][mutation.length % 2]!;
    expect(await codes(service.as(lead), mutation, given)).toEqual([]);
  });
});

it('a public idea is forbidden, not hidden, to anonymous callers and integrators', async () => {
  const { id } = await make.idea({ visibility: 'PUBLIC' });
  const input = { id, reason: REASON };
  for (const key of [null, KEYS.integrator]) {
    expect(await codes(service.as(key), 'pauseIdea', input)).toEqual(['FORBIDDEN']);
  }
});

it('whoever leads an idea starts the review of its application, and so does Region Blekinge', async () => {
  for (const key of [KEYS.partner, KEYS.admin]) {
    const { applicationId: id } = await make.idea({ stage: 'CONSORTIUM' });
    expect(await codes(service.as(KEYS.partner), 'submitApplication', { id })).toEqual([]);
    expect(await codes(service.as(key), 'startReview', { id })).toEqual([]);
  }
});

it('a former coordinator leads the idea no more', async () => {
  const idea = await make.idea({ stage: 'CONSORTIUM', visibility: 'PUBLIC' });
  const key = await make.key('PARTNER', idea.partners[0]);
  expect(await codes(service.as(key), 'pauseIdea', { id: idea.id, reason: REASON })).toEqual([]);
  expect(await codes(service.as(key), 'endMembership', { id: idea.membershipIds[0] })).toEqual([]);
  expect(await codes(service.as(key), 'resumeIdea', { id: idea.id, reason: REASON })).toEqual(['FORBIDDEN']);
});
