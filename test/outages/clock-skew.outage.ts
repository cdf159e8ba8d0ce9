import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { KEYS } from '../support/make/keys.js';
import { figure, msUntil, rowsOf } from '../support/make/many-writes.js';
import { metricOf } from '../support/service/metrics.js';
import { killTheRest, type RunningService, runProgram, startProcess } from '../support/service/process.js';
import { accept, startReceiver, verified } from '../support/doubles/receiver.js';
import { type Caller, callerOf } from '../support/service/service.js';
import { anIdea, makeWebhook, titlesIn, webhookOf } from '../support/make/webhooks.js';

/** Shifts a program's clock; on Debian in the package faketime. */
const [FAKETIME] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
const withFaketime = FAKETIME ? withPostgres : describe.skip;

const START = `mutation($input: StartApplicationInput!) { startApplication(input: $input) { application { id } userErrors { code } } }`;
const SUBMIT = `mutation($input: SubmitApplicationInput!) { submitApplication(input: $input) { application { status } userErrors { code } } }`;
const NEW_CALL = `mutation($input: CreateFundingCallInput!) { createFundingCall(input: $input) { call { id } userErrors { code } } }`;
const NEW_KEY = `mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret userErrors { code } } }`;
const PAUSE = `mutation($input: IdeaStateInput!) { pauseIdea(input: $input) { userErrors { code } } }`;
const RESUME = `mutation($input: IdeaStateInput!) { resumeIdea(input: $input) { userErrors { code } } }`;

const CREATE = `mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { code } userErrors { code } } }`;

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

/** By so much a busy machine may be late. */
const TOLERANCE_MS = 1_500;

interface Copy extends RunningService {
  as(key?: string | null): Caller;
  readonly admin: Caller;
}

