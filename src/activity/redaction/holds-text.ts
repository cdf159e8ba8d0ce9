import { seesEverything } from '../../access/visibility.js';
import { badInput } from '../../reading/bad-input.js';
import type { Scope } from '../../reading/scope.js';
import { sql, type Sql } from '../../reading/sql.js';

/** As long as other texts that are sought. */
const LONGEST = 200;

/** Whether a row holds a text in what may be redacted of it: its reason, its actor's name and the free text of its changes. */
export function holdsText(activity: Sql, scope: Scope): Sql | null {
  if (scope.args.text == null) return null;
  if (!seesEverything(scope.viewer)) throw badInput('text is for administrators: it looks for what must be redacted.');
  const text = scope.arg(({ text }) => {
    if (text.length <= LONGEST) return text;
    throw badInput(`text may have at most ${LONGEST} characters.`);
  });
  return sql`exists (select from (
      select ${activity}.reason union all select ${activity}.actor_name
      union all select part #>> '{}' from jsonb_array_elements(${activity}.changes) told(change)
        cross join lateral jsonb_path_query(jsonb_build_array(change -> 'before', change -> 'after'), 'strict $.**') part
        where activity_erasable(change ->> 'field') and jsonb_typeof(part) = 'string') held(value)
    where strpos(lower(value collate swedish), lower(${text}::text collate swedish)) > 0)`;
}
