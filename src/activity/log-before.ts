import type { IdPrefix } from '../shared/ids.js';
import { literal, NOW, sql, type Sql } from '../reading/sql.js';

/**
 * What the log says of a subject at NOW: by field, the value before the first change after it that still tells one: what
 * has been redacted gives way to what is known next. A change of an embedded value may tell only those of its parts that
 * changed.
 */
export function valuesBefore(subject: Sql): Sql {
  return sql`(select jsonb_object_agg(earliest.field, earliest.before) as before from (
    select distinct on (part.field) part.field, part.before
    from public.activity later
    cross join lateral jsonb_array_elements(later.changes) as told(change)
    cross join lateral (
      select told.change ->> 'field' as field, told.change -> 'before' as before
      union all
      select (told.change ->> 'field') || '.' || inner_part.name, told.change -> 'before' -> inner_part.name
      from jsonb_object_keys(${partsOf('before')} || ${partsOf('after')}) as inner_part(name)) part
    where later.subject_id = ${subject} and later.at > ${NOW} and ${TELLS_BEFORE}
    order by part.field, later.sequence) earliest)`;
}

/** What has been redacted is no longer there; what was empty is null. */
const TELLS_BEFORE = sql`told.change ? 'before'`;

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
    where starts_with(later.subject_id, ${literal(`${prefix}_`)}) and ${changesLater(field)} and told.change ->> 'field' = ${literal(field)}
      and ${TELLS_BEFORE}
    order by later.subject_id, later.sequence)`;
}
