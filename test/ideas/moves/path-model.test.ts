import { SYSTEM, type Viewer } from '../../../src/shared/viewer.js';
import { requirementsFrom } from '../../../src/ideas/gates/gates.js';
import { Stage } from '../../../src/ideas/stages.js';
import { at } from '../../../src/shared/time/clock.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import * as fc from '../../support/properties.js';
import { askAt, codesAt } from '../../support/service/ask-at.js';
import { inDays, Make } from '../../support/make/make.js';
import { aPlan } from '../../support/make/make-idea.js';
import { type Service, startService } from '../../support/service/service.js';
import { type Attempt, dayOf, isThere, type Model, refusalOf, standing, succeed } from './path-model.js';
import { expectOneTruth, countsOf } from './path-truth.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

/** The real idea, and the ids that attempts are made on. */
interface Real {
  readonly ideaId: string;
  readonly partnerIds: readonly string[];
  readonly membershipIds: Map<number, string>;
  readonly applicationIds: Map<number, string>;
}

const REASON = 'Därför.';

/** The mutation that an attempt is, and its input. */
async function mutationOf(attempt: Attempt, model: Model, real: Real): Promise<[string, object]> {
  const id = real.ideaId;
  switch (attempt.kind) {
    case 'ADVANCE':
      return ['advanceIdea', attempt.isWaived ? { id, waive: requirementsFrom(model.stage), reason: REASON } : { id }];
    case 'RETURN':
      return ['returnIdea', { id, to: attempt.to, reason: REASON }];
    case 'PAUSE':
    case 'RESUME':
    case 'DISCONTINUE':
    case 'COMPLETE':
      return [`${attempt.kind.toLowerCase()}Idea`, { id, reason: REASON }];
    case 'JOIN':
      return ['addMember', { ideaId: id, partnerId: real.partnerIds[attempt.partner], role: attempt.role }];
    case 'SIGN':
      return ['updateMember', { id: real.membershipIds.get(attempt.partner), letterOfIntent: 'SIGNED' }];
    case 'ASK':
      return ['askToJoin', { ideaId: id, role: attempt.role }];
    case 'INVITE_MEMBER':
      return ['inviteMember', { ideaId: id, partnerId: real.partnerIds[attempt.partner], role: attempt.role }];
    case 'ACCEPT':
    case 'DECLINE':
      return ['answerJoinRequest', { id: await requestOf(attempt, real), accept: attempt.kind === 'ACCEPT' }];
    case 'CHANGE_GATES': {
      const { isOpen: open, minPartners } = attempt;
      return ['updateProgramme', { code: 'KS3', open, gatePolicy: { minPartners } }];
    }
    case 'MERGE': {
      const [fromId, intoId] = [attempt.partner, attempt.into].map(each => real.partnerIds[each]);
      return ['mergePartners', { fromId, intoId, reason: REASON }];
    }
    case 'LEAVE':
      return ['endMembership', { id: real.membershipIds.get(attempt.partner) }];
    case 'PLAN':
      return ['planProject', { ideaId: id, ...aPlan() }];
    case 'REACH_MILESTONE':
      return ['completeMilestone', { id: await partOf('milestone', real), completedOn: dayOf(model) }];
    case 'REOPEN': {
      const change = { id: await partOf('milestone', real), completedOn: null };
      return ['reviseProject', { id: await projectOf(real), reason: REASON, milestones: [change] }];
    }
    case 'MEASURE':
      return ['recordMeasurement', { indicatorId: await partOf('indicator', real), on: dayOf(model), value: '3' }];
    default:
      return applicationMutation(attempt, model, real);
  }
}

/** Partners ask for themselves; all else the programme may do. */
function viewerOf(attempt: Attempt, model: Model, { partnerIds }: Real): Viewer {
  if (attempt.kind !== 'ASK') return SYSTEM;
  return { ...SYSTEM, role: 'PARTNER', partnerId: partnerIds[standing(model, attempt.partner)]! };
}

function applicationMutation(
  { kind, call }: Extract<Attempt, { call: number }>,
  { calls }: Model,
  { ideaId, applicationIds }: Real,
): [string, object] {
  const id = applicationIds.get(call);
  const requested = { amount: '9000000', currency: 'SEK' };
  const mutations: Record<typeof kind, [string, object]> = {
    START: ['startApplication', { ideaId, callId: calls[call]!.id, requested }],
    SUBMIT: ['submitApplication', { id }],
    REVIEW: ['startReview', { id }],
    INVITE: ['recordInvitation', { id }],
    GRANT: ['recordDecision', { id, granted: true }],
    REJECT: ['recordDecision', { id, granted: false }],
    WITHDRAW: ['withdrawApplication', { id, reason: REASON }],
  };
  return mutations[kind];
}

