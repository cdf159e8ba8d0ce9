-- What PostGraphile cannot say from the tables alone: a value that turns with the clock, and writes that touch several
-- tables and the log. Such functions are its own way of doing it.

create function funding_call_next_deadline(call funding_call) returns timestamptz
  language sql stable
  return (select min(ahead) from unnest((call).deadlines) ahead where ahead >= now());

comment on function funding_call_next_deadline is '@behavior +proc:orderBy';

create function bench_create_call(id text, identifier text, title text, programme text, funder text, deadline timestamptz,
  budget numeric, areas text[], activity_id text) returns funding_call
  language plpgsql as $$
declare made funding_call;
begin
  insert into funding_call (id, identifier, title_sv, programme, funder, deadline_model, deadlines, deadline_labels, closes_at,
    budget_amount, budget_currency, required_sectors, environmental_objectives, edited_fields, assumed_fields, published_at, created_at, updated_at)
  values ($1, $2, $3, $4, $5, 'SINGLE_STAGE', array[$6], '{""}', $6, $7, 'SEK', '{}', '{}', '{}', '{}', now(), now(), now())
  returning * into made;
  insert into funding_call_focus_area (funding_call_id, focus_area_id) select made.id, area.id from focus_area area where area.code = any($8);
  insert into activity (id, at, actor_name, actor_role, kind, subject_id, call_id, changes)
  values ($9, now(), 'Bench', 'ADMIN', 'CALL_CREATED', made.id, made.id, jsonb_build_array(
    jsonb_build_object('field', 'identifier', 'before', null, 'after', made.identifier),
    jsonb_build_object('field', 'title', 'before', null, 'after', made.title_sv),
    jsonb_build_object('field', 'deadlines', 'before', null, 'after', made.deadlines)));
  return made;
end $$;

create function bench_advance_idea(id text, transition_id text, activity_id text) returns idea
  language plpgsql as $$
declare moved idea;
begin
  update idea i set stage = 'CONSORTIUM', entered_stage_at = now(), updated_at = now(), version = version + 1
  where i.id = $1 and stage = 'CONCEPT' and state = 'ACTIVE' and length(summary_sv) >= 80 and challenge_sv is not null
    and cardinality(environmental_objectives) > 0 and exists (select from idea_focus_area x where x.idea_id = i.id)
  returning * into moved;
  if moved.id is null then raise exception 'the gate is not met'; end if;
  insert into stage_transition (id, idea_id, "from", "to", from_state, to_state, at, by_name, by_role, waived)
  values ($2, moved.id, 'CONCEPT', 'CONSORTIUM', 'ACTIVE', 'ACTIVE', now(), 'Bench', 'ADMIN', '{}');
  insert into activity (id, at, actor_name, actor_role, kind, subject_id, idea_id, changes)
  values ($3, now(), 'Bench', 'ADMIN', 'IDEA_ADVANCED', moved.id, moved.id,
    jsonb_build_array(jsonb_build_object('field', 'stage', 'before', 'CONCEPT', 'after', 'CONSORTIUM')));
  return moved;
end $$;
