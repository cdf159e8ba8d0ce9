-- up

-- A draft of a call that was a mistake is marked; its identifier, and its source's id, are free again.
alter table funding_call add column deleted_at timestamptz(3) null;

alter table funding_call add constraint funding_call_deleted_draft check (deleted_at is null or published_at is null);

alter table funding_call drop constraint funding_call_identifier_unique;

create unique index funding_call_identifier_unique on funding_call (identifier) where deleted_at is null;

drop index funding_call_source;

create unique index funding_call_source on funding_call (source_system, source_external_id) where deleted_at is null;

-- What is deleted is found by nothing, and its words are forgotten.
create or replace function search_call_changed() returns trigger language plpgsql as $$
begin
  if new.deleted_at is null then
    perform search_write_calls(array[new.id]);
  else
    update search_document set words = '' where id = new.id;
    delete from search_document where id = new.id;
  end if;
  return null;
end $$;

drop trigger funding_call_search on funding_call;

create trigger funding_call_search after insert or update of identifier, title_sv, title_en, summary_sv, summary_en, programme, funder, deleted_at
  on funding_call for each row execute function search_call_changed();

-- An area that is chosen no more.
alter table focus_area add column retired_at timestamptz(3) null;

-- A duplicate stands for the partner that it has been merged into. It keeps its numbers for the record, and others may have them.
alter table partner add column merged_into_id text null;

alter table partner add constraint partner_merged_into_id_foreign foreign key (merged_into_id) references partner (id) on delete set null;

alter table partner add constraint partner_merged_into_another check (merged_into_id <> id);

alter table partner drop constraint partner_organisation_number_unique, drop constraint partner_pic_unique;

create unique index partner_organisation_number_unique on partner (organisation_number) where merged_into_id is null;

create unique index partner_pic_unique on partner (pic) where merged_into_id is null;

create or replace function search_partner_changed() returns trigger language plpgsql as $$
declare
  theirs text[];
begin
  if new.merged_into_id is not null then
    update search_document set words = '' where id = new.id;
    delete from search_document where id = new.id;
    return null;
  end if;
  perform search_write_partners(array[new.id]);
  if tg_op = 'UPDATE' and old.name <> new.name then
    theirs := array(select locked.id from (select i.id from idea i where i.owner_id = new.id
      or i.id in (select m.idea_id from membership m where m.partner_id = new.id and m.left_at is null)
      order by i.id for no key update) locked);
    perform search_write_ideas(theirs);
  end if;
  return null;
end $$;

drop trigger partner_search on partner;

create trigger partner_search after insert or update of slug, name, description_sv, description_en, merged_into_id
  on partner for each row execute function search_partner_changed();

alter table activity
  drop constraint activity_kind_check,
  -- Not valid: where somebody has gone back, the log keeps kinds of later versions.
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'CALL_DELETED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'PARTNER_MERGED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'FOCUS_AREA_RETIRED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'CALL_DELETED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'PARTNER_MERGED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'FOCUS_AREA_RETIRED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from partner where merged_into_id is not null) then
    raise exception 'Partners have been merged, and would be two again: there is no way back.';
  end if;
  if exists (select from focus_area where retired_at is not null) then
    raise exception 'Focus areas have been taken out of use, and would be chosen again: there is no way back.';
  end if;
  if exists (select from funding_call where deleted_at is not null) then
    raise exception 'Drafts of calls have been deleted, and would be shown again: there is no way back.';
  end if;
end $$;

drop trigger partner_search on partner;

create or replace function search_partner_changed() returns trigger language plpgsql as $$
declare
  theirs text[];
begin
  perform search_write_partners(array[new.id]);
  if tg_op = 'UPDATE' and old.name <> new.name then
    theirs := array(select locked.id from (select i.id from idea i where i.owner_id = new.id
      or i.id in (select m.idea_id from membership m where m.partner_id = new.id and m.left_at is null)
      order by i.id for no key update) locked);
    perform search_write_ideas(theirs);
  end if;
  return null;
end $$;

create trigger partner_search after insert or update of slug, name, description_sv, description_en
  on partner for each row execute function search_partner_changed();

-- The version before shows a merged partner as one that has nothing, and without numbers, which are another's.
select search_write_partners(array(select id from partner where merged_into_id is not null));

update partner set organisation_number = null, pic = null where merged_into_id is not null;

drop index partner_organisation_number_unique, partner_pic_unique;

alter table partner add constraint partner_organisation_number_unique unique (organisation_number);

alter table partner add constraint partner_pic_unique unique (pic);

alter table partner drop column merged_into_id;

alter table focus_area drop column retired_at;

-- The version before shows a deleted draft to administrators, as cancelled and under an identifier of its own.
drop trigger funding_call_search on funding_call;

create or replace function search_call_changed() returns trigger language plpgsql as $$
begin
  perform search_write_calls(array[new.id]);
  return null;
end $$;

create trigger funding_call_search after insert or update of identifier, title_sv, title_en, summary_sv, summary_en, programme, funder
  on funding_call for each row execute function search_call_changed();

update funding_call set identifier = identifier || ' ' || id, cancelled_at = coalesce(cancelled_at, deleted_at),
  source_system = null, source_external_id = null, source_url = null, source_imported_at = null
  where deleted_at is not null;

drop index funding_call_source;

create unique index funding_call_source on funding_call (source_system, source_external_id);

drop index funding_call_identifier_unique;

alter table funding_call add constraint funding_call_identifier_unique unique (identifier);

alter table funding_call drop column deleted_at;

-- What has happened stays in the log, under kinds that the version before does not know.
alter table activity
  drop constraint activity_kind_check,
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]) not valid;
