import { type CallClock, callStatus, nextDeadline } from '../../src/funding-calls/call-clock.js';
import { DeadlineModel } from '../../src/funding-calls/call-status.js';
import { nextDeadlineOf, statusOf } from '../../src/funding-calls/funding-call-list.js';
import { compile, NOW, param, raw, sql } from '../../src/reading/sql.js';
import { ANONYMOUS } from '../../src/shared/viewer.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import * as fc from '../support/properties.js';
import { freshDatabase } from '../support/service/service.js';

let { database, drop }: Partial<Awaited<ReturnType<typeof freshDatabase>>> = {};
beforeAll(async () => ({ database, drop } = await freshDatabase()));
afterAll(async () => {
  await database?.close();
  await drop?.();
});

const NOON = Date.parse('2026-11-24T12:00:00Z');

/** Few instants, close together, so that moments often fall on each other and one millisecond apart. */
const instant = fc.integer({ min: -3, max: 3 }).map(milliseconds => new Date(NOON + milliseconds));

interface StoredCall extends CallClock {
  readonly deadlines: readonly Date[];
}

/** Publishing and cancelling happen at the present, so a stored moment of either always has come. */
function callsKnownAt(at: Date): fc.Arbitrary<StoredCall> {
  const happened = fc.option(instant.filter(moment => moment <= at));
  return fc.record({
    publishedAt: happened,
    cancelledAt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, happened),
    opensAt: fc.option(instant),
    deadlines: fc.array(instant, { maxLength: 4 }),
    deadlineModel: fc.constantFrom(...wordsOf(DeadlineModel)),
  });
}

/** The calls as rows of the table, read by the SQL that lists and fields use. */
async function readBySql(calls: readonly StoredCall[], at: Date): Promise<{ status: string; next: string | null }[]> {
  const rows = calls.map(({ publishedAt, cancelledAt, opensAt, deadlines, deadlineModel }) => ({
    published_at: publishedAt,
    cancelled_at: cancelledAt,
    opens_at: opensAt,
    deadlines,
    deadline_model: deadlineModel,
    closes_at: deadlines.length > 0 ? new Date(Math.max(...deadlines.map(Number))) : null,
  }));
  const call = raw('call');
  const { text, parameters } = compile(
    sql`select json_agg(json_build_object('status', ${statusOf(call)}, 'next', ${nextDeadlineOf(call)}, 'at', ${NOW}))::text
      from jsonb_populate_recordset(null::funding_call, ${param(() => JSON.stringify(rows))}::jsonb) call`,
  );
  const values = parameters.map(value => value({ viewer: ANONYMOUS, now: at, args: [], given: {} }));
  return JSON.parse((await database!.readText({ text, values }))!);
}

it('reads the status and the next deadline in SQL as the rules tell them', async () => {
  const worlds = instant.chain(at =>
    fc.record({ at: fc.constant(at), calls: fc.array(callsKnownAt(at), { minLength: 1, maxLength: 40 }) }),
  );
  await fc.assert(
    fc.asyncProperty(worlds, async ({ at, calls }) => {
      const read = await readBySql(calls, at);
      const told = read.map(({ status, next }) => ({ status, next: next && new Date(next).toISOString() }));
      expect(told).toEqual(
        calls.map(call => ({ status: callStatus(call, at), next: nextDeadline(call, at)?.toISOString() ?? null })),
      );
    }),
    { numRuns: 150 },
  );
});

it('meets every status in its random calls', () => {
  const at = new Date(NOON);
  const statuses = fc.sample(callsKnownAt(at), { numRuns: 500, seed: 1 }).map(call => callStatus(call, at));
  expect([...new Set(statuses)].sort()).toEqual(['CANCELLED', 'CLOSED', 'DRAFT', 'FORTHCOMING', 'OPEN']);
});