async function requestOf({ partner }: { partner: number }, { ideaId, partnerIds }: Real): Promise<string> {
  const [row] = await service.database.query<{ id: string }>(
    `select id from join_request where idea_id = $1 and partner_id = $2 and status = 'PENDING'`,
    [ideaId, partnerIds[partner]],
  );
  return row!.id;
}

async function projectOf({ ideaId }: Real): Promise<string> {
  const [row] = await service.database.query<{ id: string }>('select id from project where idea_id = $1', [ideaId]);
  return row!.id;
}

async function partOf(table: 'milestone' | 'indicator', { ideaId }: Real): Promise<string> {
  const [row] = await service.database.query<{ id: string }>(
    `select part.id from ${table} part join project on project.id = part.project_id where project.idea_id = $1`,
    [ideaId],
  );
  return row!.id;
}

async function expectRequests({ requests }: Model, { ideaId, partnerIds }: Real): Promise<void> {
  const rows = await service.database.query<{ partner: string; origin: string; role: string }>(
    `select partner_id as partner, origin, role from join_request where idea_id = $1 and status = 'PENDING'`,
    [ideaId],
  );
  const expected = [...requests].map(([place, { origin, role }]) => ({ partner: partnerIds[place], origin, role }));
  expect(new Set(rows.map(row => ({ ...row })))).toEqual(new Set(expected));
}

async function expectMembers({ members }: Model, { ideaId, partnerIds }: Real): Promise<void> {
  const rows = await service.database.query<{ partner: string; role: string }>(
    'select partner_id as partner, role from membership where idea_id = $1 and left_at is null',
    [ideaId],
  );
  const expected = [...members].map(([place, role]) => ({ partner: partnerIds[place], role }));
  expect(new Set(rows.map(row => ({ ...row })))).toEqual(new Set(expected));
}

/** One attempt, some days after the one before. */
class Try implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly days: number,
    private readonly attempt: Attempt,
  ) {}

  check(model: Readonly<Model>): boolean {
    return isThere(model, this.attempt);
  }

  async run(model: Model, real: Real): Promise<void> {
    model.moment = new Date(model.moment.getTime() + this.days * 86_400_000 + 1);
    const when = { moment: model.moment, viewer: SYSTEM };
    const { idea } = await askAt(service, when, `query ($id: ID!) { idea(id: $id) { readiness { ready } } }`, {
      id: real.ideaId,
    });
    const expected = refusalOf(model, this.attempt, idea.readiness?.ready ?? false);
    const before = await countsOf(service.database);
    const [mutation, input] = await mutationOf(this.attempt, model, real);
    const codes = await codesAt(service, { ...when, viewer: viewerOf(this.attempt, model, real) }, mutation, input);
    expect(codes).toEqual(expected ? [expected] : []);
    if (expected) expect(await countsOf(service.database)).toEqual(before);
    else succeed(model, this.attempt);
    if (!expected) await this.remember(model, real);
    await expectOneTruth(service.database, real.ideaId, model);
    await expectMembers(model, real);
    await expectRequests(model, real);
  }

  /** The newest of what was made, to be tried on later. */
  private async remember(model: Model, real: Real): Promise<void> {
    const newest = async (table: 'membership' | 'application') => {
      const [row] = await service.database.query<{ id: string }>(
        `select id from ${table} where idea_id = $1 order by id desc limit 1`,
        [real.ideaId],
      );
      return row!.id;
    };
    if (this.attempt.kind === 'JOIN' || this.attempt.kind === 'ACCEPT')
      real.membershipIds.set(standing(model, this.attempt.partner), await newest('membership'));
    if (this.attempt.kind === 'MERGE') {
      const stays = standing(model, this.attempt.into);
      const [row] = await service.database.query<{ id: string }>(
        'select id from membership where idea_id = $1 and partner_id = $2 and left_at is null',
        [real.ideaId, real.partnerIds[stays]],
      );
      if (row) real.membershipIds.set(stays, row.id);
    }
    if (this.attempt.kind === 'START') real.applicationIds.set(this.attempt.call, await newest('application'));
  }

  toString(): string {
    return `${this.days} days on ${JSON.stringify(this.attempt)}`;
  }
}

