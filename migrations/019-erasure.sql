-- Values may be erased from the activity log, and the rest still proves.
-- up

-- From now on nothing is written until all is done.
lock table activity, activity_head in exclusive mode;

alter table activity
  drop constraint activity_kind_check,
  -- Not valid: where somebody has gone back, the log keeps kinds of later versions.
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'CALL_DELETED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'PARTNER_MERGED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'FOCUS_AREA_RETIRED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'ACTIVITY_REDACTED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'CALL_DELETED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'PARTNER_MERGED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'FOCUS_AREA_RETIRED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'ACTIVITY_REDACTED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

-- What stands is verified before anything rests on it.
do $$ declare broken bigint;
begin
  select place into broken from (
    select row_number() over w as place, sequence, hash, activity_digest(lag(hash, 1, sha256('Kickstart S3')) over w, a) as digest
    from activity a window w as (order by sequence)) chained
  where sequence is distinct from place or hash is distinct from digest order by place limit 1;
  if broken is not null then
    raise exception 'The activity log is broken at row %: nothing has been migrated. The version before tells more by npm run audit:verify.', broken;
  end if;
  if not exists (select from activity_head head where (head.sequence, head.hash) = (
    coalesce((select max(sequence) from activity), 0),
    coalesce((select hash from activity order by sequence desc limit 1), sha256('Kickstart S3')))) then
    raise exception 'The head of the activity log is not the hash of its last row: nothing has been migrated. The version before tells more by npm run audit:verify.';
  end if;
end $$;

drop function activity_digest(bytea, activity);

drop trigger activity_is_append_only on activity;

drop trigger stage_transition_is_append_only on stage_transition;

-- A digest stands for each value that may have to go; its salt goes with it. The hash that a row had before there were
-- digests is kept, so that a head from then still proves.
alter table activity
  alter column actor_name drop not null,
  add column salts jsonb not null default '{}',
  add column digests jsonb not null default '{}',
  add column former_hash bytea null;

alter table stage_transition alter column by_name drop not null;

alter table status_update alter column by_name drop not null;

alter table link alter column added_by_name drop not null;

-- As the chain was made before.
create function activity_former_digest(previous bytea, a activity) returns bytea
  language sql stable
  return sha256(previous || convert_to(jsonb_build_array(
    a.sequence, a.id, extract(epoch from a.at), a.actor_name, a.actor_role, a.actor_partner_id,
    a.kind, a.subject_id, a.idea_id, a.call_id, a.changes, a.reason)::text, 'utf8'));

-- Fields that hold free text, or parts that do.
create function activity_erasable(field text) returns boolean
  language sql immutable parallel safe
  return field in ('challenge', 'contactEmail', 'deadlineLabels', 'description', 'indicators', 'message', 'milestones', 'name', 'nextStep', 'outcomes', 'reference', 'summary', 'title', 'unit', 'url', 'website');

-- A row's values by the names they are erased under: reason, actor, and a field's name with the side.
create function activity_values(a activity) returns table (name text, value text) language plpgsql immutable as $$
begin
  if a.reason is not null then name := 'reason'; value := a.reason; return next; end if;
  if a.actor_name is not null then name := 'actor'; value := a.actor_name; return next; end if;
  return query select held.field, jsonb_agg(held.part order by held.place)::text
    from (select (change ->> 'field') || '.' || side as field, change -> side as part, place
      from jsonb_array_elements(a.changes) with ordinality told(change, place) cross join (values ('before'), ('after')) sides(side)
      where change ? side) held
    where activity_erasable(left(held.field, -position('.' in reverse(held.field)))) or a.digests ? held.field
    group by held.field;
end $$;

create function activity_value_digest(salt text, value text) returns text
  language sql immutable parallel safe
  return encode(sha256(convert_to(salt || value, 'utf8')), 'hex');

