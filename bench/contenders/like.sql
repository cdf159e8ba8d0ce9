-- PostGraphile doing what the service does, as its manual asks: who may see what by row level security for a role of its
-- own (https://postgraphile.org/postgraphile/5/security), changes by functions that take their own rights, and the log by
-- triggers. The chain of hashes is the table's own. Whoever else is measured owns the tables, and no policy is asked.

do $$ begin create role ks3_bench_viewer nologin; exception when duplicate_object or unique_violation then null; end $$;

create schema bench_like;

grant usage on schema public, bench_like to ks3_bench_viewer;

grant select on programme, partner, focus_area, idea, idea_focus_area, membership, application, project, stage_transition,
  funding_call, funding_call_focus_area, join_request to ks3_bench_viewer;

-- Who asks, from the settings of the transaction. Set once and emptied afterwards, a setting is '' and not null.
create function bench_like.viewer(name text) returns text language sql stable parallel safe
  return nullif(current_setting('viewer.' || name, true), '');

create function bench_like.sees_all_ideas() returns boolean language sql stable parallel safe
  return coalesce(bench_like.viewer('role') = 'ADMIN' or 'ALL_IDEAS' = any(string_to_array(bench_like.viewer('grants'), ',')), false);

-- A policy that reads another table whose policy reads this one would never end, so it reads as the tables' owner.
create function bench_like.taken_part_in() returns setof text language sql stable security definer set search_path = public as $$
  select id from idea where owner_id = bench_like.viewer('partner_id')
  union all select idea_id from membership where partner_id = bench_like.viewer('partner_id') and left_at is null
  union all select idea_id from join_request
    where partner_id = bench_like.viewer('partner_id') and origin = 'IDEA' and status = 'PENDING'
$$;

-- What is the same for all rows stands in a select of its own, which is done once a statement.
alter table idea enable row level security;
create policy seen on idea for select to ks3_bench_viewer using (
  (select bench_like.sees_all_ideas()) or visibility = 'PUBLIC'
  or (visibility = 'PARTNERS' and (select bench_like.viewer('role')) is not null)
  or id in (select bench_like.taken_part_in()));

alter table funding_call enable row level security;
create policy seen on funding_call for select to ks3_bench_viewer using (
  case when (select bench_like.viewer('role') = 'ADMIN') then deleted_at is null else published_at is not null end);

-- What lies in an idea is seen where the idea is.
alter table idea_focus_area enable row level security;
create policy seen on idea_focus_area for select to ks3_bench_viewer using (
  (select bench_like.sees_all_ideas()) or exists (select from idea i where i.id = idea_id));

alter table membership enable row level security;
create policy seen on membership for select to ks3_bench_viewer using (
  (select bench_like.sees_all_ideas()) or exists (select from idea i where i.id = idea_id));

alter table project enable row level security;
create policy seen on project for select to ks3_bench_viewer using (
  (select bench_like.sees_all_ideas()) or exists (select from idea i where i.id = idea_id));

alter table stage_transition enable row level security;
create policy seen on stage_transition for select to ks3_bench_viewer using (
  (select bench_like.sees_all_ideas()) or exists (select from idea i where i.id = idea_id));

alter table application enable row level security;
create policy seen on application for select to ks3_bench_viewer using (
  ((select bench_like.sees_all_ideas()) or exists (select from idea i where i.id = idea_id))
  and ((select bench_like.viewer('role') = 'ADMIN') or exists (select from funding_call c where c.id = call_id)));

-- Every column that a known viewer changes, before and after. What happened is said by the function that does it.
create function bench_like.log_change() returns trigger language plpgsql security definer set search_path = public as $$
declare
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end;
  changes jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('field', field, 'before', was -> field, 'after', value)), '[]') into changes
  from jsonb_each(to_jsonb(new)) as is_now(field, value)
  where value is distinct from coalesce(was -> field, 'null')
    and field not in ('id', 'version', 'created_at', 'updated_at', 'search', 'searchable');
  insert into activity (id, at, actor_name, actor_role, actor_partner_id, kind, subject_id, idea_id, call_id, changes, reason)
  values ('activity_' || gen_random_uuid(), now(), bench_like.viewer('name'), bench_like.viewer('role'), bench_like.viewer('partner_id'),
    bench_like.viewer('kind'), new.id, case tg_table_name when 'idea' then new.id end, case tg_table_name when 'funding_call' then new.id end,
    changes, bench_like.viewer('reason'));
  return null;
