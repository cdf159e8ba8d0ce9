import { Membership } from '../../src/consortia/membership.js';
import { hashOf } from '../../src/access/keys/secret.js';
import { Idea } from '../../src/ideas/idea.js';
import type { Visibility } from '../../src/ideas/classification.js';
import { Partner } from '../../src/partners/partner.js';
import { newId } from '../../src/shared/ids.js';
import type { Role } from '../../src/shared/roles.js';
import { inputOf } from '../support/service/ask-at.js';
import { inDays, Make } from '../support/make/make.js';
import { aPlan, type MadeIdea } from '../support/make/make-idea.js';
import { matrix } from '../support/make/matrix.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

/** Who may do what inside an idea that everybody sees. `former` was a member once; `-` is FORBIDDEN, else what it is refused with. */
const INSIDE_AN_IDEA = matrix(`
  mutation           anonymous  integrator  stranger  former  member  coordinator  owner  region
  updateIdea         -          -           -         -       -       yes          yes    yes
  advanceIdea        -          -           -         -       -       yes          yes    yes
  waive              -          -           -         -       -       -            -      yes
  returnIdea         -          -           -         -       -       yes          yes    yes
  pauseIdea          -          -           -         -       -       yes          yes    yes
  resumeIdea         -          -           -         -       -       yes          yes    yes
  discontinueIdea    -          -           -         -       -       yes          yes    yes
  completeIdea       -          -           -         -       -       yes          yes    yes
  addMember          -          -           -         -       -       yes          yes    yes
  updateMember       -          -           -         -       yes     yes          yes    yes
  changeRole         -          -           -         -       -       yes          yes    yes
  endMembership      -          -           -         -       -       yes          yes    yes
  leave              -          -           -         -       yes     yes          yes    yes
  transferIdea       -          -           -         -       -       -            yes    yes
  askToJoin          -          -           yes       yes     ALREADY_EXISTS -            -      -
  inviteMember       -          -           -         -       -       yes          yes    yes
  answerRequest      NOT_FOUND  NOT_FOUND   NOT_FOUND NOT_FOUND -     yes          yes    yes
  withdrawInvitation NOT_FOUND  NOT_FOUND   NOT_FOUND NOT_FOUND -     yes          yes    yes
  startApplication   -          -           -         -       -       yes          yes    yes
  updateApplication  -          -           -         -       -       yes          yes    yes
  submitApplication  -          -           -         -       -       yes          yes    yes
  submitLate         -          -           -         -       -       -            -      yes
  startReview        -          -           -         -       -       yes          yes    yes
  recordInvitation   -          -           -         -       -       yes          yes    yes
  recordDecision     -          -           -         -       -       -            -      yes
  correctDecision    -          -           -         -       -       -            -      yes
  withdrawApplication -         -           -         -       -       yes          yes    yes
  planProject        -          -           -         -       -       yes          yes    yes
  completeMilestone  -          -           -         -       -       yes          yes    yes
  updateOutcome      -          -           -         -       -       yes          yes    yes
  recordMeasurement  -          -           -         -       -       yes          yes    yes
  reviseProject      -          -           -         -       -       yes          yes    yes
  waiveDuration      -          -           -         -       -       -            -      yes
  correctMeasurement -          -           -         -       -       yes          yes    yes
  postStatusUpdate   -          -           -         -       -       yes          yes    yes
  addLink            -          -           -         -       -       yes          yes    yes
  removeLink         -          -           -         -       -       yes          yes    yes
`);

/** An idea that only its consortium sees does not exist for these. */
const BLIND = ['anonymous', 'integrator', 'stranger', 'former'];

