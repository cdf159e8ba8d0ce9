-- up

-- Webhooks are limited to ideas or focus areas, edited, and switched off by those whose they are.
alter table webhook add column ideas text[] not null default '{}';

alter table webhook add column focus_areas text[] not null default '{}';

alter table webhook
  drop constraint webhook_disabled_reason_check,
  add constraint webhook_disabled_reason_check check (disabled_reason in ('SWITCHED_OFF', 'NOT_ACCEPTED', 'GONE', 'DELETED', 'KEY_ENDED'));

alter table activity
  drop constraint activity_kind_check,
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'CALL_DELETED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'PARTNER_MERGED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'FOCUS_AREA_RETIRED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'ACTIVITY_REDACTED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_UPDATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED'));

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'CALL_DELETED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'PARTNER_MERGED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'FOCUS_AREA_RETIRED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'ACTIVITY_REDACTED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_UPDATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from webhook where disabled_reason is distinct from 'DELETED' and (ideas <> '{}' or focus_areas <> '{}' or disabled_reason = 'SWITCHED_OFF')) then
    raise exception 'Webhooks are limited or switched off, which the version before does not know: there is no way back.';
  end if;
  if exists (select from webhook where disabled_reason is distinct from 'DELETED' and not kinds <@ '{IDEA_CREATED,IDEA_UPDATED,IDEA_ADVANCED,IDEA_RETURNED,IDEA_PAUSED,IDEA_RESUMED,IDEA_DISCONTINUED,IDEA_COMPLETED,MEMBERSHIP_ADDED,MEMBERSHIP_UPDATED,MEMBERSHIP_ENDED,CALL_CREATED,CALL_UPDATED,CALL_PUBLISHED,CALL_CANCELLED,APPLICATION_STARTED,APPLICATION_UPDATED,APPLICATION_SUBMITTED,APPLICATION_REVIEWED,APPLICATION_DECIDED,APPLICATION_WITHDRAWN,PROJECT_PLANNED,PROJECT_UPDATED,MILESTONE_COMPLETED,OUTCOME_DELIVERED,INDICATOR_MEASURED,PARTNER_CREATED,PARTNER_UPDATED,FOCUS_AREA_CREATED,FOCUS_AREA_UPDATED,API_KEY_CREATED,API_KEY_REVOKED,WEBHOOK_CREATED,WEBHOOK_DISABLED,WEBHOOK_ENABLED,WEBHOOK_DELETED}') then
    raise exception 'Webhooks ask for kinds that 0.1.0 does not know, and would be sent everything: there is no way back.';
  end if;
end $$;

update webhook set kinds = array(select kind from unnest(kinds) kind where kind <> 'WEBHOOK_UPDATED') where 'WEBHOOK_UPDATED' = any(kinds);

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'CALL_DELETED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'PARTNER_MERGED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'FOCUS_AREA_RETIRED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'ACTIVITY_REDACTED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

alter table activity
  drop constraint activity_kind_check,
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'CALL_DELETED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'PARTNER_MERGED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'FOCUS_AREA_RETIRED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'ACTIVITY_REDACTED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

update webhook set disabled_reason = 'NOT_ACCEPTED' where disabled_reason = 'SWITCHED_OFF';

alter table webhook
  drop constraint webhook_disabled_reason_check,
  add constraint webhook_disabled_reason_check check (disabled_reason in ('NOT_ACCEPTED', 'GONE', 'DELETED', 'KEY_ENDED'));

-- What a limited webhook waits for belongs to what it is limited to; without the limits it would be told of everything.
update webhook set disabled_at = now(), disabled_reason = 'DELETED', secret = '', claim = null, claimed_until = null
  where (ideas <> '{}' or focus_areas <> '{}') and disabled_reason is distinct from 'DELETED';

alter table webhook drop column focus_areas;

alter table webhook drop column ideas;
