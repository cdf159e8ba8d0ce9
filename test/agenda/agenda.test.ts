import { readFileSync } from 'node:fs';
import { Make, swedishNoon } from '../support/make/make.js';
import type { MadeIdea } from '../support/make/make-idea.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

const AGENDA = readFileSync(new URL('../../schema/operations/agenda.graphql', import.meta.url), 'utf8');

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

interface Item {
  key: string;
  kind: string;
  message: string;
  dueOn: string | null;
  daysLeft: number | null;
  risk: string | null;
  requirements: string[];
  action: string | null;
  idea: { id: string; code: string } | null;
  fundingCall: { id: string } | null;
}

async function agenda(key: string | null, variables: object = {}): Promise<Item[]> {
  const { viewer } = await service.as(key).run<any, object>(AGENDA, { first: 100, ...variables });
  return viewer.agenda;
}

/** A partner of its own, its key, and an idea that it leads. */
async function world(wanted: Parameters<Make['idea']>[0] = {}) {
  const owner = await make.partner({ sector: 'ACADEMIA' });
  const idea = await make.idea({ owner, ...wanted });
  return { owner, key: await make.key('PARTNER', owner), idea };
}

const kinds = (items: readonly Item[]) => items.map(({ kind }) => kind).sort();
const set = (table: string, column: string, id: string | null, value: unknown) =>
  service.database.query(`update ${table} set ${column} = $1 where id = $2`, [value, id]);

/** The application that an idea writes is due in so many days. */
async function aimAt({ callId, applicationId }: MadeIdea, days: number): Promise<void> {
  await set('funding_call', 'deadlines', callId, [swedishNoon(days)]);
  await set('application', 'deadline', applicationId, null);
}

