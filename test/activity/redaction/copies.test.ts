import { COPIES } from '../../../src/activity/redaction/copies.js';
import type { Database } from '../../../src/database/database.js';
import { freshDatabase } from '../../support/service/service.js';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
afterAll(async () => {
  await database.close();
  await drop();
});

/** How a column is to what the log tells: a copy goes with its value; for all else the reason why it is none. */
type Class =
  // The log itself, which the database erases from.
  | 'LOG'
  // A copy that goes too.
  | 'COPY'
  // A sealed copy that is made anew when it is asked for.
  | 'ANSWERS'
  // What the thing itself says: it is changed there first, and the redaction refused until it is.
  | 'LIVE'
  // Made by the database from what the things say, and made anew when they change.
  | 'SEARCHED'
  // Words from a list, codes, ids and addresses that no person writes freely.
  | 'WORDS'
  // A secret, or a hash of one.
  | 'SECRET'
  // Who is signed in, or has mails sent, for as long as that lasts.
  | 'SIGN_IN';

/** Of each table the columns of text by their class; whatever ends with id is an id. */
const COLUMNS: Readonly<Record<string, Partial<Record<Class, string>>>> = {
  activity: { LOG: 'actor_name changes reason digests salts', WORDS: 'actor_role kind' },
  activity_head: {},
  api_key: { COPY: 'name', WORDS: 'prefix role grants', SECRET: 'hash previous_hash', SIGN_IN: 'subject' },
  application: { LIVE: 'reference', WORDS: 'status requested_currency co_financing_currency granted_currency' },
  focus_area: { LIVE: 'name_sv name_en description_sv description_en', WORDS: 'code' },
  funding_call: {
    LIVE: 'title_sv title_en summary_sv summary_en programme funder url deadline_labels source_url',
    SEARCHED: 'search searchable',
    WORDS:
      'identifier deadline_model deadlines budget_currency grant_min_currency grant_max_currency required_sectors environmental_objectives source_system edited_fields assumed_fields',
  },
  funding_call_focus_area: {},
  idea: {
    LIVE: 'title_sv title_en summary_sv summary_en challenge_sv challenge_en contact_email',
    SEARCHED: 'search searchable',
    WORDS: 'code stage state visibility environmental_objectives missions',
  },
  idea_focus_area: {},
  idempotent_request: { ANSWERS: 'answer changes', SECRET: 'key_hash fingerprint attempt', WORDS: 'asker' },
  import_source: { WORDS: 'format url etag last_modified' },
  indicator: { LIVE: 'name_sv name_en unit', WORDS: 'code' },
  join_request: { COPY: 'message reason', WORDS: 'origin role status' },
  link: { COPY: 'added_by_name', LIVE: 'title url', WORDS: 'kind added_by_role' },
  measurement: {},
  membership: { WORDS: 'role letter_of_intent commitment_currency' },
  milestone: { LIVE: 'title_sv title_en' },
  notice_subscription: {
    SECRET: 'address_fingerprint confirm_hashes end_hash end_token',
    SIGN_IN: 'subject email',
    // Of what was told digests alone.
    WORDS: 'role grants locale kinds rhythm focus_areas told sending claim',
  },
  outcome: { LIVE: 'title_sv title_en', WORDS: 'kind status environmental_objectives' },
  partner: {
    LIVE: 'name website description_sv description_en contact_email',
    SEARCHED: 'search searchable',
    WORDS: 'slug sector organisation_number pic country nuts_code',
  },
  programme: {
    LIVE: 'name_sv name_en description_sv description_en',
    WORDS: 'code_prefix gate_policy_required_sectors',
  },
  project: { WORDS: 'budget_currency baseline_budget_currency' },
  schema_migration: { WORDS: 'name' },
  search_document: { SEARCHED: 'words', WORDS: 'code' },
  search_word: { SEARCHED: 'word slips' },
  session: { SECRET: 'hash', SIGN_IN: 'subject name device', WORDS: 'role grants' },
  stage_transition: { COPY: 'by_name reason', WORDS: 'from to from_state to_state by_role waived' },
  status_update: { COPY: 'by_name summary_sv summary_en next_step_sv next_step_en', WORDS: 'by_role health' },
  webhook: { LIVE: 'url', SECRET: 'secret', WORDS: 'kinds ideas focus_areas disabled_reason claim' },
  webhook_delivery: { WORDS: 'status last_outcome' },
};

const namesOf = (classes: Partial<Record<Class, string>>, wanted = (_: string) => true) =>
  Object.entries(classes).flatMap(([name, columns]) => (wanted(name) ? columns.split(' ') : []));

const told = (wanted?: (name: string) => boolean) =>
  Object.entries(COLUMNS).flatMap(([table, classes]) => namesOf(classes, wanted).map(column => `${table}.${column}`));

it('says of each column of text whether it holds a copy of what the log tells', async () => {
  const rows = await database.query<{ name: string }>(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and column_name !~ '(^|_)id$'
      and data_type not in ('integer', 'bigint', 'smallint', 'numeric', 'real', 'double precision', 'boolean', 'date', 'bytea')
      and data_type not like 'timestamp%'`);
  expect(told().sort()).toEqual(rows.map(({ name }) => name).sort());
});

it('takes away each copy, and nothing that is none', () => {
  const erased = COPIES.flatMap(({ erase }) => {
    const [, table, set] = /^update (\w+) \w+ set (.+?) from gone/.exec(erase)!;
    return [...set!.matchAll(/(\w+) =/g)].map(([, column]) => `${table}.${column}`);
  });
  expect([...new Set(erased)].sort()).toEqual(told(name => name === 'COPY').sort());
});
