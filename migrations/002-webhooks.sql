-- up

create table webhook (
  id text not null,
  api_key_id text not null,
  url text not null,
  kinds text[] not null,
  secret text not null,
  created_at timestamptz(3) not null,
  disabled_at timestamptz(3) null,
  disabled_reason text null,
  sequence int not null,
  claim text null,
  claimed_until timestamptz(3) null,
  primary key (id)
);

create index webhook_api_key_id on webhook (api_key_id);

alter table webhook add constraint webhook_api_key_id_foreign foreign key (api_key_id) references api_key (id);

alter table webhook add constraint webhook_sequence_not_negative check (sequence >= 0);

alter table webhook add constraint webhook_disabled_with_reason check ((disabled_at is null) = (disabled_reason is null));

alter table webhook add constraint webhook_disabled_reason_check check (disabled_reason in ('NOT_ACCEPTED', 'GONE', 'DELETED', 'KEY_ENDED'));

alter table webhook add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_DECIDED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

create table webhook_delivery (
  id text not null,
  webhook_id text not null,
  activity_id text not null,
  sequence int not null,
  status text not null,
  attempts int not null default 0,
  response_status int null,
  last_outcome text null,
  last_attempt_at timestamptz(3) null,
  next_attempt_at timestamptz(3) null,
  pending_since timestamptz(3) not null,
  primary key (id)
);

alter table webhook_delivery add constraint webhook_delivery_once unique (webhook_id, sequence);

create index webhook_delivery_pending on webhook_delivery (webhook_id, sequence) where status = 'PENDING';

alter table webhook_delivery add constraint webhook_delivery_webhook_id_foreign foreign key (webhook_id) references webhook (id);

alter table webhook_delivery add constraint webhook_delivery_activity_id_foreign foreign key (activity_id) references activity (id);

alter table webhook_delivery add constraint webhook_delivery_pending_has_next check ((status = 'PENDING') = (next_attempt_at is not null));

alter table webhook_delivery add constraint webhook_delivery_status_check check (status in ('PENDING', 'DELIVERED', 'FAILED'));

alter table webhook_delivery add constraint webhook_delivery_last_outcome_check check (last_outcome in ('ACCEPTED', 'REFUSED', 'NO_ANSWER', 'PRIVATE_ADDRESS'));

-- Sent once more: the copies of the service are told as of activity.
create trigger webhook_delivery_notify after update of pending_since on webhook_delivery for each statement execute function activity_notify();

alter table activity drop constraint activity_kind_check;

-- Not valid: where somebody has gone back, the log keeps kinds of later versions.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

-- down

drop table webhook_delivery, webhook;

alter table activity drop constraint activity_kind_check;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED')) not valid;
