import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { newId } from '../../src/shared/ids.js';
import { askerOf } from '../ask.js';
import { type Contender, startContender } from '../contender.js';
import type { BenchDatabase } from '../database.js';
import { aligned, keepPart, machine, rounded } from '../parts.js';
import { onScratch, POOL_SIZE } from '../scratch.js';

const { values } = parseArgs({
  options: {
    followers: { type: 'string', default: '1000' },
    ideas: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
  strict: false,
});
const FOLLOWERS = Number(values.followers);
/** How long is waited for the last mail. */
const MOST_MS = 600_000;

/** A mail server on this machine that takes every mail. */
async function startMailServer() {
  const reached = new Set<string>();
  let mails = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      stream.resume().once('end', () => {
        mails += 1;
        envelope.rcptTo.forEach(({ address }) => reached.add(address));
        done();
      });
    },
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>(resolve => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, reached, mails: () => mails, stop };
}

/** People of the partners who follow, have confirmed, and have been told all so far; who follows the agenda is due now. */
const FOLLOW = `insert into notice_subscription (id, subject, role, partner_id, grants, lapses_at, email, locale, kinds, rhythm, focus_areas,
    created_at, confirmed_at, confirm_hashes, confirm_until, end_token, sequence, told, next_at, look_at)
  select following.id, 'bench ' || place, 'PARTNER', (array(select id from partner order by id))[1 + place % (select count(*)::int from partner)],
    '{}', now() + interval '100 days', 'follower-' || place || '@bench.example', case place % 2 when 0 then 'SV' else 'EN' end,
    array[$2], $3, '{}', now(), now(), '{}', now(), following.id, (select sequence from activity_head), '{}', now(),
    case $3 when 'AT_ONCE' then now() + interval '1 day' else now() end
  from unnest($1::text[]) with ordinality following(id, place)`;

interface Telling {
  readonly name: string;
  readonly kind: 'NEW_CALLS' | 'AGENDA';
  readonly rhythm: 'AT_ONCE' | 'DAILY';
}

const TELLINGS: readonly Telling[] = [
  { name: 'a new call, at once', kind: 'NEW_CALLS', rhythm: 'AT_ONCE' },
  { name: "the morning's agenda", kind: 'AGENDA', rhythm: 'DAILY' },
];

const PUBLISH = `mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { userErrors { message } } }`;
const CALL = {
  ...{ identifier: 'BENCH-1', title: { sv: 'Utlysning' }, programme: 'LIFE', funder: 'Kommissionen' },
  ...{ deadlineModel: 'SINGLE_STAGE', deadlines: [{ at: '2099-01-01T12:00:00Z' }] },
};

/** Followers come to be due, the service is told that something has happened, and the mails are counted. */
async function tell({ kind, rhythm }: Telling, { session, url: databaseUrl, keys }: BenchDatabase) {
  await session.query('delete from notice_subscription');
  const ids = Array.from({ length: FOLLOWERS }, () => newId('notice'));
  const server = await startMailServer();
  const environment = { SMTP_URL: server.url, MAIL_FROM: 'bench@bench.example', PUBLIC_URL: 'https://bench.example' };
  const service: Contender = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys, environment });
  await session.query(FOLLOW, [ids, kind, rhythm]);
  const [cpuBefore, started] = [service.cpuMs(), performance.now()];
  const input = { ...CALL, identifier: `BENCH-${kind}` };
  await askerOf(service, keys.ADMIN)(PUBLISH, { input });
  const seconds = await untilQuiet(server, started);
  const mails = server.mails();
  const cpu = (service.cpuMs() - cpuBefore) / mails;
  const { rows } = await session.query('select count(*)::int as due from notice_subscription where look_at <= now()');
  await service.stop();
  await server.stop();
  if (mails !== server.reached.size) throw new Error('somebody was sent two mails');
  return { mails, seconds, cpu, due: rows[0]!.due as number };
}

/** Seconds to the last mail, after which none has come for a while. */
async function untilQuiet({ mails }: { mails: () => number }, started: number): Promise<number> {
  let [last, since] = [0, performance.now()];
  while (performance.now() - started < MOST_MS && (last < FOLLOWERS || last === 0)) {
    await setTimeout(20);
    if (mails() > last) [last, since] = [mails(), performance.now()];
    else if (performance.now() - since > 5_000 && last > 0) break;
  }
  return (since - started) / 1000;
}

await onScratch('ks3_bench_mails', Number(values.ideas), async database => {
  const lines: string[][] = [];
  for (const telling of TELLINGS) {
    const { mails, seconds, cpu, due } = await tell(telling, database);
    if (due > 0) throw new Error(`${due} followers were left waiting`);
    lines.push([telling.name, ...[mails, mails / seconds, cpu].map(each => String(rounded(each)))]);
  }
  const table = aligned([['told', 'mails', 'mails/s', 'CPU ms'], ...lines]);
  console.log(table);
  if (values.quick) return;
  keepPart(
    'Mails',
    `\`npm run bench -- mails\`: ${FOLLOWERS} people of the partners follow in a programme of ${values.ideas} ideas, a mail server on the same
machine takes every mail, and one copy of the service sends: to each a mail of its own, on a connection of its own, made
with what the follower may see at that moment, and noted before and after, so that none is sent twice. Who has nothing on
the agenda gets no mail. CPU is the service's for one mail, with the looking for those who get none.

${machine()}; PostgreSQL ${database.version}.

${table}
`,
  );
});
