import pg from 'pg';
import { TextReader } from '../../../src/database/server/text-reader.js';
import { eventually } from '../../support/service/listener.js';

const url = process.env.TEST_DATABASE_URL;
const onServer = url ? describe : describe.skip;

const SHORT = `select (select $1::text || ' ' || pg_backend_pid() from pg_sleep($2))`;

onServer('statements that answer with one text (with TEST_DATABASE_URL)', () => {
  let pool: pg.Pool;
  let reader: TextReader;
  beforeEach(() => {
    pool = new pg.Pool({ connectionString: url, max: 2 });
    const config = { connectionString: url, application_name: 'ks3 shared', query_timeout: 1_000, pipeline: true };
    reader = new TextReader(pool, true, () => new pg.Client(config));
  });
  afterEach(async () => {
    await reader.close();
    await pool.end();
  });

  /** Answers with a text after some seconds, and with the process of the server that answered. */
  const read = (name: string, answer: string, seconds = 0) =>
    reader
      .read({
        name,
        text: SHORT,
        values: [answer, seconds],
      })
      .then(text => text!.split(' '));

  const isShared = () => reader.connections.open > 0;
  /** Asked until it is known to be short: the first time it may be slow. */
  async function known(name: string): Promise<void> {
    while (!isShared()) await read(name, 'known');
  }

  it('share connections once they are known to be short', async () => {
    await read('short', 'first');
    expect(isShared()).toBe(false);
    await known('short');
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(each => read('short', String(each))));
    expect(answers.map(([answer]) => answer)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(new Set(answers.map(([, process]) => process)).size).toBe(2);
    expect(reader.connections).toEqual({ open: 2, idle: 2 });
  });

  it('have connections of their own when they are long, until they are short again', async () => {
    await read('long', 'first', 0.05);
    await Promise.all([read('long', 'a', 0.05), read('long', 'b', 0.05)]);
    expect(isShared()).toBe(false);
    await known('long');
    const [, shared] = await read('long', 'c', 0.2);
    const [, own] = await read('long', 'd');
    expect(own).not.toBe(shared);
  });

  it('leave the shared connections to others when too many are under way there', async () => {
    await known('short');
    const [first] = await Promise.all(Array.from({ length: 40 }, (_, place) => read('short', String(place), 0.01)));
    expect(first![0]).toBe('0');
    expect(pool.totalCount).toBe(2);
  });

  it('are sent behind another on its connection, where they are short', async () => {
    await known('short');
    const sent: (Promise<string | null> | null)[] = [];
    const short = { name: 'short', text: SHORT, values: ['here', 0] };
    const first = await reader.read(short, send => {
      for (let place = 0; place < 3; place++) sent.push(send(short));
      sent.push(send({ ...short, name: 'unknown' }), send({ ...short, name: undefined }));
    });
    expect(await Promise.all(sent.map(each => Promise.resolve(each)))).toEqual([first, first, first, null, null]);
  });

  it('fail alone, and leave those beside them well', async () => {
    await known('short');
    const text = `select (select (1 / $1::int)::text)`;
    const divide = (by: number) => reader.read({ name: 'divide', text, values: [by] });
    await divide(1);
    const outcomes = await Promise.allSettled([read('short', 'before'), divide(0), divide(1), read('short', 'after')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('are sent on new connections when the server has closed theirs', async () => {
    await known('short');
    const [, process] = await read('short', 'before');
    const under = Promise.allSettled([read('short', 'a', 0.3), read('short', 'b', 0.3)]);
    await eventually(
      () => reader.connections.idle === 0 && reader.connections.open === 2,
      () => 'none is under way',
    );
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ks3 shared'`);
    expect((await under).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const [answer, another] = await read('short', 'after');
    expect(answer).toBe('after');
    expect(another).not.toBe(process);
  });

  it('are given up when the server falls silent, with all behind them, and sent on new connections', async () => {
    await known('short');
    const silent = [read('short', 'a', 2), read('short', 'b', 2), read('short', 'c'), read('short', 'd')];
    const outcomes = await Promise.allSettled(silent);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect((await read('short', 'after'))[0]).toBe('after');
  });

  it('say so when the server cannot be reached', async () => {
    const address = new URL(url!);
    address.port = '1';
    const away = new TextReader(pool, true, () => new pg.Client(address.href));
    const ask = () => away.read({ name: 'away', text: 'select $1::text', values: ['here'] });
    expect(await ask()).toBe('here');
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await away.close();
  });
});