describe('what waits for who leads an idea', () => {
  it('is to advance it once every requirement is met', async () => {
    const { key, idea } = await world();
    const [item, ...others] = await agenda(key);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      ...{
        kind: 'READY_TO_ADVANCE',
        action: 'ADVANCE',
        dueOn: null,
        daysLeft: null,
        risk: null,
        idea: { id: idea.id },
      },
      message: 'Alla krav är uppfyllda: idén kan gå vidare till steget konsortium.',
    });
  });

  it('is nothing before a requirement is met that no deadline makes urgent', async () => {
    const { key } = await world({ except: 'DESCRIBED' });
    expect(await agenda(key)).toEqual([]);
  });

  it('is a deadline, the letters of others by name, and what the gate ahead still asks', async () => {
    const { key, idea } = await world({ stage: 'CONSORTIUM', except: 'LETTERS_OF_INTENT' });
    await aimAt(idea, 40);
    const items = await agenda(key, { locale: 'EN' });
    expect(kinds(items)).toEqual(['CALL_DEADLINE', 'LETTER_MISSING']);
    const [{ idea: facts, viewer }] = [
      await service.as(key).run<any, object>(
        `query ($id: ID!) { idea(id: $id) { viewerCan readiness { requirements { code met } }
          consortium { memberships { letterOfIntent partner { name } } } }
          viewer { partner { name } } }`,
        { id: idea.id },
      ),
    ];
    const unmet = facts.readiness.requirements.filter(({ met }: any) => !met).map(({ code }: any) => code);
    expect(items.find(({ kind }) => kind === 'CALL_DEADLINE')!.requirements).toEqual(unmet);
    const letters = items.find(({ kind }) => kind === 'LETTER_MISSING')!;
    const missing = facts.consortium.memberships
      .filter(({ letterOfIntent, partner }: any) => letterOfIntent !== 'SIGNED' && partner.name !== viewer.partner.name)
      .map(({ partner }: any) => partner.name);
    for (const name of missing) expect(letters.message).toContain(name);
    expect(items.map(({ daysLeft }) => daysLeft)).toEqual([40, 40]);
    expect(letters.action).toBe('MANAGE_CONSORTIUM');
  });

  it('speaks of letters as of any requirement while the deadline is more than sixty days away', async () => {
    const { key, idea } = await world({ stage: 'CONSORTIUM', except: 'LETTERS_OF_INTENT' });
    await aimAt(idea, 75);
    const items = await agenda(key);
    expect(kinds(items)).toEqual(['CALL_DEADLINE', 'REQUIREMENT_UNMET']);
    expect(items[1]!.requirements).toEqual(['LETTERS_OF_INTENT']);
    expect(kinds(await agenda(key, { within: 'P70D' }))).toEqual([]);
  });

  it('gives each deadline the risk and the requirements that the pipeline gives it', async () => {
    for (const key of [KEYS.partner, KEYS.admin]) {
      const { pipeline } = await service
        .as(key)
        .run<any, object>(
          '{ pipeline { deadlines(within: 92) { at risk unmet { code } idea { code } call { id } } } }',
        );
      const told = (await agenda(key)).filter(({ kind }) => kind === 'CALL_DEADLINE');
      expect(told.length).toBeGreaterThan(0);
      for (const item of told) {
        const same = pipeline.deadlines.find(
          (each: any) => each.idea.code === item.idea!.code && each.call.id === item.fundingCall!.id,
        );
        expect({ risk: same.risk, requirements: same.unmet.map(({ code }: any) => code) }).toEqual({
          risk: item.risk,
          requirements: item.requirements,
        });
      }
    }
  });

  it('is a milestone sixty days before its day and after it, and not once it is reached or struck', async () => {
    const { key, idea } = await world({ stage: 'PROJECT' });
    const due = async (days: number) => {
      await service.database.query(
        'update milestone set due_on = $1::date, completed_on = null, dropped_at = null where project_id = $2',
        [swedishNoon(days).toISOString().slice(0, 10), idea.projectId],
      );
      return agenda(key);
    };
    expect(kinds(await due(62))).toEqual([]);
    const [ahead] = await due(20);
    expect(ahead).toMatchObject({ kind: 'MILESTONE_DUE', action: 'MANAGE_PROJECT', risk: null });
    const [over] = await due(-20);
    expect(over).toMatchObject({ kind: 'MILESTONE_OVERDUE' });
    expect(over!.daysLeft).toBeLessThan(0);
    await service.database.query('update milestone set dropped_at = now() where project_id = $1', [idea.projectId]);
    expect(await agenda(key)).toEqual([]);
  });

  it('is the next step of the newest status update alone, and the next update when its time has come', async () => {
    const { key, idea } = await world({ except: 'DESCRIBED' });
    const post = (said: object) =>
      service
        .as(key)
        .run<any, object>(
          'mutation ($input: PostStatusUpdateInput!) { postStatusUpdate(input: $input) { userErrors { code } } }',
          { input: { ideaId: idea.id, health: 'ON_TRACK', summary: { sv: 'Det går.' }, ...said } },
        );
    const day = swedishNoon(5).toISOString().slice(0, 10);
    await post({ nextStep: { sv: 'Boka mötet.', en: 'Book the meeting.' }, nextStepDueOn: day });
    const [step] = await agenda(key, { locale: 'EN' });
    expect(step).toMatchObject({ kind: 'NEXT_STEP_DUE', dueOn: day, action: 'POST_STATUS_UPDATE' });
    expect(step!.message).toContain('Book the meeting.');
    await post({});
    expect(await agenda(key)).toEqual([]);
    await service.database.query('update status_update set at = $1 where idea_id = $2', [swedishNoon(-181), idea.id]);
    await set('idea', 'entered_stage_at', idea.id, swedishNoon(-300));
    const [update] = await agenda(key);
    expect(update).toMatchObject({ kind: 'STATUS_UPDATE_DUE', daysLeft: -1 });
    await set('idea', 'updated_at', idea.id, swedishNoon(-181));
    expect(kinds(await agenda(key))).toEqual(['STALLED', 'STATUS_UPDATE_DUE']);
  });

  it('is a new call that it may apply to and that suits it, until it has applied', async () => {
    const { key, idea } = await world({ except: 'DESCRIBED' });
    const call = await make.call({
      title: { sv: 'Fossilfria bogserbåtar i hamn', en: null },
      environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
      deadlines: [{ at: swedishNoon(200) }],
      publishedAt: swedishNoon(-13),
    });
    const [item, ...others] = (await agenda(key)).filter(({ fundingCall }) => fundingCall?.id === call.id);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'NEW_CALL_FITS', action: 'MANAGE_APPLICATIONS', idea: { id: idea.id } });
    const { idea: own } = await service
      .as(key)
      .run<any, object>(
        `query ($id: ID!) { idea(id: $id) { callMatches(first: 50, onlyEligible: true, minScore: 0.5) { score call { id } } } }`,
        { id: idea.id },
      );
    expect(own.callMatches.map((each: any) => each.call.id)).toContain(call.id);
    await set('funding_call', 'published_at', call.id, swedishNoon(-15));
    expect(await agenda(key)).toEqual([]);
    await set('funding_call', 'published_at', call.id, swedishNoon(-1));
    await service
      .as(key)
      .run('mutation ($input: StartApplicationInput!) { startApplication(input: $input) { userErrors { code } } }', {
        input: { ideaId: idea.id, callId: call.id },
      });
    expect(kinds(await agenda(key))).toEqual([]);
    await set('funding_call', 'cancelled_at', call.id, new Date());
  });
});

