-- Every change has its row in the log, numbered in order of time and chained by hash as the database itself would do it
-- one by one; here the chain is one aggregate over them all.

create temp table told as
select pg_temp.typeid('activity', at, row_number() over (order by at, subject)) as id, row_number() over (order by at, subject)::int + head.sequence as sequence,
  at, actor, role, partner, kind, subject, idea, call, changes
from activity_head head, (
  select began as at, 'Kickstart S3' as actor, 'ADMIN' as role, null as partner, 'PARTNER_CREATED' as kind, partner.id as subject,
    null as idea, null as call, jsonb_build_array(jsonb_build_object('field', 'name', 'before', null, 'after', name)) as changes
  from world, partner
  union all
  select began, 'Kickstart S3', 'ADMIN', null, 'FOCUS_AREA_CREATED', id, null, null,
    jsonb_build_array(jsonb_build_object('field', 'code', 'before', null, 'after', code)) from world, focus_area
  union all
  select created, 'Region Blekinge', 'ADMIN', null, 'CALL_CREATED', call_plan.id, null, call_plan.id,
    jsonb_build_array(jsonb_build_object('field', 'identifier', 'before', null, 'after', identifier)) from call_plan join funding_call using (id)
  union all
  select cancelled_at, 'Region Blekinge', 'ADMIN', null, 'CALL_CANCELLED', id, null, id,
    jsonb_build_array(jsonb_build_object('field', 'cancelledAt', 'before', null, 'after', cancelled_at)) from funding_call where cancelled_at is not null
  union all
  select at, by_name, by_role, by_partner_id,
    case when "from" is null then 'IDEA_CREATED' when "from" <> "to" then 'IDEA_ADVANCED' else 'IDEA_' || to_state end, idea_id, idea_id, null,
    jsonb_build_array(case when "from" is distinct from "to" then jsonb_build_object('field', 'stage', 'before', "from", 'after', "to")
      else jsonb_build_object('field', 'state', 'before', from_state, 'after', to_state) end)
  from stage_transition
  union all
  select joined_at, owner_name, 'PARTNER', owner_id, 'MEMBERSHIP_ADDED', membership.id, idea_id, null,
    jsonb_build_array(jsonb_build_object('field', 'partner', 'before', null, 'after', partner_id)) from membership join idea_fate on idea_fate.id = idea_id
  union all
  select left_at, owner_name, 'PARTNER', owner_id, 'MEMBERSHIP_ENDED', membership.id, idea_id, null,
    jsonb_build_array(jsonb_build_object('field', 'leftAt', 'before', null, 'after', left_at)) from membership join idea_fate on idea_fate.id = idea_id where left_at is not null
  union all
  select at, owner_name, 'PARTNER', owner_id, happened, application_plan.id, idea_id, null,
    jsonb_build_array(jsonb_build_object('field', 'status', 'before', null, 'after', became))
  from application_plan join idea_fate using (number), lateral (values
    ('APPLICATION_STARTED', 'DRAFT', begun), ('APPLICATION_SUBMITTED', 'SUBMITTED', submitted), ('APPLICATION_REVIEWED', 'UNDER_REVIEW', reviewed),
    (case when status = 'WITHDRAWN' then 'APPLICATION_WITHDRAWN' else 'APPLICATION_DECIDED' end, status, decided)) as step(happened, became, moment),
    lateral (select moment as at) as time
  where moment is not null
  union all
  select created_at, owner_name, 'PARTNER', owner_id, 'PROJECT_PLANNED', project.id, idea_id, null,
    jsonb_build_array(jsonb_build_object('field', 'startsOn', 'before', null, 'after', project.starts_on)) from project join idea_fate on idea_fate.id = idea_id
) as happened;

alter table activity disable trigger activity_append;

do $$ begin
  execute format('create aggregate pg_temp.chained(activity) (sfunc = activity_digest, stype = bytea, initcond = %L)', (select hash::text from activity_head));
end $$;

insert into activity (id, sequence, at, actor_name, actor_role, actor_partner_id, kind, subject_id, idea_id, call_id, changes, reason, salts, digests, hash)
select (row).id, (row).sequence, (row).at, (row).actor_name, (row).actor_role, (row).actor_partner_id, (row).kind, (row).subject_id,
  (row).idea_id, (row).call_id, (row).changes, (row).reason, (row).salts, (row).digests, pg_temp.chained(row) over (order by (row).sequence)
from (
  select row(id, sequence, at, actor, role, partner, kind, subject, idea, call, changes, null, null, sealed.salts, sealed.digests, null)::activity as row
  from told cross join lateral activity_sealed(row(id, sequence, at, actor, role, partner, kind, subject, idea, call, changes, null, null, '{}'::jsonb, '{}'::jsonb, null)::activity) sealed
  offset 0) as rows;

alter table activity enable trigger activity_append;

update activity_head set sequence = last.sequence, hash = last.hash
from (select sequence, hash from activity order by sequence desc limit 1) as last;