end $$;

create trigger bench_like_log after insert or update on idea for each row
  when (nullif(current_setting('viewer.key_id', true), '') is not null) execute function bench_like.log_change();

create trigger bench_like_log after insert or update on funding_call for each row
  when (nullif(current_setting('viewer.key_id', true), '') is not null) execute function bench_like.log_change();

-- The gate ahead of a concept, by the numbers of its programme. The gates after it are not asked here: all ideas that
-- are advanced are concepts, and a branch that is not taken costs nothing.
create function bench_like.unmet(i idea) returns text[] language sql stable
begin atomic
  select array_remove(array[
    case when btrim(i.title_sv) = '' or coalesce(btrim(i.challenge_sv), '') = ''
      or char_length(btrim(i.summary_sv)) < greatest(1, rules.gate_policy_summary_min_length) then 'DESCRIBED' end,
    case when not exists (select from public.idea_focus_area x where x.idea_id = i.id) then 'FOCUS_AREA_CHOSEN' end,
    case when i.environmental_objectives = '{}' then 'ENVIRONMENTAL_OBJECTIVE_CHOSEN' end], null)
  from public.programme rules where rules.id = i.programme_id;
end;

create function bench_like_advance_idea(id text, expected_version int default null, reason text default null) returns idea
  language plpgsql security definer set search_path = public as $$
declare
  i idea;
  unmet text[];
begin
  select * into i from idea where idea.id = $1 for update;
  if bench_like.viewer('role') is distinct from 'ADMIN' and i.owner_id is distinct from bench_like.viewer('partner_id')
    and not exists (select from membership m where m.idea_id = i.id and m.role = 'COORDINATOR' and m.left_at is null
      and m.partner_id = bench_like.viewer('partner_id')) then raise exception 'FORBIDDEN'; end if;
  if i.version <> $2 then raise exception 'CONFLICT'; end if;
  if i.state <> 'ACTIVE' or i.stage <> 'CONCEPT' then raise exception 'ILLEGAL_TRANSITION'; end if;
  unmet := bench_like.unmet(i);
  if unmet <> '{}' then raise exception 'GATE_NOT_MET' using detail = array_to_string(unmet, ','); end if;
  perform set_config('viewer.kind', 'IDEA_ADVANCED', true), set_config('viewer.reason', coalesce($3, ''), true);
  insert into stage_transition (id, idea_id, "from", "to", from_state, to_state, at, by_name, by_role, by_partner_id, reason, waived)
  values ('transition_' || gen_random_uuid(), i.id, i.stage, 'CONSORTIUM', i.state, i.state, now(),
    bench_like.viewer('name'), bench_like.viewer('role'), bench_like.viewer('partner_id'), $3, '{}');
  update idea set stage = 'CONSORTIUM', entered_stage_at = now(), updated_at = now(), version = version + 1
  where idea.id = i.id returning * into i;
  return i;
end $$;

create function bench_like_create_call(identifier text, title text, programme text, funder text, deadline timestamptz,
  budget numeric, areas text[]) returns funding_call
  language plpgsql security definer set search_path = public as $$
declare made funding_call;
begin
  if bench_like.viewer('role') is distinct from 'ADMIN' then raise exception 'FORBIDDEN'; end if;
  if btrim($2) = '' or char_length($2) > 300 or $6 < 0 then raise exception 'INVALID'; end if;
  perform set_config('viewer.kind', 'CALL_CREATED', true);
  insert into funding_call (id, identifier, title_sv, programme, funder, deadline_model, deadlines, deadline_labels, closes_at,
    budget_amount, budget_currency, required_sectors, environmental_objectives, edited_fields, assumed_fields, published_at, created_at, updated_at)
  values ('call_' || gen_random_uuid(), $1, $2, $3, $4, 'SINGLE_STAGE', array[$5], '{""}', $5, $6, 'SEK', '{}', '{}', '{}', '{}', now(), now(), now())
  returning * into made;
  insert into funding_call_focus_area (funding_call_id, focus_area_id)
  select made.id, area.id from focus_area area where area.code = any($7) and area.retired_at is null;
  if (select count(*) from funding_call_focus_area x where x.funding_call_id = made.id) < cardinality($7) then raise exception 'UNKNOWN_FOCUS_AREA'; end if;
  return made;
end $$;