-- A salt for each value of a row that may be erased, and the digest that stands for it.
create function activity_sealed(a activity, out salts jsonb, out digests jsonb) language plpgsql as $$
begin
  with salted as materialized (
    select name, value, replace(gen_random_uuid()::text, '-', '') as salt from activity_values(a) where name in ('reason', 'actor') or value <> '[null]')
  select coalesce(jsonb_object_agg(name, salt), '{}'), coalesce(jsonb_object_agg(name, activity_value_digest(salt, value)), '{}')
  into salts, digests from salted;
end $$;

-- The changes of a row without those values.
create function activity_without(changes jsonb, names text[]) returns jsonb language plpgsql immutable parallel safe as $$
begin
  return (select coalesce(jsonb_agg(change
      - case when (change ->> 'field') || '.before' = any(names) then 'before' else '' end
      - case when (change ->> 'field') || '.after' = any(names) then 'after' else '' end order by place), '[]')
    from jsonb_array_elements(changes) with ordinality told(change, place));
end $$;

-- Of the values that may be erased their digests alone are hashed, whether they are there or not.
create function activity_digest(previous bytea, a activity) returns bytea language plpgsql stable as $$
declare names text[] := array(select jsonb_object_keys(a.digests));
begin
  return sha256(previous || convert_to(jsonb_build_array(
    a.sequence, a.id, extract(epoch from a.at), case when not 'actor' = any(names) then a.actor_name end, a.actor_role, a.actor_partner_id,
    a.kind, a.subject_id, a.idea_id, a.call_id, activity_without(a.changes, names),
    case when not 'reason' = any(names) then a.reason end, a.digests, encode(a.former_hash, 'hex'))::text, 'utf8'));
end $$;

-- What the log itself says has been erased from a row.
create function activity_erased(row_id text) returns text[] language plpgsql stable as $$
begin
  return array(select distinct change ->> 'field' from activity redaction cross join jsonb_array_elements(redaction.changes) told(change)
    where redaction.subject_id = row_id and redaction.kind = 'ACTIVITY_REDACTED');
end $$;

-- Whether each value is the one that was written, or gone together with its salt where the log says so, and nowhere else.
create function activity_values_stand(a activity) returns boolean language plpgsql stable as $$
declare erased text[] := activity_erased(a.id);
begin
  return not exists (
      select from jsonb_each_text(a.digests) digest(name, hex)
      left join activity_values(a) held on held.name = digest.name
      where case when digest.name = any(erased) then held.value is not null or a.salts ? digest.name
        else activity_value_digest(a.salts ->> digest.name, held.value) is distinct from digest.hex end)
    and not exists (select from jsonb_object_keys(a.salts) salted(name) where not a.digests ? salted.name);
end $$;

update activity a set former_hash = a.hash, salts = sealed.salts, digests = sealed.digests
  from activity b cross join lateral activity_sealed(b) sealed where b.id = a.id;

do $$ begin
  execute format('create aggregate pg_temp.chained(activity) (sfunc = activity_digest, stype = bytea, initcond = %L)', sha256('Kickstart S3')::text);
  update activity a set hash = chain.hash from (select id, pg_temp.chained(b) over (order by sequence) as hash from activity b) chain where chain.id = a.id;
  drop aggregate pg_temp.chained(activity);
end $$;

update activity_head head set hash = last.hash from activity last where last.sequence = head.sequence;

create or replace function activity_append() returns trigger language plpgsql as $$
declare previous bytea;
begin
  new.digests := '{}';
  new.former_hash := null;
  select sealed.salts, sealed.digests into new.salts, new.digests from activity_sealed(new) sealed;
  update activity_head set sequence = sequence + 1 returning sequence, hash into new.sequence, previous;
  new.hash := activity_digest(previous, new);
  update activity_head set hash = new.hash;
  return new;
end $$;

create trigger activity_is_append_only before update of id, sequence, at, actor_role, actor_partner_id, kind, subject_id, idea_id, call_id, hash, digests, former_hash or delete or truncate
  on activity for each statement execute function refuse_change();