describe('what waits for others', () => {
  it('is a letter of its own for a member, to sign itself', async () => {
    const { idea, owner } = await world({ stage: 'CONSORTIUM', except: 'LETTERS_OF_INTENT' });
    const { idea: seen } = await service
      .as(KEYS.admin)
      .run<any, object>(
        'query ($id: ID!) { idea(id: $id) { consortium { memberships { id role letterOfIntent partner { id } } } } }',
        { id: idea.id },
      );
    const unsigned = seen.consortium.memberships.find(
      ({ letterOfIntent, partner }: any) => letterOfIntent !== 'SIGNED' && partner.id !== owner.id,
    );
    await set('membership', 'letter_of_intent', unsigned.id, 'REQUESTED');
    const key = await make.key('PARTNER', unsigned.partner);
    const [item] = (await agenda(key)).filter(each => each.idea?.id === idea.id);
    expect(item).toMatchObject({ kind: 'LETTER_MISSING', action: 'MANAGE_OWN_MEMBERSHIP' });
    const { done } = await service
      .as(key)
      .run<any, object>(
        'mutation ($input: UpdateMemberInput!) { done: updateMember(input: $input) { userErrors { code } } }',
        {
          input: { id: unsigned.id, letterOfIntent: 'SIGNED' },
        },
      );
    expect(done.userErrors).toEqual([]);
    expect((await agenda(key)).filter(each => each.idea?.id === idea.id)).toEqual([]);
  });

  it('is an invitation for who is invited, and a request for who leads and for administrators', async () => {
    const { key, idea, owner } = await world({ except: 'DESCRIBED', visibility: 'PARTNERS' });
    const other = await make.partner();
    const otherKey = await make.key('PARTNER', other);
    const ask = await service
      .as(otherKey)
      .run<any, object>(
        'mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id } userErrors { code } } }',
        { input: { ideaId: idea.id, role: 'BENEFICIARY' } },
      );
    expect(ask.askToJoin.userErrors).toEqual([]);
    const about = (items: Item[]) =>
      items.filter(item => item.idea?.id === idea.id).map(({ kind, action }) => [kind, action]);
    expect(about(await agenda(key))).toEqual([['JOIN_REQUEST', 'MANAGE_CONSORTIUM']]);
    expect(about(await agenda(KEYS.admin))).toEqual([['JOIN_REQUEST', 'MANAGE_CONSORTIUM']]);
    expect(about(await agenda(otherKey))).toEqual([]);

    const invited = await make.partner();
    await service
      .as(key)
      .run('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { userErrors { code } } }', {
        input: { ideaId: idea.id, partnerId: invited.id, role: 'BENEFICIARY' },
      });
    expect(about(await agenda(await make.key('PARTNER', invited)))).toEqual([['JOIN_REQUEST', 'ANSWER_INVITATION']]);
    expect(about(await agenda(key))).toHaveLength(1);
    expect(owner.id).toBe(idea.ownerId);
  });

  it('is a decision ninety days after the deadline for administrators, and for nobody else', async () => {
    const { key, idea } = await world({ stage: 'FUNDING_APPLICATION', bare: true });
    await service.database.query(
      "update application set status = 'SUBMITTED', submitted_at = $1, deadline = $2 where id = $3",
      [swedishNoon(-120), swedishNoon(-91), idea.applicationId],
    );
    const told = async (by: string) => (await agenda(by)).filter(each => each.kind === 'DECISION_TO_RECORD');
    const [item] = (await told(KEYS.admin)).filter(each => each.idea!.id === idea.id);
    expect(item).toMatchObject({ action: 'RECORD_DECISION', daysLeft: -1 });
    expect(await told(key)).toEqual([]);
    await set('application', 'deadline', idea.applicationId, swedishNoon(-88));
    expect((await told(KEYS.admin)).filter(each => each.idea!.id === idea.id)).toEqual([]);
  });

  it('is a call without a deadline for administrators, also before it is published', async () => {
    const call = await make.call({ deadlines: [], publishedAt: null });
    const told = async (by: string) => (await agenda(by)).filter(each => each.fundingCall?.id === call.id);
    expect(await told(KEYS.admin)).toMatchObject([{ kind: 'CALL_INCOMPLETE', action: null, idea: null }]);
    expect(await told(KEYS.partner)).toEqual([]);
  });

  it('is nothing for anonymous and integrators', async () => {
    for (const key of [null, KEYS.integrator]) expect(await agenda(key)).toEqual([]);
  });
});