withFaketime('two copies whose clocks are 17 minutes apart, and one database', () => {
  let cluster: Cluster;
  let fast: Copy;
  let slow: Copy;
  beforeAll(async () => {
    cluster = await startCluster();
    fast = await startShifted('+600s');
    slow = await startShifted('-420s');
  });
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  async function startShifted(shift: string): Promise<Copy> {
    const service = await startProcess({
      LD_PRELOAD: FAKETIME,
      FAKETIME: shift,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DATABASE_URL: cluster.url,
      SEED: 'demo',
      RATE_PER_KEY: '0',
      RATE_PER_ADDRESS: '0',
      WEBHOOK_ALLOW_PRIVATE: 'true',
      LOG_LEVEL: 'warn',
    });
    const as = (key: string | null = null) => callerOf(service.url, key);
    return { ...service, as, admin: as(KEYS.admin) };
  }

  const done = async (caller: Caller, mutation: string, input: object) => {
    const answer: any = Object.values(await caller.run<any, object>(mutation, { input }))[0];
    expect(answer.userErrors).toEqual([]);
    return answer;
  };

  it('say so, in the log and in a figure', async () => {
    for (const [copy, seconds] of [[fast, -600] as const, [slow, 420] as const]) {
      await msUntil(async () => copy.out().includes(`"behindSeconds":${seconds}`));
      expect(Math.abs((await metricOf(copy, 'clock_behind_seconds')) - seconds)).toBeLessThan(0.5);
    }
  });

  it('write one history: its moments follow its order, in the time of the database', async () => {
    const began = Date.now();
    const idea = await anIdea(fast);
    for (let turn = 0; turn < 10; turn += 1) {
      await done(slow.admin, PAUSE, { id: idea.id, reason: 'Vila' });
      await idea.retitle(`Tvåklockad ${turn}`, turn % 2 ? slow : fast);
      await done(fast.admin, RESUME, { id: idea.id, reason: 'Vidare' });
    }
    const ended = Date.now();
    const told = await rowsOf<{ at: Date; created: Date; changed: Date }>(
      cluster.url,
      `select a.at, i.created_at as created, i.updated_at as changed
         from activity a join idea i on i.id = a.idea_id where i.id = $1 order by a.sequence`,
      [idea.id],
    );
    const moments = told.map(({ at }) => at.getTime());
    expect(moments).toHaveLength(31);
    expect(moments.every((at, n) => n === 0 || at >= moments[n - 1]!)).toBe(true);
    for (const moment of [told[0]!.created.getTime(), ...moments, told[0]!.changed.getTime()]) {
      expect(moment).toBeGreaterThanOrEqual(began - TOLERANCE_MS);
      expect(moment).toBeLessThanOrEqual(ended + TOLERANCE_MS);
    }
    const { idea: seen } = await slow.admin.run<any, object>(
      'query($id: ID!) { idea(id: $id) { state transitions { toState } } }',
      { id: idea.id },
    );
    expect(seen.state).toBe('ACTIVE');
    const states = seen.transitions.map(({ toState }: any) => toState);
    expect(states).toEqual(['ACTIVE', ...Array.from({ length: 10 }, () => ['PAUSED', 'ACTIVE']).flat()]);
  });

  it('close a call at one moment, for readers and for applicants, and with answers that are kept', async () => {
    const closesAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 8_000);
    const { call } = await done(fast.admin, NEW_CALL, {
      identifier: 'KLOCKA-1',
      title: { sv: 'Klockan' },
      programme: 'Prov',
      funder: 'Provaren',
      deadlineModel: 'SINGLE_STAGE',
      deadlines: [{ at: closesAt.toISOString() }],
    });
    const draft = async (copy: Copy) => {
      const { id: ideaId } = await anIdea(copy);
      return (await done(copy.admin, START, { ideaId, callId: call.id })).application.id as string;
    };
    const [early, ofFast, ofSlow] = [await draft(fast), await draft(fast), await draft(slow)];
    await done(fast.admin, SUBMIT, { id: early });

    const closedSeenAt = async ({ admin }: Copy) => {
      const question = `query($id: ID!) { fundingCall(id: $id) { status } }`;
      while ((await admin.run<any, object>(question, { id: call.id })).fundingCall.status === 'OPEN') await wait(5);
      return Date.now();
    };
    const seen = await Promise.all([closedSeenAt(fast), closedSeenAt(slow)]);
    figure(`closed ${seen.map(at => at - closesAt.getTime()).join(' and ')} ms after its deadline`);
    for (const at of seen) expect(Math.abs(at - closesAt.getTime())).toBeLessThan(TOLERANCE_MS);
    for (const [copy, id] of [[fast, ofFast] as const, [slow, ofSlow] as const]) {
      const { submitApplication } = await copy.admin.run<any, object>(SUBMIT, { input: { id } });
      expect(submitApplication.userErrors).toMatchObject([{ code: 'NOT_ELIGIBLE' }]);
    }
  });

  it('let a key in until one moment', async () => {
    const expiresAt = inSeconds(3);
    const input = { name: 'Kortlivad', role: 'ADMIN', expiresAt: expiresAt.toISOString() };
    const { secret } = await done(fast.admin, NEW_KEY, input);
    const refusedAt = async (copy: Copy) => {
      while (!(await copy.as(secret).ask('{ viewer { name } }')).errors) await wait(5);
      return Date.now();
    };
    for (const at of await Promise.all([refusedAt(fast), refusedAt(slow)]))
      expect(Math.abs(at - expiresAt.getTime())).toBeLessThan(TOLERANCE_MS);
  });

  it('do a mutation once that is sent to both', async () => {
    const { partner } = await slow.admin.run<any, object>('{ partner(slug: "techtank") { id } }');
    const input = { title: { sv: 'En gång' }, summary: { sv: 'Kort' }, ownerId: partner.id };
    const send = (copy: Copy, key: string) => copy.admin.ask(CREATE, { input }, { 'idempotency-key': key });
    const key = randomUUID();
    await Promise.all([fast, slow, fast, slow].map(copy => send(copy, key)));
    const [one, other] = [await send(fast, key), await send(slow, key)];
    expect(one.data.createIdea.idea.code).toBe(other.data.createIdea.idea.code);
    expect(await rowsOf(cluster.url, `select from idea where title_sv = 'En gång'`)).toHaveLength(1);
  });

  it('deliver each event once, in order, signed with a moment that receivers take', async () => {
    const receiver = await startReceiver((_, response) => void response.writeHead(500).end(), accept);
    const webhook = await makeWebhook(fast, receiver.url);
    const idea = await anIdea(slow);
    const titles = Array.from({ length: 12 }, (_, n) => `Händelse ${n}`);
    for (const [n, title] of titles.entries()) await idea.retitle(title, n % 2 ? fast : slow);
    const ms = await msUntil(async () => receiver.received.length >= titles.length + 1);
    await wait(1_000);
    await receiver.stop();
    figure(`delivered, one of them twice tried, after ${Math.round(ms)} ms`);
    expect(titlesIn(receiver.received)).toEqual([titles[0], ...titles]);
    expect(receiver.mostAtOnce).toBe(1);
    for (const each of receiver.received) verified(webhook.secret, each);
    const { deliveries } = await webhookOf(slow, webhook.id);
    expect(deliveries.map(({ attempts }: any) => attempts)).toEqual([2, ...titles.slice(1).map(() => 1)]);
    // The second attempt comes after five seconds, on whosever clock.
    expect(ms).toBeGreaterThan(4_000);
    expect(ms).toBeLessThan(20_000);
  });

  it('leave a log that is whole', async () => {
    const verifying = runProgram('verify-audit.js', [], { DATABASE_URL: cluster.url });
    expect([await verifying.exit, verifying.out()]).toEqual([0, expect.stringMatching(/^Whole: \d+ rows\./)]);
  });
});
