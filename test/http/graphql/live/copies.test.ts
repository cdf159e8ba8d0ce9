import { startProcess } from '../../../support/service/process.js';
import { aMoment, listen, type Listener } from '../../../support/service/listener.js';
import { administer, KEYS, type Service, startCopy, startService } from '../../../support/service/service.js';

/** Several copies of the service need a database of their own to meet in. */
const server = process.env.TEST_DATABASE_URL;
const onServer = server ? describe : describe.skip;

const ACTIVITY = 'subscription($since: Int) { activity(sinceSequence: $since) { sequence } }';
const sequencesOf = ({ events }: Listener): number[] => events.map(({ activity }) => activity.sequence);

onServer('two copies of the service on one database', () => {
  let one: Service;
  let other: Service;
  let head = 0;
  beforeEach(async () => {
    one = await startService();
    other = await startCopy(one);
    const [row] = await one.database.query<{ sequence: number }>('select sequence from activity_head');
    head = row!.sequence;
  });
  afterEach(async () => {
    await other.stop();
    await one.stop();
  });

  /** Makes so many changes, through that copy. */
  async function change(copy: Service, count: number): Promise<void> {
    const { focusArea } = await copy.as(KEYS.admin).run<any, object>('{ focusArea(code: "tech") { code } }');
    for (let i = 0; i < count; i += 1) {
      const { updateFocusArea } = await copy
        .as(KEYS.admin)
        .run<any, object>(
          'mutation($input: UpdateFocusAreaInput!) { updateFocusArea(input: $input) { userErrors { message } } }',
          {
            input: { code: focusArea.code, description: { sv: `Ändring ${Math.random()}` } },
          },
        );
      expect(updateFocusArea.userErrors).toEqual([]);
    }
  }

  const range = (count: number) => Array.from({ length: count }, (_, index) => head + index + 1);

  it('deliver what happened through the other', async () => {
    const [here, there] = [one, other].map(copy => listen(copy, KEYS.admin, ACTIVITY, { since: head }));
    await change(one, 3);
    await change(other, 3);
    await Promise.all([here!.until(6), there!.until(6)]);
    expect(sequencesOf(here!)).toEqual(range(6));
    expect(sequencesOf(there!)).toEqual(range(6));
    await Promise.all([here!.stop(), there!.stop()]);
  });

  it('lose nothing when the connection that listens is lost', async () => {
    const listener = listen(one, KEYS.admin, ACTIVITY, { since: head });
    await change(other, 1);
    await listener.until(1);
    const killed = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'kickstart-s3 listener' and datname = '${new URL(one.databaseUrl!).pathname.slice(1)}'`;
    for (let i = 0; i < 3; i += 1) {
      await administer(server!, killed);
      await change(other, 2);
    }
    await listener.until(7);
    expect(sequencesOf(listener)).toEqual(range(7));
    await listener.stop();
  });

  it('let a subscriber go on at another, from where it was, when its own is killed in the middle', async () => {
    const doomed = await startProcess({ DATABASE_URL: one.databaseUrl!, SEED: 'none' });
    const before = listen(doomed, KEYS.admin, ACTIVITY, { since: head });
    const writing = change(other, 12);
    await before.until(4);
    doomed.signal('SIGKILL');
    expect(await before.ended).toHaveProperty('code');
    const seen = sequencesOf(before);
    const after = listen(other, KEYS.admin, ACTIVITY, { since: seen.at(-1) });
    await writing;
    await after.until(12 - seen.length);
    await aMoment();
    expect([...seen, ...sequencesOf(after)]).toEqual(range(12));
    await after.stop();
  });
});
