import type { Feed, Watcher } from '../../../../src/activity/feed.js';
import { Broadcast, type Joining } from '../../../../src/http/graphql/live/broadcast.js';
import type { ReadOccurrences } from '../../../../src/reading/followed.js';
import { Lifetime } from '../../../../src/shared/program/lifetime.js';

/** A log that moves when it is told to, and whoever is told of it. */
function aBroadcast() {
  let watcher: Watcher = () => undefined;
  const feed = { head: 0, watch: (told: Watcher) => ((watcher = told), () => undefined) } as unknown as Feed;
  const failures = { isPassing: () => false, masked: (error: unknown) => error as never };
  return {
    broadcast: new Broadcast(feed, { query: async () => [] }, failures),
    move: (head: number) => watcher(head),
  };
}

const subjectOf = (read: ReadOccurrences): Joining['subject'] => ({
  read,
  answer: async values => values.map(value => ({ data: { value } })),
  viewer: { keyId: null, partnerId: null },
  price: 1,
  run: 100,
});

const joining = (alike: string, caller: string, read: ReadOccurrences): Joining => ({
  alike,
  subject: subjectOf(read),
  since: 0,
  known: 0,
  right: { until: null, sessionId: null },
  lifetime: new Lifetime(),
  purse: { payer: caller, limit: Infinity, pay: async () => 0 },
});

it('looks for one caller after the other, however many subscriptions one of them has', async () => {
  const { broadcast, move } = aBroadcast();
  const looked: string[] = [];
  let [atOnce, most] = [0, 0];
  const read =
    (caller: string): ReadOccurrences =>
    async (_after, upTo) => {
      looked.push(caller);
      most = Math.max(most, (atOnce += 1));
      await new Promise(resolve => setImmediate(resolve));
      atOnce -= 1;
      return [{ sequence: upTo, value: caller }];
    };
  for (let n = 0; n < 100; n += 1) void broadcast.follow(joining(`many ${n}`, 'many', read('many'))).next();
  const other = broadcast.follow(joining('one', 'one', read('one')));
  const told = other.next();
  await move(1);
  expect(await told).toMatchObject({ value: { data: { value: 'one' } } });
  expect(looked.indexOf('one')).toBeLessThan(10);
  expect(most).toBe(4);
  await other.return();
});

it('tells nobody later because the answer to another takes long', async () => {
  const { broadcast, move } = aBroadcast();
  const slow = broadcast.follow(joining('slow', 'slow', () => new Promise(() => undefined)));
  const quick = broadcast.follow(joining('quick', 'quick', async (_after, upTo) => [{ sequence: upTo, value: upTo }]));
  void slow.next();
  const first = quick.next();
  await move(1);
  expect(await first).toMatchObject({ value: { data: { value: 1 } } });
  const second = quick.next();
  await move(2);
  expect(await second).toMatchObject({ value: { data: { value: 2 } } });
  await quick.return();
});