/** What is done for the programme as a whole. The webhook, the mails and the session are the region's; the delivery is one that is not there. */
const FOR_THE_PROGRAMME = matrix(`
  mutation            anonymous  integrator  partner  region
  createIdea          -          -           yes      yes
  createIdeaForOther  -          -           -        yes
  createPartner       -          -           -        yes
  updatePartner       -          -           yes      yes
  updateOtherPartner  -          -           -        yes
  renamePartner       -          -           -        yes
  mergePartners       -          -           -        yes
  createFocusArea     -          -           -        yes
  updateFocusArea     -          -           -        yes
  retireFocusArea     -          -           -        yes
  createProgramme     -          -           -        yes
  updateProgramme     -          -           -        yes
  createFundingCall   -          -           -        yes
  updateFundingCall   -          -           -        yes
  publishFundingCall  -          -           -        yes
  cancelFundingCall   -          -           -        yes
  deleteFundingCallDraft -       -         -        yes
  importFundingCalls  -          -           -        yes
  importPartners      -          -           -        yes
  importIdeas         -          -           -        yes
  redactActivity      -          -           -        yes
  createApiKey        -          -           -        yes
  createKeyOfOther    -          -           -        yes
  createOwnKey        -          -           yes      yes
  revokeApiKey        -          -           -        yes
  revokeOwnKey        -          -           yes      yes
  revokeOfRegion      -          -           -        yes
  rotateApiKey        -          -           -        yes
  rotateOwnKey        -          -           yes      yes
  rotateOfRegion      -          -           -        yes
  revokeOfOther       -          -           -        yes
  createFeedToken     -          yes         yes      yes
  endSession          -          NOT_FOUND   NOT_FOUND yes
  endAllSessions      -          yes         yes      yes
  followByEmail       -          yes         yes      yes
  updateNoticeSubscription -     NOT_FOUND   NOT_FOUND yes
  endNoticeSubscription -        NOT_FOUND   NOT_FOUND yes
  createWebhook       -          yes         yes      yes
  updateWebhook       -          NOT_FOUND   NOT_FOUND yes
  testWebhook         -          NOT_FOUND   NOT_FOUND ILLEGAL_TRANSITION
  deleteWebhook       -          NOT_FOUND   NOT_FOUND yes
  redeliver           -          NOT_FOUND   NOT_FOUND NOT_FOUND
`);

