-- What a statement writes anew is made findable when the statement ends, all rows together, and a text is gone through
-- once: an import spent two thirds of the database's time on this, a row at a time.
-- up

-- As before. A text that is in normal form already, as nearly all are, need not be made so again; a blank alone between
-- words stands as it is.
create or replace function search_plain(text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(translate(lower(case when $1 is nfkc normalized then $1 else normalize($1, nfkc) end collate swedish), U&'\00AD\200B\200C\200D\2060\FEFF', ''), U&' *(?:[^[:alnum:] ]|[\02B0-\02FF]|[\+010780-\+0107BF])(?:[^[:alnum:]]|[\02B0-\02FF]|[\+010780-\+0107BF])*|  +', ' ', 'g'));

-- As before; what is the same in both languages is divided into words once.
create or replace function search_text(sv text, en text, weight "char") returns tsvector language plpgsql stable parallel safe as $$
declare
  plain_sv text := search_plain(coalesce(sv, ''));
  plain_en text := plain_sv;
  words_sv tsvector := to_tsvector('simple', unaccent('unaccent', plain_sv));
  words_en tsvector := words_sv;
begin
  if sv is distinct from en then
    plain_en := search_plain(coalesce(en, ''));
    words_en := to_tsvector('simple', unaccent('unaccent', plain_en));
  end if;
  return setweight(words_sv || '''¶'':1' || words_en || '''¶'':1'
    || search_marked('s/', to_tsvector('swedish', plain_sv)) || search_marked('e/', to_tsvector('english', plain_en)), weight);
end $$;

create function search_ideas_made() returns trigger language plpgsql as $$
begin
  perform search_write_ideas(array(select id from made));
  return null;
end $$;

create function search_memberships_made() returns trigger language plpgsql as $$
begin
  perform search_write_ideas(array(select locked.id from (
    select id from idea where id in (select idea_id from made) order by id for no key update) locked));
  return null;
end $$;

create function search_calls_made() returns trigger language plpgsql as $$
begin
  perform search_write_calls(array(select id from made where deleted_at is null));
  return null;
end $$;

create function search_partners_made() returns trigger language plpgsql as $$
begin
  perform search_write_partners(array(select id from made where merged_into_id is null));
  return null;
end $$;

drop trigger idea_search on idea;

create trigger idea_search after update of code, title_sv, title_en, summary_sv, summary_en, challenge_sv, challenge_en, owner_id
  on idea for each row execute function search_idea_changed();

create trigger idea_search_made after insert on idea referencing new table as made
  for each statement execute function search_ideas_made();

drop trigger membership_search on membership;

create trigger membership_search after update of partner_id, left_at on membership for each row execute function search_membership_changed();

create trigger membership_search_made after insert on membership referencing new table as made
  for each statement execute function search_memberships_made();

drop trigger funding_call_search on funding_call;

create trigger funding_call_search after update of identifier, title_sv, title_en, summary_sv, summary_en, programme, funder, deleted_at
  on funding_call for each row execute function search_call_changed();

create trigger funding_call_search_made after insert on funding_call referencing new table as made
  for each statement execute function search_calls_made();

drop trigger partner_search on partner;

create trigger partner_search after update of slug, name, description_sv, description_en, merged_into_id
  on partner for each row execute function search_partner_changed();

create trigger partner_search_made after insert on partner referencing new table as made
  for each statement execute function search_partners_made();

-- As before, and every field is asked about once, before its sides are.
create or replace function activity_values(a activity) returns table (name text, value text) language plpgsql immutable as $$
begin
  return query select 'reason', a.reason where a.reason is not null
    union all select 'actor', a.actor_name where a.actor_name is not null
    union all select held.field, jsonb_agg(held.part order by held.place)::text
      from (select told.field || '.' || side as field, change -> side as part, place
        from (select change, change ->> 'field' as field, place from jsonb_array_elements(a.changes) with ordinality changed(change, place)
          where activity_erasable(change ->> 'field') or a.digests <> '{}' offset 0) told cross join (values ('before'), ('after')) sides(side)
        where change ? side and (activity_erasable(told.field) or a.digests ? (told.field || '.' || side))) held
      group by held.field;
