import { insideIdea } from '../../access/visibility.js';
import { EnvironmentalObjective, EuMission } from '../../ideas/classification.js';
import { MISSION_NAMES, OBJECTIVE_NAMES } from '../../ideas/classification-names.js';
import { SECTOR_NAMES } from '../../partners/sector-names.js';
import { Sector } from '../../partners/sectors.js';
import type { Scope } from '../../reading/scope.js';
import { join, literal, NOW, raw, sql, type Sql } from '../../reading/sql.js';
import { wordsOf } from '../../shared/described-enum.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { HEALTH_NAMES } from '../../status-updates/health-names.js';
import { Health } from '../../status-updates/health.js';
import { ofNewestStatus } from '../../status-updates/newest-status.js';
import type { PipelineGrouping } from './group-types.js';

/** How ideas are grouped. */
export interface Grouping {
  /** Each key with an idea of its group, both once: rows of `key` and `id`. */
  readonly belongs: Sql;
  /** Rows of `key`, `name_sv`, `name_en`, whether it is `shown` without ideas, and its `place`, null where the largest come first. */
  readonly known: Sql;
  /** The column of calls that applications are grouped by. */
  readonly callColumn?: 'funder' | 'programme';
}

/** The members of an enum, all of them shown. */
function words(all: readonly string[], names: Readonly<Record<string, Bilingual>>): Sql {
  const rows = all.map((word, place) => {
    const { sv, en } = names[word]!;
    return sql`(${join([word, capital(sv), capital(en)].map(literal), ', ')}, true, ${raw(place)})`;
  });
  return sql`select * from (values ${join(rows, ', ')}) as each(key, name_sv, name_en, shown, place)`;
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Those with ideas, named by their keys. */
const NAMED_BY_KEY = raw(
  'select distinct key, key as name_sv, key as name_en, false as shown, null::int as place from belongs',
);

const PARTNERS = raw(
  'select id as key, name as name_sv, name as name_en, false as shown, null::int as place from partner',
);

const listedIn = (column: string) =>
  sql`select distinct own.word as key, counted.id from counted join idea on idea.id = counted.id cross join lateral unnest(idea.${raw(column)}) as own(word)`;

function ofCalls(scope: Scope, callColumn: 'funder' | 'programme'): Grouping {
  return {
    belongs: sql`select distinct target.${raw(callColumn)} as key, counted.id from counted join application applied on applied.idea_id = counted.id
      join funding_call target on target.id = applied.call_id and ${scope.visible('FundingCall', raw('target'))}`,
    known: NAMED_BY_KEY,
    callColumn,
  };
}

export const GROUPINGS: Readonly<Record<PipelineGrouping, (scope: Scope) => Grouping>> = {
  FOCUS_AREA: () => ({
    // The pairs of an area and a part of it are few, and found before any idea is looked at.
    belongs: raw(`select distinct pair.key, counted.id from counted join chosen on chosen.idea_id = counted.id
      join (select area.code as key, part.id from focus_area area
        join focus_area part on part.id = area.id or starts_with(part.code, area.code || '.') offset 0) pair on pair.id = chosen.focus_area_id`),
    known: sql`select code as key, name_sv, name_en, created_at <= ${NOW} and (retired_at <= ${NOW}) is not true as shown,
      (rank() over (order by code collate "C"))::int as place from focus_area`,
  }),
  OWNER: () => ({
    belongs: raw('select idea.owner_id as key, counted.id from counted join idea on idea.id = counted.id'),
    known: PARTNERS,
  }),
  PARTNER: () => ({
    belongs: raw(`select idea.owner_id as key, counted.id from counted join idea on idea.id = counted.id
      union select taking.partner_id, counted.id from counted join membership taking on taking.idea_id = counted.id and taking.left_at is null`),
    known: PARTNERS,
  }),
  SECTOR: () => ({
    belongs: raw(`select distinct member.sector as key, counted.id from counted
      join membership taking on taking.idea_id = counted.id and taking.left_at is null join partner member on member.id = taking.partner_id`),
    known: words(wordsOf(Sector), SECTOR_NAMES),
  }),
  ENVIRONMENTAL_OBJECTIVE: () => ({
    belongs: listedIn('environmental_objectives'),
    known: words(wordsOf(EnvironmentalObjective), OBJECTIVE_NAMES),
  }),
  MISSION: () => ({ belongs: listedIn('missions'), known: words(wordsOf(EuMission), MISSION_NAMES) }),
  FUNDER: scope => ofCalls(scope, 'funder'),
  CALL_PROGRAMME: scope => ofCalls(scope, 'programme'),
  HEALTH: ({ viewer }) => ({
    belongs: sql`select ${ofNewestStatus(raw('counted.id'), 'health')} as key, counted.id from counted where ${insideIdea(raw('counted.id'), viewer)}`,
    known: words(wordsOf(Health), HEALTH_NAMES),
  }),
  PROGRAMME: () => ({
    belongs: raw(
      'select p.code_prefix as key, counted.id from counted join programme p on p.id = counted.programme_id',
    ),
    known: raw(`select code_prefix as key, name_sv, name_en, false as shown, null::int as place from programme`),
  }),
  // When it was created never changes, and needs no look into the log.
  YEAR_CREATED: () => ({
    belongs:
      raw(`select extract(year from made.created_at at time zone 'Europe/Stockholm')::int::text as key, counted.id
      from counted join public.idea made on made.id = counted.id`),
    known: raw(`select year::text as key, year::text as name_sv, year::text as name_en, true as shown, year as place
      from (select min(key::int) as first, max(key::int) as last from belongs) years cross join lateral generate_series(first, last) as year`),
  }),
};