let service: Service;
let make: Make;
beforeAll(async () => {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'ks3@region.example', PUBLIC_URL: 'https://ks3.example' };
  service = await startService(mail, database => database, { mail: null });
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

async function codes(key: string | null, row: string, input: object): Promise<string> {
  const mutation = MUTATIONS[row] ?? row;
  const list = (each: (name: string) => string) => {
    const names = Object.keys(input);
    return names.length > 0 ? `(${names.map(each).join(', ')})` : '';
  };
  const document =
    /^(publish|cancel|delete)FundingCall|^retire|^(revoke|rotate)ApiKey|^removeLink|^withdrawJoinRequest|^end(All)?Sessions?$|^endNotice|^(delete|test)Webhook|^redeliver/.test(
      mutation,
    )
      ? `mutation ${list(name => `$${name}: ${/reason|code/.test(name) ? 'String' : 'ID'}!`)} {
        done: ${mutation}${list(name => `${name}: $${name}`)} { userErrors { code } } }`
      : `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { userErrors { code } } }`;
  const variables = document.includes('$input') ? { input } : input;
  const { done } = await service.as(key).run<any, object>(document, variables);
  return done.userErrors.map(({ code }: { code: string }) => code).join() || 'yes';
}

/** The rows that are a mutation in a special way. */
const MUTATIONS: Readonly<Record<string, string>> = {
  waive: 'advanceIdea',
  changeRole: 'updateMember',
  leave: 'endMembership',
  answerRequest: 'answerJoinRequest',
  withdrawInvitation: 'withdrawJoinRequest',
  submitLate: 'submitApplication',
  waiveDuration: 'reviseProject',
  createIdeaForOther: 'createIdea',
  updateOtherPartner: 'updatePartner',
  renamePartner: 'updatePartner',
  createKeyOfOther: 'createApiKey',
  createOwnKey: 'createApiKey',
  revokeOfOther: 'revokeApiKey',
  revokeOwnKey: 'revokeApiKey',
  revokeOfRegion: 'revokeApiKey',
  rotateOwnKey: 'rotateApiKey',
  rotateOfRegion: 'rotateApiKey',
};

describe.each(['PUBLIC', 'CONSORTIUM'] as const)('inside an idea that is %s', visibility => {
  let scene: Scene;
  beforeAll(async () => (scene = await sceneWith(visibility)), 60_000);

  it.each(INSIDE_AN_IDEA)('$row', async ({ row, cells }) => {
    await standFor(row, scene.idea);
    const input = await inputFor(row, scene);
    const before = await stored(service.database);
    const answerTo = (who: string, cell: string) => {
      if (visibility === 'CONSORTIUM' && BLIND.includes(who)) return 'NOT_FOUND';
      return cell === '-' ? 'FORBIDDEN' : cell;
    };
    const answers = cells.map(([who, cell]) => [who, answerTo(who, cell)] as const);
    for (const [who, refusal] of answers.filter(([, answer]) => answer !== 'yes')) {
      expect([who, await codes(scene.keys[who]!, row, input)]).toEqual([who, refusal]);
    }
    expect(await stored(service.database)).toEqual(before);
    for (const [who] of answers.filter(([, answer]) => answer === 'yes')) {
      await standFor(row, scene.idea);
      expect([who, await codes(scene.keys[who]!, row, await inputFor(row, scene))]).toEqual([who, 'yes']);
    }
  });
});

describe('for the programme as a whole', () => {
  const keys: Record<string, string | null> = {
    anonymous: null,
    integrator: KEYS.integrator,
    partner: KEYS.partner,
    region: KEYS.admin,
  };

  it.each(FOR_THE_PROGRAMME)('$row', async ({ row, cells }) => {
    for (const [who, cell] of cells) {
      const input = await PROGRAMME_INPUTS[row]!();
      const before = await stored(service.database);
      expect([who, await codes(keys[who]!, row, input)]).toEqual([who, cell === '-' ? 'FORBIDDEN' : cell]);
      if (cell !== 'yes') expect(await stored(service.database)).toEqual(before);
    }
  });
});

it('every mutation there is has its row', () => {
  const rows = [...INSIDE_AN_IDEA, ...FOR_THE_PROGRAMME].map(({ row }) => MUTATIONS[row] ?? row);
  const mutations = Object.keys(service.api.schema.getMutationType()!.getFields());
  expect([...new Set(rows)].sort()).toEqual(mutations.sort());
});

interface Scene {
  readonly idea: MadeIdea;
  readonly keys: Readonly<Record<string, string | null>>;
}

/** An idea that has been through it all, and a key of everybody who may stand in some relation to it. */
async function sceneWith(visibility: Visibility): Promise<Scene> {
  const owner = await make.partner();
  const idea = await make.idea({ stage: 'PROJECT', owner, visibility });
  const former = await make.partner();
  await make.change(async em => {
    const found = await em.findOneOrFail(Idea, idea.id, { populate: ['memberships'] });
    const held = await em.findOneOrFail(Partner, former.id);
    const membership = Membership.join(found, held, { role: 'BENEFICIARY', letterOfIntent: 'NONE' });
    em.persist(membership);
    membership.end();
  });
  const [coordinator, member] = idea.partners;
  return {
    idea,
    keys: {
      anonymous: null,
      integrator: KEYS.integrator,
      stranger: KEYS.partner,
      former: await make.key('PARTNER', former),
      member: await make.key('PARTNER', member),
      coordinator: await make.key('PARTNER', coordinator),
      owner: await make.key('PARTNER', owner),
      region: KEYS.admin,
    },
  };
}

async function partOf(part: string, { projectId }: MadeIdea): Promise<string> {
  const [row] = await service.database.query<{ id: string }>(`select id from ${part} where project_id = $1`, [
    projectId,
  ]);
  return row!.id;
}

/** Where the idea and its application stand before a deed; what is not told is ACTIVE, in PROJECT, and DRAFT. */
const STANDINGS: Readonly<Record<string, { stage?: string; state?: string; application?: string }>> = {
  advanceIdea: { stage: 'CONSORTIUM' },
  waive: { stage: 'FUNDING_APPLICATION' },
  resumeIdea: { state: 'PAUSED' },
  startReview: { application: 'SUBMITTED' },
  recordDecision: { application: 'UNDER_REVIEW' },
  recordInvitation: { application: 'SUBMITTED' },
  correctDecision: { application: 'REJECTED' },
  planProject: { stage: 'FUNDING_APPLICATION' },
};

/** Puts the idea where the deed begins, whatever was done to it before. */
async function standFor(row: string, { id, membershipIds }: MadeIdea): Promise<void> {
  const { stage = 'PROJECT', state = 'ACTIVE', application = 'DRAFT' } = STANDINGS[row] ?? {};
  const run = (text: string, values: unknown[]) => service.database.query(text, values);
  await run('update idea set stage = $2, state = $3 where id = $1', [id, stage, state]);
  await run(
    `update application set status = $2, granted_amount = null, granted_currency = null, invited_at = null,
     decided_at = case when $2 = 'REJECTED' then now() end, submitted_at = case when $2 = 'DRAFT' then null else now() end where idea_id = $1`,
    [id, application],
  );
  await run('update membership set left_at = null where id = any($1)', [membershipIds]);
  await run('update milestone set completed_on = null from project where project.id = project_id and idea_id = $1', [
    id,
  ]);
}

const REASON = 'Därför.';
const daysAgo = (days: number) => inDays(-days).toISOString().slice(0, 10);
let made = 0;

async function inputFor(row: string, { idea }: Scene): Promise<object> {
  const { id, applicationId, membershipIds } = idea;
  const inputs: Record<string, () => Promise<object> | object> = {
    updateIdea: () => ({ id, technologyReadinessLevel: 4 }),
    advanceIdea: () => ({ id }),
    waive: () => ({ id, waive: ['APPLICATION_GRANTED', 'BUDGET_COVERED'], reason: REASON }),
    returnIdea: () => ({ id, to: 'CONCEPT', reason: REASON }),
    addMember: async () => ({ ideaId: id, partnerId: (await make.partner()).id, role: 'BENEFICIARY' }),
    changeRole: () => ({ id: membershipIds[1], role: 'AFFILIATED_ENTITY' }),
    leave: () => ({ id: membershipIds[1] }),
    transferIdea: () => ({ id, ownerId: idea.ownerId, reason: REASON }),
    askToJoin: () => ({ ideaId: id, role: 'BENEFICIARY' }),
    inviteMember: async () => ({ ideaId: id, partnerId: (await make.partner()).id, role: 'BENEFICIARY' }),
    answerRequest: async () => ({ id: await requestTo(id, 'PARTNER'), accept: true }),
    withdrawInvitation: async () => ({ id: await requestTo(id, 'IDEA') }),
    updateMember: () => ({ id: membershipIds[1], commitment: { amount: '5.00', currency: 'SEK' } }),
    endMembership: () => ({ id: membershipIds[2] }),
    startApplication: async () => ({ ideaId: id, callId: (await make.call()).id }),
    updateApplication: () => ({ id: applicationId, reference: 'D-1' }),
    submitApplication: () => ({ id: applicationId }),
    submitLate: () => ({ id: applicationId, submittedAt: inDays(0) }),
    startReview: () => ({ id: applicationId }),
    recordDecision: () => ({ id: applicationId, granted: true }),
    recordInvitation: async () => {
      await service.database.query(`update funding_call set deadline_model = 'TWO_STAGE' where id = $1`, [idea.callId]);
      return { id: applicationId };
    },
    correctDecision: () => ({ id: applicationId, granted: true, reason: REASON }),
    withdrawApplication: () => ({ id: applicationId, reason: REASON }),
    planProject: () => ({ ideaId: id, ...aPlan() }),
    reviseProject: () => ({
      id: idea.projectId,
      reason: REASON,
      endsOn: `2032-01-${String((made += 1)).padStart(2, '0')}`,
    }),
    waiveDuration: () => ({
      ...{ id: idea.projectId, reason: REASON, waiveDuration: true },
      endsOn: `2038-01-${String((made += 1)).padStart(2, '0')}`,
    }),
    correctMeasurement: async () => {
      const [indicatorId, on] = [await partOf('indicator', idea), daysAgo((made += 1))];
      await service.database.query(`insert into measurement (id, indicator_id, "on", value) values ($1, $2, $3, 1)`, [
        newId('measurement'),
        indicatorId,
        on,
      ]);
      return { indicatorId, on, value: null, reason: REASON };
    },
    completeMilestone: async () => ({ id: await partOf('milestone', idea), completedOn: daysAgo(0) }),
    updateOutcome: async () => ({ id: await partOf('outcome', idea), status: 'IN_DEVELOPMENT' }),
    postStatusUpdate: () => ({ ideaId: id, health: 'ON_TRACK', summary: text }),
    addLink: () => ({ ideaId: id, kind: 'PLAN', title: 'Plan', url: 'https://dokument.example/plan' }),
    removeLink: async () => ({ id: await linkOf(id) }),
    recordMeasurement: async () => ({
      indicatorId: await partOf('indicator', idea),
      on: daysAgo((made += 1)),
      value: '1',
    }),
  };
  return (inputs[row] ?? (() => ({ id, reason: REASON })))();
}

const text = { sv: 'Text' };
const aCall = () => ({
  identifier: `NY-${(made += 1)}`,
  title: text,
  programme: 'P',
  funder: 'F',
  deadlineModel: 'CONTINUOUS',
});

const PROGRAMME_INPUTS: Readonly<Record<string, () => Promise<object> | object>> = {
  createIdea: () => ({ title: text, summary: text }),
  createIdeaForOther: async () => ({ title: text, summary: text, ownerId: (await make.partner()).id }),
  createPartner: () => ({ name: `Ny partner ${(made += 1)}`, sector: 'PUBLIC' }),
  updatePartner: async () => ({ id: await idOf('techtank'), nutsCode: 'SE221' }),
  updateOtherPartner: async () => ({ id: (await make.partner()).id, nutsCode: 'SE221' }),
  renamePartner: async () => ({ id: await idOf('techtank'), name: 'Techtank' }),
  mergePartners: async () => ({ fromId: (await make.partner()).id, intoId: (await make.partner()).id, reason: REASON }),
  createFocusArea: () => ({ code: `nytt-${(made += 1)}`, name: text }),
  updateFocusArea: () => ({ code: 'tech', name: { sv: 'Tech', en: 'Tech' } }),
  retireFocusArea: async () => ({ code: await newArea(), reason: REASON }),
  // Closed, so that new ideas need not say which programme they belong to.
  createProgramme: () => ({ code: `NYTT${(made += 1)}`, name: text, open: false }),
  updateProgramme: () => ({ code: 'KS3', requiredProjects: 1 + (made += 1) }),
  createFundingCall: aCall,
  updateFundingCall: async () => ({ id: (await make.call()).id, minPartners: 2 }),
  publishFundingCall: async () => ({ id: (await make.call({ publishedAt: null })).id }),
  cancelFundingCall: async () => ({ id: (await make.call()).id, reason: REASON }),
  deleteFundingCallDraft: async () => ({ id: (await make.call({ publishedAt: null })).id }),
  importFundingCalls: () => ({ format: 'CSV', content: 'identifier,title,funder\nI-1,T,F\n', dryRun: false }),
  redactActivity: async () => ({ id: await newestOfIdea(), fields: ['actor'], reason: REASON }),
  importPartners: () => ({
    format: 'CSV',
    content: `namn;sektor\nImport ${(made += 1)};offentlig sektor\n`,
    dryRun: false,
  }),
  importIdeas: () => ({
    format: 'CSV',
    content: `titel;sammanfattning;ägare\nInläst ${(made += 1)};Kort;techtank\n`,
    dryRun: false,
  }),
  createApiKey: () => ({ name: 'Ny nyckel', role: 'INTEGRATOR' }),
  revokeApiKey: async () => ({ id: await keyOf(await make.partner({ name: `Nyckelägare ${(made += 1)}` })) }),
  createKeyOfOther: async () => ({ name: 'Ny nyckel', role: 'PARTNER', partnerId: (await make.partner()).id }),
  createOwnKey: async () => ({ name: 'Ny nyckel', role: 'PARTNER', partnerId: await idOf('techtank') }),
  revokeOfOther: async () => ({ id: await feedTokenOfOther() }),
  revokeOwnKey: async () => ({ id: await keyOf({ id: await idOf('techtank') }) }),
  revokeOfRegion: async () => ({ id: await keyOf({ id: await idOf('techtank') }, 'ADMIN') }),
  rotateApiKey: async () => ({ id: await keyOf(await make.partner()) }),
  rotateOwnKey: async () => ({ id: await keyOf({ id: await idOf('techtank') }) }),
  rotateOfRegion: async () => ({ id: await keyOf({ id: await idOf('techtank') }, 'ADMIN') }),
  createFeedToken: () => ({ name: 'Kalendern' }),
  endSession: async () => ({ id: await sessionOfRegion() }),
  endAllSessions: () => ({}),
  followByEmail: () => ({ email: 'roll@exempel.example', kinds: ['AGENDA'], rhythm: 'DAILY' }),
  updateNoticeSubscription: async () => ({ id: await mailsOfRegion(), rhythm: 'WEEKLY' }),
  endNoticeSubscription: async () => ({ id: await mailsOfRegion() }),
  createWebhook: () => ({ url: 'https://93.184.215.14/hook', kinds: ['INDICATOR_MEASURED'] }),
  updateWebhook: async () => ({ id: await webhookOfRegion(), kinds: ['IDEA_ADVANCED'] }),
  testWebhook: async () => ({ id: await switchedOff() }),
  deleteWebhook: async () => ({ id: await webhookOfRegion() }),
  redeliver: () => ({ deliveryId: 'delivery_01kb0000000000000000000000' }),
};

async function newestOfIdea(): Promise<string> {
  const { id } = await make.idea();
  const [row] = await service.database.query<{ id: string }>('select id from activity where idea_id = $1 limit 1', [
    id,
  ]);
  return row!.id;
}

/** A request of a partner of its own, which nobody else in the matrix is. */
async function requestTo(ideaId: string, origin: string): Promise<string> {
  const [row] = await service.database.query<{ id: string }>(
    `insert into join_request (id, idea_id, partner_id, origin, role, status, created_at)
     values ($1, $2, $3, $4, 'BENEFICIARY', 'PENDING', now()) returning id`,
    [newId('join'), ideaId, (await make.partner()).id, origin],
  );
  return row!.id;
}

async function newArea(): Promise<string> {
  const input = { code: `bort-${(made += 1)}`, name: text };
  const document = 'mutation ($input: CreateFocusAreaInput!) { createFocusArea(input: $input) { focusArea { code } } }';
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).createFocusArea.focusArea.code;
}

