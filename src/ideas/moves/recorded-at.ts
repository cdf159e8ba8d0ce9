import { NOW, raw, sql, type Sql } from '../../reading/sql.js';

/** When a transition was recorded: most are as they happen. */
export function recordedAt(transition: Sql): Sql {
  return sql`coalesce(${transition}.recorded_at, ${transition}.at)`;
}

/** The same as a condition, which tells the planner how many there are. A step is never recorded before it is taken. */
export function recordedBy(transition: Sql, moment: Sql): Sql {
  return sql`${transition}.at <= ${moment} and (${transition}.recorded_at is null or ${transition}.recorded_at <= ${moment})`;
}

/** Where ideas stood after each step that was recorded by NOW: transitions know it, and the log need not be asked. */
const STEPS_THEN = sql`t.idea_id, t."to" as stage, t.to_state as state,
    case when t."from" is distinct from t."to" then t.at else t.from_entered_at end as entered_stage_at
  from public.stage_transition t where ${recordedBy(raw('t'), NOW)}`;

/** Each idea `r`, and where it `stood` at NOW, after its last step. */
export const IDEAS_STOOD = sql`public.idea r cross join lateral (
  select ${STEPS_THEN} and t.idea_id = r.id order by t.at desc, t.id desc limit 1) stood`;

/** The same of all ideas at once, in the order of an index: less for all of them, and too much for some. */
export const ALL_IDEAS_STOOD = sql`(select distinct on (t.idea_id) ${STEPS_THEN} order by t.idea_id desc, t.at desc, t.id desc) stood
  left join public.idea r on r.id = stood.idea_id`;
