-- up

-- Partners that ask to join a consortium, or are invited to; one waits for an answer at a time.
create table join_request (
  id text not null,
  idea_id text not null,
  partner_id text not null,
  origin text check (origin in ('PARTNER', 'IDEA')) not null,
  role text check (role in ('COORDINATOR', 'BENEFICIARY', 'AFFILIATED_ENTITY', 'ASSOCIATED_PARTNER')) not null,
  message text null,
  status text check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')) not null,
  created_at timestamptz(3) not null,
  answered_at timestamptz(3) null,
  reason text null,
  primary key (id)
);

create unique index join_request_one_pending on join_request (partner_id, idea_id) where status = 'PENDING';

create index join_request_idea_id on join_request (idea_id, created_at);

create index join_request_partner_id on join_request (partner_id, created_at);

alter table join_request add constraint join_request_idea_id_foreign foreign key (idea_id) references idea (id);

alter table join_request add constraint join_request_partner_id_foreign foreign key (partner_id) references partner (id);

alter table join_request add constraint join_request_answered check ((answered_at is null) = (status = 'PENDING'));

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
  if exists (select from join_request) then
    raise exception 'There are requests and invitations to join, which would be lost: there is no way back.';
  end if;
end $$;

drop table join_request;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity
  drop constraint activity_kind_check,
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]) not valid;
