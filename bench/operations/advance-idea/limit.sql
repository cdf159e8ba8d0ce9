with ready as (
  select id from idea i
  where id = $1 and stage = 'CONCEPT' and state = 'ACTIVE' and length(summary_sv) >= 80 and challenge_sv is not null
    and cardinality(environmental_objectives) > 0 and exists (select from idea_focus_area x where x.idea_id = i.id)
  for update
), moved as (
  update idea set stage = 'CONSORTIUM', entered_stage_at = now(), updated_at = now(), version = version + 1 from ready where idea.id = ready.id
  returning idea.*
), noted as (
  insert into stage_transition (id, idea_id, "from", "to", from_state, to_state, at, by_name, by_role, waived)
  select $2, id, 'CONCEPT', 'CONSORTIUM', 'ACTIVE', 'ACTIVE', now(), 'Bench', 'ADMIN', '{}' from moved
), told as (
  insert into activity (id, at, actor_name, actor_role, kind, subject_id, idea_id, changes)
  select $3, now(), 'Bench', 'ADMIN', 'IDEA_ADVANCED', id, id,
    jsonb_build_array(jsonb_build_object('field', 'stage', 'before', 'CONCEPT', 'after', 'CONSORTIUM'))
  from moved
)
select json_build_object('advanceIdea', json_build_object('idea', json_build_object('code', code, 'stage', stage, 'version', version),
  'unmet', '[]'::json, 'userErrors', '[]'::json))::text
from moved
