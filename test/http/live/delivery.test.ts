import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { Group } from '../../../src/http/live/group.js';
import type { Pay } from '../../../src/http/live/seat.js';
import { Subscriber } from '../../../src/http/live/subscriber.js';
import { Followed } from '../../../src/reading/followed.js';
import { Lifetime } from '../../../src/shared/lifetime.js';

/** A log whose events are seen by some and not by others, here by whether the sequence divides evenly. */
function aLog(everyNth: number) {
  const log = { head: 0, reads: 0 };
  const followed = new Followed(async (after, upTo) => {
    log.reads += 1;
    await Promise.resolve();
    const sequences = Array.from({ length: upTo - after }, (_, index) => after + index + 1);
    return sequences.filter(each => each % everyNth === 0).map(sequence => ({ sequence, value: sequence }));
  }, null);
  const answer = async (values: readonly unknown[]) => values.map(sequence => ({ data: { sequence } }));
  return { log, group: new Group({ followed, answer, keyId: null, price: 1, run: 300 }, 0) };
}

const FREE: Pay = async () => 0;

const subscriberOf = (group: Group, since: number, pay = FREE, stay = new Lifetime()) =>
  new Subscriber({ group, until: null, pay, stay, tell: error => error as GraphQLError }, since).answers();

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

it('tells each subscriber everything after its start, once and in order, however slow it is and whenever it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 25 }), async (everyNth, steps) => {
      const { log, group } = aLog(everyNth);
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
          subscribers.push({ since, told: [], answers: subscriberOf(group, since) });
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
