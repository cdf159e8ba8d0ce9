import { Address } from '../../../src/database/server/address.js';
import { connectServer } from '../../../src/database/server/server.js';
import { MAPPING } from '../../../src/nouns.js';
import { freePort } from '../../support/servers/cluster.js';

const url = process.env.TEST_DATABASE_URL;
const onServer = url ? describe : describe.skip;

/** The test server's address with hosts before its own, which nobody answers at. */
function after(...hosts: string[]): string {
  const { host } = new URL(url!);
  return url!.replace(host, [...hosts, host].join(','));
}

it('an address with one host stays as it is written', () => {
  const written = 'postgresql://me:p%40ss@db.example:6432/kickstart?sslmode=require';
  expect(new Address(written).url).toBe(written);
});

onServer('an address with several hosts (with TEST_DATABASE_URL)', () => {
  const gone = async () => `127.0.0.1:${await freePort()}`;

  it('leads to the one that takes changes: reads, changes, migrations and what is listened to', async () => {
    const address = after(await gone(), await gone());
    const database = await connectServer(MAPPING, { url: address, poolSize: 2, statementTimeoutMs: 10_000 });
    const heard = Promise.withResolvers<void>();
    let calls = 0;
    const stop = await database.listen('activity', () => void (++calls === 2 && heard.resolve()));
    const read = { name: 'several', text: "select 'here'", values: [] };
    expect([await database.readText(read), await database.readText(read)]).toEqual(['here', 'here']);
    expect(await database.query("select pg_notify('activity', '')")).toHaveLength(1);
    await heard.promise;
    await stop();
    await database.close();
  });

  it('is heeded as a whole by every connection: encrypted where it asks for that', async () => {
    const encrypted = new URL(url!);
    encrypted.searchParams.set('sslmode', 'no-verify');
    const options = { poolSize: 2, statementTimeoutMs: 10_000 };
    const database = await connectServer(MAPPING, { url: encrypted.href, ...options });
    const IS = 'select ssl::text as is from pg_stat_ssl where pid = pg_backend_pid()';
    const offered = (await database.query<{ ssl: string }>('show ssl').catch(() => [{ ssl: 'off' }]))[0]!.ssl === 'on';
    const read = { name: 'encrypted', text: `select (${IS})`, values: [] };
    if (offered) {
      expect(await database.query(IS)).toEqual([{ is: 'true' }]);
      expect([await database.readText(read), await database.readText(read)]).toEqual(['true', 'true']);
    } else await expect(database.query(IS)).rejects.toThrow('SSL');
    await database.close();
  });

  it('says what kept it from the first of them where none can be reached', async () => {
    const [one, other] = [await gone(), await gone()];
    const client = new Address(`postgresql://postgres@${one},${other}/postgres`).client({});
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