describe('an agenda', () => {
  it('names as what meets an item only what the viewer can do, and always that', async () => {
    for (const key of Object.values(KEYS)) {
      const { viewer } = await service
        .as(key)
        .run<any, object>('{ viewer { agenda(first: 100) { kind action idea { viewerCan } } } }');
      for (const { kind, action, idea } of viewer.agenda) {
        if (!idea) expect({ kind, action }).toEqual({ kind: 'CALL_INCOMPLETE', action: null });
        else if (action) expect(idea.viewerCan).toContain(action);
      }
    }
  });

  it('is told in full by its count, and no longer than asked for', async () => {
    const ask = (first: number) =>
      service
        .as(KEYS.admin)
        .ask('query ($first: Int) { viewer { agendaCount agenda(first: $first) { key } } }', { first });
    const { viewer } = (await ask(3)).data;
    expect(viewer.agenda).toHaveLength(3);
    const all = (await ask(100)).data.viewer;
    expect(all.agendaCount).toBe(viewer.agendaCount);
    expect(all.agenda).toHaveLength(Math.min(100, all.agendaCount));
    for (const first of [-1, 101])
      expect((await ask(first)).errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    const { errors } = await service.as(KEYS.admin).ask('{ viewer { agenda(within: "90 days") { key } } }');
    expect(errors).toHaveLength(1);
  });

  it('shows nobody an item because of what they may not see', async () => {
    const { idea } = await world({ stage: 'CONSORTIUM', except: 'LETTERS_OF_INTENT', visibility: 'PUBLIC' });
    await aimAt(idea, 40);
    await set('idea', 'updated_at', idea.id, swedishNoon(-400));
    const stranger = await make.key('PARTNER', await make.partner());
    for (const key of [stranger, KEYS.integrator, null])
      expect((await agenda(key)).filter(each => each.idea?.id === idea.id)).toEqual([]);
  });

  it('takes as many statements for 200 ideas as for 5', async () => {
    const owner = await make.partner({ sector: 'ACADEMIA' });
    const key = await make.key('PARTNER', owner);
    const made: MadeIdea[] = [];
    for (const stage of ['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT', 'CONCEPT'] as const)
      made.push(await make.idea({ owner, stage }));
    await make.call({ title: { sv: 'Fossilfria bogserbåtar', en: null }, publishedAt: swedishNoon(-1) });
    const count = async () => {
      const { data, extensions } = await service.as(key).ask(AGENDA, { first: 100 });
      return { items: data.viewer.agendaCount as number, statements: extensions!.statements.length };
    };
    const few = await count();
    await service.database.query(
      `insert into idea (id, programme_id, number, code, title_sv, summary_sv, stage, state, visibility, owner_id, environmental_objectives,
         missions, entered_stage_at, created_at, updated_at)
       select 'idea_agenda' || n, programme_id, 700000 + n, 'AGENDA-' || n, title_sv, summary_sv, stage, state, visibility, owner_id,
         environmental_objectives, missions, entered_stage_at - interval '200 days', created_at, updated_at - interval '200 days'
       from idea, generate_series(1, 195) n where id = $1`,
      [made[0]!.id],
    );
    const many = await count();
    expect(many.items).toBeGreaterThan(few.items + 195);
    // The viewer, what is led, what is stalled, the rest, new calls and ideas for them; and one for each thing shown.
    expect(few.statements).toBeLessThanOrEqual(11);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
  }, 60_000);
});
