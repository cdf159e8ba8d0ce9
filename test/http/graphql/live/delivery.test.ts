import { GraphQLError } from 'graphql';
import { Group } from '../../../../src/http/graphql/live/group.js';
import type { Pay } from '../../../../src/http/graphql/live/inbox.js';
import { Subscriber } from '../../../../src/http/graphql/live/subscriber.js';
import type { ReadOccurrences } from '../../../../src/reading/followed.js';
import { Lifetime } from '../../../../src/shared/program/lifetime.js';
import * as fc from '../../../support/properties.js';

/** A log whose events are seen by some and not by others, here by whether the sequence divides evenly. */
function aLog(everyNth: number, { price = 1, run = 300 } = {}) {
  const log = { head: 0, reads: 0, answered: 0 };
  const read: ReadOccurrences = async (after, upTo) => {
    log.reads += 1;
    await Promise.resolve();
    const sequences = Array.from({ length: upTo - after }, (_, index) => after + index + 1);
    return sequences.filter(each => each % everyNth === 0).map(sequence => ({ sequence, value: sequence }));
  };
  const answer = async (values: readonly unknown[]) => {
    log.answered += values.length;
    return values.map(sequence => ({ data: { sequence } }));
  };
  return { log, group: new Group({ read, answer, viewer: { keyId: null, partnerId: null }, price, run }, 0) };
}

const FREE: Pay = async () => 0;

const subscriberOf = (group: Group, since: number, pay = FREE, lifetime = new Lifetime(), known = 1_000_000) => {
  const masked = (error: unknown) => error as GraphQLError;
  const right = { until: null, sessionId: null };
  return new Subscriber({ group, right, pay, known, lifetime, masked }, since).answers();
};

const sequenceOf = ({ value }: IteratorResult<{ data?: unknown }, void>) =>
  (value as { data: { sequence: number } }).data.sequence;

/** What can happen, in any order: events, the group hearing of them, someone coming, someone taking what waits. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('happen' as const), count: fc.integer({ min: 1, max: 700 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('hear' as const), count: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('come' as const), count: fc.nat(1_000) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('take' as const), count: fc.integer({ min: 1, max: 400 }) }) },
);

/** Lacks points now and then, for a moment. */
function poor(everyNth: number): Pay {
  let asked = 0;
  return async () => ((asked += 1) % everyNth === 1 ? 1 : 0);
}

const NUMBERS = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.constantFrom(2, 3, 5, Infinity),
  fc.integer({ min: 1, max: 300 }),
);