-- A row that says that values are erased erases them: one is never without the other.
create function activity_redact() returns trigger language plpgsql as $$
declare names text[] := array(select change ->> 'field' from jsonb_array_elements(new.changes) told(change));
begin
  update activity a set
    reason = case when not 'reason' = any(names) then a.reason end,
    actor_name = case when not 'actor' = any(names) then a.actor_name end,
    changes = activity_without(a.changes, names),
    salts = a.salts - names
  where a.id = new.subject_id and a.salts ?& names and names <> '{}';
  if not found then
    raise exception 'there is nothing of that name to erase from %', new.subject_id using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger activity_redact after insert on activity for each row when (new.kind = 'ACTIVITY_REDACTED') execute function activity_redact();

create function activity_keep() returns trigger language plpgsql as $$
declare names text[] := activity_erased(old.id);
begin
  if (new.reason, new.actor_name, new.changes, new.salts) is distinct from (
    case when not 'reason' = any(names) then old.reason end,
    case when not 'actor' = any(names) then old.actor_name end,
    activity_without(old.changes, names),
    old.salts - names) then
    raise exception 'rows of activity are never changed or deleted' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger activity_keep before update of reason, actor_name, changes, salts on activity for each row execute function activity_keep();

create trigger stage_transition_is_append_only before update of id, idea_id, "from", "to", from_state, to_state, at, by_role, by_partner_id, waived or delete or truncate
  on stage_transition for each statement execute function refuse_change();

-- Reasons and names go here where they have gone from the log; at the end of the change, since the log is written last.
create function stage_transition_keep() returns trigger language plpgsql as $$
begin
  if (new.reason is distinct from old.reason and (new.reason is not null or not exists (
      select from activity a where a.idea_id = old.idea_id and 'reason' = any(activity_erased(a.id))))) or
    (new.by_name is distinct from old.by_name and (new.by_name is not null or not exists (
      select from activity a where a.idea_id = old.idea_id and 'actor' = any(activity_erased(a.id))))) then
    raise exception 'rows of stage_transition are never changed or deleted' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create constraint trigger stage_transition_keep after update of reason, by_name on stage_transition deferrable initially deferred
  for each row execute function stage_transition_keep();

-- down

lock table activity, activity_head in exclusive mode;

do $$ begin
  if exists (select from activity where kind = 'ACTIVITY_REDACTED') then
    raise exception 'Values have been erased from the activity log: the version before could not prove the rest, so there is no way back.';
  end if;
end $$;

drop trigger stage_transition_keep on stage_transition;

drop trigger stage_transition_is_append_only on stage_transition;

drop trigger activity_keep on activity;

drop trigger activity_redact on activity;

drop trigger activity_is_append_only on activity;

drop function stage_transition_keep, activity_keep, activity_redact, activity_values_stand, activity_erased, activity_digest(bytea, activity),
  activity_without, activity_sealed, activity_value_digest, activity_values, activity_erasable;

alter function activity_former_digest(bytea, activity) rename to activity_digest;

-- Rows since then get the hashes of the chain from before, which goes on where it stood.
do $$ declare stood activity;
begin
  select * into stood from activity where former_hash is not null order by sequence desc limit 1;
  update activity set hash = former_hash where former_hash is not null;
  execute format('create aggregate pg_temp.chained(activity) (sfunc = activity_digest, stype = bytea, initcond = %L)',
    coalesce(stood.former_hash, sha256('Kickstart S3'))::text);
  update activity a set hash = chain.hash
    from (select id, pg_temp.chained(b) over (order by sequence) as hash from activity b where former_hash is null) chain where chain.id = a.id;
  drop aggregate pg_temp.chained(activity);
end $$;

update activity_head head set hash = last.hash from activity last where last.sequence = head.sequence;

create or replace function activity_append() returns trigger language plpgsql as $$
declare previous bytea;
begin
  update activity_head set sequence = sequence + 1 returning sequence, hash into new.sequence, previous;
  new.hash := activity_digest(previous, new);
  update activity_head set hash = new.hash;
  return new;
