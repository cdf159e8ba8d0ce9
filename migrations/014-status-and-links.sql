-- up

-- How an idea goes, as its leaders told it; never altered.
create table status_update (
  id text not null,
  idea_id text not null,
  at timestamptz(3) not null,
  by_name text not null,
  by_role text not null,
  by_partner_id text null,
  health text check (health in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')) not null,
  summary_sv text not null,
  summary_en text null,
  next_step_sv text null,
  next_step_en text null,
  next_step_due_on date null,
  primary key (id)
);

create index status_update_idea_at on status_update (idea_id, at, id) include (health);

alter table status_update add constraint status_update_idea_id_foreign foreign key (idea_id) references idea (id);

alter table status_update add constraint status_update_by_partner_id_foreign foreign key (by_partner_id) references partner (id) on delete set null;

alter table status_update add constraint status_update_by_role_check check (by_role in ('ADMIN', 'PARTNER', 'INTEGRATOR'));

alter table status_update add constraint status_update_day_of_a_step check (next_step_due_on is null or next_step_sv is not null);

-- Documents where they lie; a link that was removed stays for the history.
create table link (
  id text not null,
  idea_id text not null,
  kind text check (kind in ('LETTER_OF_INTENT', 'CO_FINANCING', 'APPLICATION', 'DECISION', 'PLAN', 'REPORT', 'WEBSITE', 'OTHER')) not null,
  title text not null,
  url text not null,
  about_id text null,
  added_at timestamptz(3) not null,
  added_by_name text not null,
  added_by_role text not null,
  added_by_partner_id text null,
  removed_at timestamptz(3) null,
  primary key (id)
);

create index link_idea_id on link (idea_id, added_at, id);

alter table link add constraint link_idea_id_foreign foreign key (idea_id) references idea (id);

alter table link add constraint link_added_by_partner_id_foreign foreign key (added_by_partner_id) references partner (id) on delete set null;

alter table link add constraint link_added_by_role_check check (added_by_role in ('ADMIN', 'PARTNER', 'INTEGRATOR'));

alter table link add constraint link_removed_after_added check (removed_at >= added_at);

alter table activity
  drop constraint activity_kind_check,
  -- Not valid: where somebody has gone back, the log keeps kinds of later versions.
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from status_update) then
    raise exception 'There are status updates, which would be lost: there is no way back.';
  end if;
  if exists (select from link) then
    raise exception 'There are links to documents, which would be lost: there is no way back.';
  end if;
end $$;

drop table link;

drop table status_update;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity
  drop constraint activity_kind_check,
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]) not valid;