it('tells each subscriber everything after its start, once and in order, however slow or poor it is and whenever it comes', async () => {
  await fc.assert(
    fc.asyncProperty(NUMBERS, fc.array(step, { maxLength: 25 }), async ([everyNth, lacks, run], steps) => {
      const { log, group } = aLog(everyNth, { run });
      const subscribers: { since: number; told: number[]; answers: ReturnType<typeof subscriberOf> }[] = [];
      const expected = (since: number) =>
        Array.from({ length: Math.max(0, log.head - since) }, (_, index) => since + index + 1).filter(
          each => each % everyNth === 0,
        );
      const take = async ({ since, told, answers }: (typeof subscribers)[number], count: number) => {
        const most = Math.min(count, expected(since).length - told.length);
        for (let taken = 0; taken < most; taken += 1) told.push(sequenceOf(await answers.next()));
      };
      for (const { what, count } of steps) {
        if (what === 'happen') log.head += count;
        if (what === 'hear') await group.advance(log.head);
        if (what === 'come') {
          const since = Math.min(count, log.head);
          subscribers.push({ since, told: [], answers: subscriberOf(group, since, poor(lacks)) });
        }
        if (what === 'take') {
          await group.advance(log.head);
          await Promise.all(subscribers.map(subscriber => take(subscriber, count)));
        }
      }
      await group.advance(log.head);
      for (const subscriber of subscribers) {
        await take(subscriber, Infinity);
        expect(subscriber.told).toEqual(expected(subscriber.since));
        await subscriber.answers.return();
      }
      expect(group.size).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it('reads an event once, however many are told', async () => {
  const { log, group } = aLog(1);
  const subscribers = Array.from({ length: 100 }, () => subscriberOf(group, 0));
  const first = subscribers.map(answers => answers.next());
  log.head = 1;
  await group.advance(log.head);
  expect((await Promise.all(first)).map(sequenceOf)).toEqual(Array(100).fill(1));
  expect(log.reads).toBe(1);
});

it('lets a subscriber go at once, also while it waits', async () => {
  const { group } = aLog(1);
  const answers = subscriberOf(group, 0);
  const waiting = answers.next();
  await answers.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(group.size).toBe(0);
});

it('ends with the reason, and tells nothing that waited', async () => {
  const { log, group } = aLog(1);
  const answers = subscriberOf(group, 0);
  log.head = 3;
  const first = answers.next();
  await group.advance(log.head);
  expect(sequenceOf(await first)).toBe(1);
  group.end(new GraphQLError('revoked'));
  await expect(answers.next()).rejects.toThrow('revoked');
  expect(group.size).toBe(0);
});

describe('what is delivered is paid for', () => {
  /** A purse with so many points, which is filled again whenever one has waited. */
  function aPurse(points: number) {
    const purse = { paid: 0, left: points, refusals: 0 };
    const pay: Pay = async price => {
      if (price <= purse.left) {
        purse.left -= price;
        purse.paid += price;
        return 0;
      }
      purse.left = points;
      purse.refusals += 1;
      return 1;
    };
    return { purse, pay };
  }

  it('each its own, by those who catch up: all comes, once and in order, as there are points', async () => {
    const { log, group } = aLog(1, { price: 10, run: 7 });
    log.head = 1_000;
    await group.advance(log.head);
    const { purse, pay } = aPurse(100);
    const answers = subscriberOf(group, 0, pay);
    const told: number[] = [];
    for (let taken = 0; taken < 1_000; taken += 1) told.push(sequenceOf(await answers.next()));
    expect(told).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
    expect(purse.paid).toBeGreaterThanOrEqual(10 * 1_000);
    expect(purse.refusals).toBeGreaterThanOrEqual(100);
    await answers.return();
  });

  it('together, by those who are told the same', async () => {
    const { log, group } = aLog(1, { price: 99 });
    const purses = Array.from({ length: 4 }, () => aPurse(1_000));
    const subscribers = purses.map(({ pay }) => subscriberOf(group, 0, pay));
    const first = subscribers.map(answers => answers.next());
    log.head = 1;
    await group.advance(log.head);
    await Promise.all(first);
    expect(purses.map(({ purse }) => purse.paid)).toEqual([25, 25, 25, 25]);
  });

  it('at a point for each 500 that are looked at, also where nothing is found', async () => {
    const { log, group } = aLog(100_000);
    log.head = 2_400;
    await group.advance(log.head);
    const { purse, pay } = aPurse(10);
    const answers = subscriberOf(group, 0, pay);
    const next = answers.next();
    await new Promise(resolve => setImmediate(resolve));
    expect([log.reads, purse.paid]).toEqual([5, 4]);
    await answers.return();
    await next;
  });

  it('and nothing for what is hidden: its points would tell that something happened', async () => {
    const { log, group } = aLog(100_000);
    const { purse, pay } = aPurse(10);
    const answers = subscriberOf(group, 0, pay);
    const next = answers.next();
    for (log.head = 1; log.head <= 300; log.head += 1) await group.advance(log.head);
    expect(purse.paid).toBe(0);
    await answers.return();
    await next;
  });

  it('and only as far as the subscriber knew that the log goes: the count of what is hidden beyond is no price', async () => {
    const { log, group } = aLog(100_000);
    log.head = 2_400;
    await group.advance(log.head);
    const { purse, pay } = aPurse(10);
    const answers = subscriberOf(group, 0, pay, new Lifetime(), 1_100);
    const next = answers.next();
    await new Promise(resolve => setImmediate(resolve));
    expect([log.reads, purse.paid]).toEqual([5, 2]);
    await answers.return();
    await next;
  });

  it('or is neither read nor answered: nobody works for those without points, and they miss nothing', async () => {
    const { log, group } = aLog(1);
    const purse = { empty: true };
    const answers = subscriberOf(group, 0, async () => (purse.empty ? 50 : 0));
    const next = answers.next();
    for (log.head = 1; log.head <= 20; log.head += 1) await group.advance(log.head);
    expect([log.reads, log.answered]).toEqual([1, 0]);
    purse.empty = false;
    expect(sequenceOf(await next)).toBe(1);
    expect(sequenceOf(await answers.next())).toBe(2);
    await answers.return();
  });

  it('also for the others of a group, whoever cannot pay', async () => {
    const { log, group } = aLog(1);
    const [rich, poor] = [subscriberOf(group, 0), subscriberOf(group, 0, async () => 1_000_000)];
    const [told, waiting] = [rich.next(), poor.next()];
    log.head = 1;
    await group.advance(log.head);
    expect(sequenceOf(await told)).toBe(1);
    group.end(new GraphQLError('revoked'));
    await expect(waiting).rejects.toThrow('revoked');
    expect(group.size).toBe(1);
    await rich.return();
  });

  it('or ends, after some minutes in which others had the points, and says where to begin again', async () => {
    const { log, group } = aLog(1);
    const purse = { empty: false };
    const answers = subscriberOf(group, 0, async () => (purse.empty ? 1 : 0));
    log.head = 3;
    const first = answers.next();
    await group.advance(log.head);
    for (const taken of [first, answers.next(), answers.next()]) await taken;
    purse.empty = true;
    const next = answers.next();
    log.head = 4;
    await group.advance(log.head);
    await expect(next).rejects.toMatchObject({
      message: expect.stringContaining('sinceSequence: 3'),
      extensions: { code: 'RATE_LIMITED', sequence: 3 },
    });
    expect(group.size).toBe(0);
  });

  it('not by those who are gone, also while they wait for points', async () => {
    const { log, group } = aLog(1);
    const lifetime = new Lifetime();
    const answers = subscriberOf(group, 0, async () => 1_000_000, lifetime);
    const next = answers.next();
    log.head = 1;
    await group.advance(log.head);
    lifetime.end();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(group.size).toBe(0);
  });
});
