import type { IdPrefix } from '../shared/ids.js';
import { literal, NOW, raw, sql, type Sql } from '../reading/sql.js';

/**
 * What the log says of a subject at NOW: by field, the value before the first change after it that still tells one: what
 * has been redacted gives way to what is known next. A change of an embedded value may tell only those of its parts that
 * changed.
 */
export function valuesBefore(subject: Sql): Sql {
  return sql`(select jsonb_object_agg(earliest.field, earliest.before) as before from (
    select distinct on (part.field) part.field, part.before from ${PARTS_LATER} and later.subject_id = ${subject}
    order by part.field, later.sequence) earliest)`;
}

/** The same of all subjects of a kind, with their `id`, in one pass over what the log tells after NOW. */
export function allValuesBefore(prefix: IdPrefix): Sql {
  return sql`(select earliest.id, jsonb_object_agg(earliest.field, earliest.before) as before from (
    select distinct on (later.subject_id, part.field) later.subject_id as id, part.field, part.before from ${PARTS_LATER} and ${isA(prefix)}
    order by later.subject_id, part.field, later.sequence) earliest group by 1)`;
}

/** What has been redacted is no longer there; what was empty is null. */
const TELLS_BEFORE = sql`told.change ? 'before'`;

/** Each `part` that changed in an activity `later` than NOW, where it still tells what that was before. */
const PARTS_LATER = sql`public.activity later
    cross join lateral jsonb_array_elements(later.changes) as told(change)
    cross join lateral (
      select told.change ->> 'field' as field, told.change -> 'before' as before
      union all
      select (told.change ->> 'field') || '.' || inner_part.name, told.change -> 'before' -> inner_part.name
      from jsonb_object_keys(${partsOf('before')} || ${partsOf('after')}) as inner_part(name)) part
    where later.at > ${NOW} and ${TELLS_BEFORE}`;

const isA = (prefix: IdPrefix) => sql`starts_with(later.subject_id, ${literal(`${prefix}_`)})`;

function partsOf(side: 'before' | 'after'): Sql {
  const value = sql`told.change -> ${literal(side)}`;
  return sql`case jsonb_typeof(${value}) when 'object' then ${value} else '{}' end`;
}

/** Whether the activity `later` is one after NOW that changed a list, and still tells what it was. */
export function changesLater(field: string): Sql {
  const told = `$[*] ? (@.field == "${field}" && exists (@.before))`;
  return sql`later.at > ${NOW} and later.changes @> ${literal(JSON.stringify([{ field }]))} and later.changes @? ${literal(told)}`;
}

/** The lists that have changed after NOW, as they were before, by the id of whose they are. */
export function listsBefore(prefix: IdPrefix, field: string): Sql {
  return sql`(select distinct on (later.subject_id) later.subject_id as id, told.change -> 'before' as list
    from public.activity later cross join lateral jsonb_array_elements(later.changes) as told(change)
    where ${isA(prefix)} and ${changesLater(field)} and told.change ->> 'field' = ${literal(field)}
      and ${TELLS_BEFORE}
    order by later.subject_id, later.sequence)`;
}

const toldOf = (field: string, side: 'before' | 'after') =>
  sql`(select told.change ->> ${literal(side)} from jsonb_array_elements(later.changes) as told(change) where told.change ->> 'field' = ${literal(field)})`;

/** The first that the log tells after NOW of each value measured: of its indicator and day, what it was until then. */
const MEASURED_LATER = sql`(select distinct on (later.subject_id, day) later.id, later.subject_id as indicator_id, day::date as "on",
    ${toldOf('on', 'before')} as was_there, ${toldOf('value', 'before')}::numeric as value
  from public.activity later cross join lateral (select coalesce(${toldOf('on', 'after')}, ${toldOf('on', 'before')}) as day) told_of
  where ${isA('indicator')} and later.at > ${NOW} and day is not null
  order by later.subject_id, day, later.sequence)`;

/** Measurements: those of now that the log tells nothing of after NOW, and those that it does as they were. */
export const MEASUREMENTS_THEN = sql`measurement as not materialized (
    select r.id, r.indicator_id, r."on", r.value from public.measurement r
    where not exists (select from ${MEASURED_LATER} later where later.indicator_id = r.indicator_id and later."on" = r."on")
    union all select id, indicator_id, "on", value from ${MEASURED_LATER} later where was_there is not null)`;

/** Which focus areas a row had: the log tells them all by code, or those of now where it tells of no change. */
export function focusAreasThen(table: 'idea' | 'funding_call', prefix: IdPrefix): Sql {
  const [pivot, key] = [raw(`${table}_focus_area`), raw(`${table}_id`)];
  return sql`${pivot} as not materialized (
    select chosen.${key}, chosen.focus_area_id from public.${pivot} chosen
    where not exists (select from public.activity later where later.subject_id = chosen.${key} and ${changesLater('focusAreas')})
    union all ${areasIn(listsBefore(prefix, 'focusAreas'))})`;
}

/** The same of all ideas, in one pass. */
export function allFocusAreasThen(): Sql {
  return sql`idea_focus_area as not materialized (with whole as (${listsBefore('idea', 'focusAreas')})
    select chosen.idea_id, chosen.focus_area_id from public.idea_focus_area chosen where not exists (select from whole where whole.id = chosen.idea_id)
    union all ${areasIn(raw('whole'))})`;
}

/** The areas in lists of codes, each by the id of what had it. */
function areasIn(lists: Sql): Sql {
  return sql`select told.id, area.id from ${lists} told
    cross join lateral jsonb_array_elements_text(told.list) as had(code) join public.focus_area area on area.code = had.code`;
}
