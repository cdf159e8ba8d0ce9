-- up

-- A project under way is amended: the plan it began with is kept, parts are dropped and never deleted, a milestone knows
-- when it was first due once it has been moved.
alter table project
  add column baseline_starts_on date null,
  add column baseline_ends_on date null,
  add column baseline_budget_amount numeric(18,2) null,
  add column baseline_budget_currency text null,
  add column baseline_at timestamptz(3) null,
  add column version int not null default 1;

alter table milestone
  add column first_due_on date null,
  add column dropped_at timestamptz(3) null;

alter table outcome add column dropped_at timestamptz(3) null;

alter table indicator add column dropped_at timestamptz(3) null;

alter table activity drop constraint activity_kind_check;

-- Not valid: where somebody has gone back, the log keeps kinds of later versions.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook drop constraint webhook_kinds_check;

alter table webhook add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- A call of two stages is answered twice: the outline, and of those invited the whole application.
alter table application add column invited_at timestamptz(3) null;

alter table application drop constraint application_status_check;

alter table application add constraint application_status_check check (status in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INVITED', 'GRANTED', 'REJECTED', 'WITHDRAWN'));

-- Of projects that have begun the log tells what the plan was when they did: what a value was before its first change
-- after that moment, or what it is now where none has been changed.
update project set baseline_at = begun.at, baseline_starts_on = starts_on, baseline_ends_on = ends_on,
    baseline_budget_amount = budget_amount, baseline_budget_currency = budget_currency
  from (select p.id, greatest(min(t.at), p.created_at) as at from project p join stage_transition t on t.idea_id = p.idea_id
    where t."to" = 'PROJECT' and t."from" is distinct from t."to" group by p.id) begun
  where begun.id = project.id;

update project set
    baseline_starts_on = coalesce((was.before ->> 'startsOn')::date, baseline_starts_on),
    baseline_ends_on = coalesce((was.before ->> 'endsOn')::date, baseline_ends_on),
    baseline_budget_amount = coalesce((was.before ->> 'amount')::numeric, baseline_budget_amount),
    baseline_budget_currency = coalesce(was.before ->> 'currency', baseline_budget_currency)
  from (select id, jsonb_object_agg(field, before) as before from (
      select distinct on (p.id, part.field) p.id, part.field, part.before
      from project p join activity a on a.subject_id = p.id and a.at > p.baseline_at
      cross join lateral jsonb_array_elements(a.changes) as told(change)
      cross join lateral (
        select told.change ->> 'field' as field, told.change -> 'before' as before
        where told.change ->> 'field' in ('startsOn', 'endsOn')
        union all
        select name, told.change -> 'before' -> name from unnest(array['amount', 'currency']) name
        where told.change ->> 'field' = 'budget' and told.change -> 'before' ? name) part
      order by p.id, part.field, a.sequence) earliest
    group by id) was
  where was.id = project.id;

update milestone set first_due_on = was.before
  from (select distinct on (m.id) m.id, (told.change ->> 'before')::date as before
    from milestone m join project p on p.id = m.project_id join activity a on a.subject_id = m.id and a.at > p.baseline_at
    cross join lateral jsonb_array_elements(a.changes) as told(change)
    where told.change ->> 'field' = 'dueOn' order by m.id, a.sequence) was
  where was.id = milestone.id and was.before <> milestone.due_on;

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from milestone where dropped_at is not null union all select from outcome where dropped_at is not null union all select from indicator where dropped_at is not null) then
    raise exception 'Parts of projects have been dropped and would be back in their plans: there is no way back.';
  end if;
  if exists (select from application where invited_at is not null) then
    raise exception 'Applications have been invited to a second stage, which the version before does not know: there is no way back.';
  end if;
end $$;

alter table project drop column baseline_starts_on, drop column baseline_ends_on, drop column baseline_budget_amount,
  drop column baseline_budget_currency, drop column baseline_at, drop column version;

alter table milestone drop column first_due_on, drop column dropped_at;

alter table outcome drop column dropped_at;

alter table indicator drop column dropped_at;

alter table activity drop constraint activity_kind_check;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook drop constraint webhook_kinds_check;

alter table webhook add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_DECIDED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]) not valid;

update application set status = 'UNDER_REVIEW' where status = 'INVITED';

alter table application drop constraint application_status_check;

alter table application add constraint application_status_check check (status in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'GRANTED', 'REJECTED', 'WITHDRAWN'));

alter table application drop column invited_at;
