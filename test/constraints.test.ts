import type { Database } from '../src/database/database.js';
import { TAKEN } from '../src/constraints.js';
import { freshDatabase } from './support/service/service.js';

let database: Database;
let drop: () => Promise<unknown>;
beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
afterAll(() => database.close().then(drop));

/** What the service itself makes unique: numbers it counts, secrets it draws, what it sends. */
const OWN = [
  ...[
    'activity_sequence_unique',
    'api_key_hash_unique',
    'api_key_previous_hash_unique',
    'idea_code_unique',
    'idea_number_per_programme',
  ],
  ...['notice_subscription_end_token_unique', 'session_hash_unique', 'webhook_delivery_once'],
];

const UNIQUE = `select index.relname as name from pg_index join pg_class index on index.oid = indexrelid
  join pg_namespace space on space.oid = index.relnamespace
  where space.nspname = 'public' and indisunique and not indisprimary order by 1`;

it('tells in words of everything that may be there only once', async () => {
  const found = await database.query<{ name: string }>(UNIQUE);
  expect(found.map(({ name }) => name)).toEqual([...TAKEN.keys(), ...OWN].sort());
});