end $$;

alter table link alter column added_by_name set not null;

alter table status_update alter column by_name set not null;

alter table stage_transition alter column by_name set not null;

alter table activity
  alter column actor_name set not null,
  drop column salts,
  drop column digests,
  drop column former_hash;

create trigger activity_is_append_only before update or delete or truncate on activity for each statement execute function refuse_change();

create trigger stage_transition_is_append_only before update or delete or truncate on stage_transition for each statement execute function refuse_change();

update webhook set kinds = array(select kind from unnest(kinds) kind where kind <> 'ACTIVITY_REDACTED') where 'ACTIVITY_REDACTED' = any(kinds);

alter table webhook
  drop constraint webhook_kinds_check,
  add constraint webhook_kinds_check check (kinds <@ array['IDEA_CREATED'::text, 'IDEA_UPDATED'::text, 'IDEA_ADVANCED'::text, 'IDEA_RETURNED'::text, 'IDEA_PAUSED'::text, 'IDEA_RESUMED'::text, 'IDEA_DISCONTINUED'::text, 'IDEA_COMPLETED'::text, 'MEMBERSHIP_ADDED'::text, 'MEMBERSHIP_UPDATED'::text, 'MEMBERSHIP_ENDED'::text, 'CALL_CREATED'::text, 'CALL_UPDATED'::text, 'CALL_PUBLISHED'::text, 'CALL_CANCELLED'::text, 'CALL_DELETED'::text, 'APPLICATION_STARTED'::text, 'APPLICATION_UPDATED'::text, 'APPLICATION_SUBMITTED'::text, 'APPLICATION_REVIEWED'::text, 'APPLICATION_INVITED'::text, 'APPLICATION_DECIDED'::text, 'DECISION_CORRECTED'::text, 'APPLICATION_WITHDRAWN'::text, 'PROJECT_PLANNED'::text, 'PROJECT_UPDATED'::text, 'PROJECT_REVISED'::text, 'MILESTONE_COMPLETED'::text, 'OUTCOME_DELIVERED'::text, 'INDICATOR_MEASURED'::text, 'MEASUREMENT_CORRECTED'::text, 'STATUS_UPDATED'::text, 'LINK_ADDED'::text, 'LINK_REMOVED'::text, 'JOIN_REQUESTED'::text, 'JOIN_ANSWERED'::text, 'JOIN_WITHDRAWN'::text, 'IDEA_TRANSFERRED'::text, 'PARTNER_CREATED'::text, 'PARTNER_UPDATED'::text, 'PARTNER_MERGED'::text, 'FOCUS_AREA_CREATED'::text, 'FOCUS_AREA_UPDATED'::text, 'FOCUS_AREA_RETIRED'::text, 'PROGRAMME_CREATED'::text, 'PROGRAMME_UPDATED'::text, 'API_KEY_CREATED'::text, 'API_KEY_ROTATED'::text, 'API_KEY_REVOKED'::text, 'WEBHOOK_CREATED'::text, 'WEBHOOK_DISABLED'::text, 'WEBHOOK_ENABLED'::text, 'WEBHOOK_DELETED'::text]);

alter table activity
  drop constraint activity_kind_check,
  -- Not valid: where somebody has gone back, the log keeps kinds of later versions.
  add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'CALL_DELETED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_INVITED', 'APPLICATION_DECIDED', 'DECISION_CORRECTED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'PROJECT_REVISED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'MEASUREMENT_CORRECTED', 'STATUS_UPDATED', 'LINK_ADDED', 'LINK_REMOVED', 'JOIN_REQUESTED', 'JOIN_ANSWERED', 'JOIN_WITHDRAWN', 'IDEA_TRANSFERRED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'PARTNER_MERGED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'FOCUS_AREA_RETIRED', 'PROGRAMME_CREATED', 'PROGRAMME_UPDATED', 'API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_ENABLED', 'WEBHOOK_DELETED')) not valid;