/** Weighted so that one in a few runs comes all the way, and the others are held up everywhere. */
const anAttempt = fc.oneof(
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('ADVANCE'), isWaived: fc.constantFrom(true, true, false) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('RETURN'), to: fc.constantFrom(...wordsOf(Stage)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('PAUSE', 'RESUME', 'RESUME') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('COMPLETE', 'COMPLETE', 'DISCONTINUE') }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('PLAN', 'REACH_MILESTONE', 'REOPEN', 'MEASURE') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('JOIN'),
      partner: fc.nat(3),
      role: fc.constantFrom('COORDINATOR', 'BENEFICIARY'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('ASK', 'INVITE_MEMBER'),
      partner: fc.nat(3),
      role: fc.constantFrom('COORDINATOR', 'BENEFICIARY', 'BENEFICIARY'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('ACCEPT', 'ACCEPT', 'DECLINE'), partner: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('CHANGE_GATES'),
      isOpen: fc.boolean(),
      minPartners: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('MERGE'), partner: fc.nat(3), into: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('SIGN', 'SIGN', 'LEAVE'), partner: fc.nat(3) }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...(['START', 'START', 'SUBMIT', 'SUBMIT', 'REVIEW', 'REVIEW'] as const),
        ...(['INVITE', 'INVITE', 'GRANT', 'REJECT', 'WITHDRAW'] as const),
      ),
      call: fc.nat(2),
    }),
  },
) as fc.Arbitrary<Attempt>;

/** An application from its draft to a decision: by chance alone, few would come so far. */
const anApplication = fc
  .record({ call: fc.nat(2), decision: fc.constantFrom('GRANT' as const, 'REJECT' as const) })
  .map(({ call, decision }): Attempt[] =>
    (['START', 'SUBMIT', 'REVIEW', decision] as const).map(kind => ({ kind, call })),
  );

const someTries = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 1, 10),
    fc.oneof({ weight: 12, arbitrary: anAttempt.map(attempt => [attempt]) }, { weight: 1, arbitrary: anApplication }),
  )
  .map(([days, attempts]) => attempts.map((attempt, index) => new Try(index === 0 ? days : 0, attempt)));

async function anIdeaAndItsModel(): Promise<{ model: Model; real: Real }> {
  const moment = new Date('2026-12-01T09:00:00Z');
  await service.database.query(`update programme set open = true where code_prefix = 'KS3'`);
  return at(moment, async () => {
    const [deadline, second] = [inDays(60), inDays(120)];
    const twoStages = { deadlineModel: 'TWO_STAGE' as const, deadlines: [{ at: deadline }, { at: second }] };
    const calls = [
      { id: (await make.call({ deadlines: [{ at: deadline }] })).id, deadline },
      { id: (await make.call({ deadlineModel: 'CONTINUOUS', deadlines: [] })).id, deadline: null },
      { id: (await make.call(twoStages)).id, deadline, second },
    ];
    const sectors = ['ACADEMIA', 'BUSINESS_SME', 'PUBLIC', 'CIVIL_SOCIETY'] as const;
    const partners = [];
    for (const sector of sectors) partners.push(await make.partner({ sector }));
    const { id: ideaId } = await make.idea();
    const model: Model = {
      ...{ moment, stage: 'CONCEPT', state: 'ACTIVE', calls, isPlanned: false, isMilestoneReached: false },
      ...{ hasBaseline: false, invited: new Map() },
      ...{ requests: new Map(), members: new Map(), merged: new Map(), applications: new Map(), measured: new Set() },
      history: [{ at: moment, stage: 'CONCEPT', state: 'ACTIVE' }],
    };
    const partnerIds = partners.map(({ id }) => id);
    return { model, real: { ideaId, partnerIds, membershipIds: new Map(), applicationIds: new Map() } };
  });
}

it('whatever is tried, the path, the transitions, the activity and the rows tell one story', async () => {
  const tries = fc.array(someTries, { minLength: 40, maxLength: 50 }).map(each => each.flat());
  await fc.assert(
    fc.asyncProperty(tries, made => fc.asyncModelRun(anIdeaAndItsModel, made)),
    { numRuns: 8 },
  );
}, 600_000);