end $$;

-- As before, without a call for each value.
create or replace function activity_sealed(a activity, out salts jsonb, out digests jsonb) language plpgsql as $$
begin
  select coalesce(jsonb_object_agg(name, salt), '{}'), coalesce(jsonb_object_agg(name, encode(sha256(convert_to(salt || value, 'utf8')), 'hex')), '{}')
  into salts, digests from (
    select name, value, replace(gen_random_uuid()::text, '-', '') as salt from activity_values(a)
    where name in ('reason', 'actor') or value <> '[null]' offset 0) salted;
end $$;

-- As before; most changes have no value to leave out, and stand as they are.
create or replace function activity_without(changes jsonb, names text[]) returns jsonb language plpgsql immutable parallel safe as $$
begin
  return (select coalesce(jsonb_agg(case when (change ->> 'field') || '.before' = any(names) or (change ->> 'field') || '.after' = any(names) then change
      - case when (change ->> 'field') || '.before' = any(names) then 'before' else '' end
      - case when (change ->> 'field') || '.after' = any(names) then 'after' else '' end else change end order by place), '[]')
    from jsonb_array_elements(changes) with ordinality told(change, place));
end $$;

-- down

drop trigger idea_search_made on idea;

drop trigger membership_search_made on membership;

drop trigger funding_call_search_made on funding_call;

drop trigger partner_search_made on partner;

drop function search_ideas_made, search_memberships_made, search_calls_made, search_partners_made;

drop trigger idea_search on idea;

create trigger idea_search after insert or update of code, title_sv, title_en, summary_sv, summary_en, challenge_sv, challenge_en, owner_id
  on idea for each row execute function search_idea_changed();

drop trigger membership_search on membership;

create trigger membership_search after insert or update of partner_id, left_at on membership
  for each row execute function search_membership_changed();

drop trigger funding_call_search on funding_call;

create trigger funding_call_search after insert or update of identifier, title_sv, title_en, summary_sv, summary_en, programme, funder, deleted_at
  on funding_call for each row execute function search_call_changed();

drop trigger partner_search on partner;

create trigger partner_search after insert or update of slug, name, description_sv, description_en, merged_into_id
  on partner for each row execute function search_partner_changed();

create or replace function search_plain(text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(translate(lower(normalize($1, nfkc) collate swedish), U&'\00AD\200B\200C\200D\2060\FEFF', ''), U&'([^[:alnum:]]|[\02B0-\02FF]|[\+010780-\+0107BF])+', ' ', 'g'));

create or replace function search_text(sv text, en text, weight "char") returns tsvector language plpgsql stable parallel safe as $$
declare
  plain_sv text := search_plain(coalesce(sv, ''));
  plain_en text := search_plain(coalesce(en, ''));
begin
  return setweight(to_tsvector('simple', unaccent('unaccent', plain_sv)) || '''¶'':1' || to_tsvector('simple', unaccent('unaccent', plain_en)) || '''¶'':1'
    || search_marked('s/', to_tsvector('swedish', plain_sv)) || search_marked('e/', to_tsvector('english', plain_en)), weight);
end $$;

create or replace function activity_values(a activity) returns table (name text, value text) language plpgsql immutable as $$
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

create or replace function activity_sealed(a activity, out salts jsonb, out digests jsonb) language plpgsql as $$
begin
  with salted as materialized (
    select name, value, replace(gen_random_uuid()::text, '-', '') as salt from activity_values(a) where name in ('reason', 'actor') or value <> '[null]')
  select coalesce(jsonb_object_agg(name, salt), '{}'), coalesce(jsonb_object_agg(name, activity_value_digest(salt, value)), '{}')
  into salts, digests from salted;
end $$;

create or replace function activity_without(changes jsonb, names text[]) returns jsonb language plpgsql immutable parallel safe as $$
begin
  return (select coalesce(jsonb_agg(change
      - case when (change ->> 'field') || '.before' = any(names) then 'before' else '' end
      - case when (change ->> 'field') || '.after' = any(names) then 'after' else '' end order by place), '[]')
    from jsonb_array_elements(changes) with ordinality told(change, place));
end $$;