async function linkOf(ideaId: string): Promise<string> {
  const input = { ideaId, kind: 'PLAN', title: 'Plan', url: 'https://dokument.example/plan' };
  const { addLink } = await service
    .as(KEYS.admin)
    .run<any, object>('mutation ($input: AddLinkInput!) { addLink(input: $input) { link { id } } }', { input });
  return addLink.link.id;
}

async function sessionOfRegion(): Promise<string> {
  await fetch(`${service.url}/session`, { method: 'POST', headers: { authorization: `Bearer ${KEYS.admin}` } });
  const { viewer } = await service.as(KEYS.admin).run<any, object>('{ viewer { sessions { id } } }');
  return viewer.sessions[0].id;
}

async function mailsOfRegion(): Promise<string> {
  const { followByEmail } = await service
    .as(KEYS.admin)
    .run<any, object>(
      'mutation { followByEmail(input: { email: "roll@exempel.example", kinds: [AGENDA], rhythm: DAILY }) { noticeSubscription { id } } }',
    );
  return followByEmail.noticeSubscription.id;
}

/** Nothing is sent from here. */
async function switchedOff(): Promise<string> {
  const id = await webhookOfRegion();
  await service
    .as(KEYS.admin)
    .run('mutation ($id: ID!) { updateWebhook(input: { id: $id, active: false }) { userErrors { code } } }', { id });
  return id;
}

async function webhookOfRegion(): Promise<string> {
  const { createWebhook } = await service
    .as(KEYS.admin)
    .run<any, object>(
      'mutation { createWebhook(input: { url: "https://93.184.215.14/hook", kinds: [INDICATOR_MEASURED] }) { webhook { id } } }',
    );
  return createWebhook.webhook.id;
}

/** A feed token that another key of Techtank has made. */
async function feedTokenOfOther(): Promise<string> {
  const key = await make.key('PARTNER', { id: await idOf('techtank') });
  const { createFeedToken } = await service
    .as(key)
    .run<any, object>('mutation { createFeedToken(input: { name: "Kalendern" }) { apiKey { id } } }');
  return createFeedToken.apiKey.id;
}

async function idOf(slug: string): Promise<string> {
  const [row] = await service.database.query<{ id: string }>('select id from partner where slug = $1', [slug]);
  return row!.id;
}

async function keyOf(partner: { id: string }, role: Role = 'PARTNER'): Promise<string> {
  const secret = await make.key(role, partner);
  const [row] = await service.database.query<{ id: string }>('select id from api_key where hash = $1', [
    hashOf(secret),
  ]);
  return row!.id;
}
