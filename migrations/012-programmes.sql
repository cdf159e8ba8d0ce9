-- up

-- Programmes with rules of their own. Those that are there have been under the numbers that stood in the code.
alter table programme
  add column description_sv text null,
  add column description_en text null,
  add column starts_on date null,
  add column ends_on date null,
  add column open boolean not null default true,
  add column gate_policy_summary_min_length int not null default 80,
  add column gate_policy_min_partners int not null default 3,
  add column gate_policy_min_sectors int not null default 3,
  add column gate_policy_required_sectors jsonb not null default '[["ACADEMIA"], ["BUSINESS_SME", "BUSINESS_LARGE"]]',
  add column gate_policy_project_min_years double precision not null default 5,
  add column gate_policy_project_max_years double precision not null default 10,
  add column version int not null default 1;

alter table programme
  alter column open drop default,
  alter column gate_policy_summary_min_length drop default,
  alter column gate_policy_min_partners drop default,
  alter column gate_policy_min_sectors drop default,
  alter column gate_policy_required_sectors drop default,
  alter column gate_policy_project_min_years drop default,
  alter column gate_policy_project_max_years drop default,
  alter column version drop default;

alter table idea add column programme_id text null;

update idea set programme_id = (select p.id from programme p where p.code_prefix = split_part(idea.code, '-', 1));

-- Copies of the version before say no more of a new idea's programme than its code does.
create function idea_programme() returns trigger language plpgsql as $$
begin
  new.programme_id := coalesce(new.programme_id, (select p.id from public.programme p where p.code_prefix = split_part(new.code, '-', 1)));
  return new;
end $$;

create trigger idea_programme before insert on idea for each row execute function idea_programme();

alter table idea alter column programme_id set not null;

alter table idea add constraint idea_programme_id_foreign foreign key (programme_id) references programme (id);

-- Each programme counts its own ideas.
alter table idea drop constraint idea_number_unique;

alter table idea add constraint idea_number_per_programme unique (programme_id, number);

create index idea_number on idea (number, id);

drop index idea_standing;

create index idea_standing on idea (id) include (programme_id, stage, state, entered_stage_at, visibility, owner_id);

alter table activity drop constraint activity_kind_check;

-- Not valid: where somebody has gone back, the log keeps kinds of later versions.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook drop constraint webhook_kinds_check;

alter table webhook add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_DECIDED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from programme where version > 1 or programme.id <> (select min(id) from programme)) then
    raise exception 'There is more than one programme, or one has been edited, which the version before knows nothing of: there is no way back.';
  end if;
end $$;

update webhook set kinds = array(select kind from unnest(kinds) kind where kind not in ('PROGRAMME_CREATED', 'PROGRAMME_UPDATED'));

alter table webhook drop constraint webhook_kinds_check;

alter table webhook add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_DECIDED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

alter table activity drop constraint activity_kind_check;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

drop index idea_standing;

create index idea_standing on idea (id) include (stage, state, entered_stage_at, visibility, owner_id);

drop index idea_number;

alter table idea drop constraint idea_number_per_programme;

-- The version before knows one programme: with ideas of two under one number there is no way back.
alter table idea add constraint idea_number_unique unique (number);

drop trigger idea_programme on idea;

drop function idea_programme();

alter table idea drop column programme_id;

alter table programme
  drop column description_sv,
  drop column description_en,
  drop column starts_on,
  drop column ends_on,
  drop column open,
  drop column gate_policy_summary_min_length,
  drop column gate_policy_min_partners,
  drop column gate_policy_min_sectors,
  drop column gate_policy_required_sectors,
  drop column gate_policy_project_min_years,
  drop column gate_policy_project_max_years,
  drop column version;
