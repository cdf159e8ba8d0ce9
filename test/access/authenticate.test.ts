import { authenticator } from '../../src/access/authenticate.js';
import { hashOf } from '../../src/access/keys/secret.js';
import { ANONYMOUS } from '../../src/shared/viewer.js';
import type { Database } from '../../src/database/database.js';
import { at } from '../../src/shared/time/clock.js';
import { aKeyRow, aPartnerRow } from '../support/rows/rows.js';
import { freshDatabase } from '../support/service/service.js';
import { insertRows } from '../support/rows/tables.js';
import { days, MOMENT } from '../support/world/moments.js';

const PARTNER = aPartnerRow({ name: 'Åkern' });
const KEYS = [
  aKeyRow('ks3_of_partner', { role: 'PARTNER', partner_id: PARTNER.id }),
  aKeyRow('ks3_of_screen', { role: 'INTEGRATOR', grants: ['ACTIVITY'] }),
  aKeyRow('ks3_of_clock', { role: 'INTEGRATOR' }),
  aKeyRow('ks3_for_a_day', { role: 'ADMIN', expires_at: days(1) }),
  aKeyRow('ks3_revoked', { role: 'ADMIN', revoked_at: days(-1) }),
];

type Asked = Pick<Database, 'query' | 'readText'>;

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  await insertRows(database, { partner: [PARTNER], api_key: KEYS });
}, 60_000);
afterAll(() => database.close().then(drop));

const callerBy = (authorization: string | undefined, moment = MOMENT, asked: Asked = database) =>
  at(moment, () => authenticator(asked, null)({ authorization }));

const UNAUTHENTICATED = expect.objectContaining({ code: 'UNAUTHENTICATED' });

describe('a key in the Authorization header', () => {
  it('says who asks, however Bearer is written', async () => {
    const { id } = KEYS[0]!;
    const viewer = {
      ...{ name: 'ks3_of_partner', role: 'PARTNER', partnerId: PARTNER.id, keyId: id },
      ...{ subject: null, sessionId: null, grants: [], feedOnly: false },
    };
    expect(await callerBy('Bearer ks3_of_partner')).toMatchObject({ viewer, id, until: null });
    expect((await callerBy('bearer ks3_of_partner')).viewer).toEqual(viewer);
    expect((await callerBy('Bearer ks3_of_screen')).viewer.grants).toEqual(['ACTIVITY']);
  });

  it('is looked up with all that are asked for at once, and each gets its own', async () => {
    const statements: string[] = [];
    const watched: Asked = {
      ...database,
      readText: statement => (statements.push(statement.text), database.readText(statement)),
    };
    const authenticate = authenticator(watched, null);
    const callers = await Promise.all(
      ['Bearer ks3_of_screen', undefined, 'Bearer ks3_of_partner'].map(authorization =>
        authenticate({ authorization }),
      ),
    );
    expect(callers.map(({ viewer }) => viewer.name)).toEqual(['ks3_of_screen', 'anonymous', 'ks3_of_partner']);
    expect(statements).toHaveLength(1);
  });

  it('is looked up by the same statement as sessions, which takes no other to say who asks', async () => {
    const session = 'a'.repeat(43);
    await database.query(
      `insert into session (id, hash, api_key_id, grants, created_at, last_used_at, ends_at, idle_minutes)
       values ('session_1', $1, $2, '{}', $3, $3, $4, 60)`,
      [hashOf(session), KEYS[0]!.id, days(0), days(1)],
    );
    const statements: string[] = [];
    const watched: Asked = {
      query: async () => [],
      readText: statement => (statements.push(statement.text), database.readText(statement)),
    };
    const authenticate = authenticator(watched, null);
    const shown = [
      { session },
      { authorization: 'Bearer ks3_of_screen' },
      { session, authorization: 'Bearer ks3_of_screen' },
    ];
    const callers = await at(new Date(days(0, 1)), () => Promise.all(shown.map(each => authenticate(each))));
    expect(callers.map(({ viewer }) => viewer.name)).toEqual(['ks3_of_partner', 'ks3_of_screen', 'ks3_of_screen']);
    expect(callers[0]).toMatchObject({ id: KEYS[0]!.id, viewer: { keyId: KEYS[0]!.id, sessionId: 'session_1' } });
    expect(callers[0]!.until?.toISOString()).toBe(days(1));
    expect(statements).toHaveLength(1);
  });

  it('works until the moment it expires', async () => {
    expect((await callerBy('Bearer ks3_for_a_day', new Date(days(1, -1)))).viewer.role).toBe('ADMIN');
    await expect(callerBy('Bearer ks3_for_a_day', new Date(days(1)))).rejects.toEqual(UNAUTHENTICATED);
  });

  it.each([
    'Bearer ks3_revoked',
    'Bearer ks3_unknown',
    'Bearer',
    'Bearer ks3_of_partner and more',
    'and Bearer ks3_of_partner',
    'Basic ks3_of_partner',
    'ks3_of_partner',
    'Bearer three.parts.apart',
  ])('is refused, and nobody is let in as anonymous instead: %s', async header => {
    await expect(callerBy(header)).rejects.toEqual(UNAUTHENTICATED);
  });
});

it('nobody is asked for a key, and is told how far the log has come', async () => {
  const [head] = await database.query<{ sequence: number }>('select sequence from activity_head');
  for (const header of [undefined, ''])
    expect(await callerBy(header)).toEqual({
      ...{ viewer: ANONYMOUS, id: null, toolsMayWrite: false, until: null },
      revision: head!.sequence,
    });
});

describe('the last use of a key', () => {
  /** Asks, and waits for what is noted beside the request. */
  async function useAt(moment: string): Promise<void> {
    const notes: Promise<unknown>[] = [];
    const query: Database['query'] = (text, values) => {
      const answer = database.query<any>(text, values);
      notes.push(answer);
      return answer;
    };
    await callerBy('Bearer ks3_of_clock', new Date(moment), { ...database, query });
    await Promise.all(notes);
  }

  it.each([
    ['the first', days(7), days(7)],
    ['one within the minute', days(7, 59_999), days(7)],
    ['one a minute later', days(7, 60_000), days(7, 60_000)],
  ])('is kept to the minute: %s', async (_which, moment, kept) => {
    await useAt(moment);
    const [row] = await database.query<{ at: Date | string }>(
      `select last_used_at as at from api_key where name = 'ks3_of_clock'`,
    );
    expect(new Date(row!.at).toISOString()).toBe(kept);
  });

  it('never fails a request', async () => {
    const failing: Asked = { ...database, query: () => Promise.reject(new Error('lost')) };
    const { viewer } = await callerBy('Bearer ks3_of_screen', new Date(days(9)), failing);
    expect(viewer.role).toBe('INTEGRATOR');
  });
});
