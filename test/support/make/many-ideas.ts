import type { Database } from '../../../src/database/database.js';

/**
 * So many ideas with three members, a focus area and a draft application each, on top of what there is; tidied up
 * afterwards, as the server does by itself within a minute.
 */
export async function insertManyIdeas(database: Database, count: number): Promise<void> {
  await database.query('alter table idea disable trigger idea_search_made');
  await database.query('alter table membership disable trigger membership_search_made');
  for (let from = 1; from <= count; from += AT_ONCE) {
    const series = `generate_series(${from}, ${Math.min(count, from + AT_ONCE - 1)})`;
    for (const statement of STATEMENTS) await database.query(statement.replaceAll(':series', series));
  }
  await database.query('alter table idea enable trigger idea_search_made');
  await database.query('alter table membership enable trigger membership_search_made');
  for (const table of TABLES) await database.query(`vacuum (analyze) ${table}`);
}

/** So few that no statement takes long enough to be stopped. */
const AT_ONCE = 1_000;
const TABLES = ['idea', 'membership', 'idea_focus_area', 'application', 'search_document'];

const all = (table: string) =>
  `(select array_agg(id order by id) as ids, count(*)::int as count from ${table}) ${table}s`;
const nth = (table: string, n: string) => `${table}s.ids[1 + (${n}) % ${table}s.count]`;

const STATEMENTS = [
  `insert into idea (id, programme_id, number, code, title_sv, summary_sv, stage, state, visibility, owner_id, environmental_objectives,
      missions, entered_stage_at, created_at, updated_at)
    select 'idea_many' || n, (select id from programme where code_prefix = 'KS3'), 100000 + n, 'MANY-' || n, 'Idé nummer ' || n || ' om ' || md5(n::text),
      'En sammanfattning av ' || md5((n * 7)::text) || ' och ' || md5((n * 13)::text),
      (array['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'])[1 + n % 4], 'ACTIVE',
      (array['PUBLIC', 'PARTNERS', 'CONSORTIUM'])[1 + n % 3], ${nth('partner', 'n')}, '{}', '{}', moment, moment, moment
    from :series n, ${all('partner')}, lateral (select now() - n * interval '1 minute' as moment) moments`,
  `insert into membership (id, idea_id, partner_id, role, letter_of_intent, joined_at)
    select 'membership_many' || n || '_' || shift, 'idea_many' || n, ${nth('partner', 'n + shift')},
      case shift when 1 then 'COORDINATOR' else 'BENEFICIARY' end, 'SIGNED', now()
    from :series n, generate_series(1, 3) shift, ${all('partner')}`,
  `insert into idea_focus_area (idea_id, focus_area_id)
    select 'idea_many' || n, ${nth('focus_area', 'n')} from :series n, ${all('focus_area')}`,
  `insert into application (id, idea_id, call_id, status, created_at, updated_at)
    select 'application_many' || n, 'idea_many' || n, ${nth('funding_call', 'n')}, 'DRAFT', now(), now()
    from :series n, ${all('funding_call')}`,
  // What they are found by is written once, when they have their members.
  `select search_write_ideas(array(select 'idea_many' || n from :series n))`,
];
