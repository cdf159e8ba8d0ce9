-- Search that means what it says: every text that is searched, its words as written and by their stems, whatever the
-- form of their letters, and all known words, for typing errors. And one Swedish order of letters wherever it runs.
-- up

drop index idea_title;

drop index partner_name;

-- The rules of sv-SE, which the ICU of the embedded database doesn't bring, nor the release 16 rules that stood here.
-- https://github.com/unicode-org/cldr/blob/main/common/collation/sv.xml
do $$ begin
  if current_setting('server_version_num')::int >= 160000 then
    drop collation swedish;
    execute $c$ create collation swedish (provider = icu, locale = 'und', rules = '&D<<đ<<<Đ<<ð<<<Ð &t<<<þ/h &T<<<Þ/H &Y<<ü<<<Ü<<ű<<<Ű
      &[before 1]ǀ<å<<<Å<ä<<<Ä<<æ<<<Æ<<ę<<<Ę<ö<<<Ö<<ø<<<Ø<<ő<<<Ő<<œ<<<Œ<<ô<<<Ô') $c$;
  end if;
end $$;

create index idea_title on idea (title_sv collate swedish, id);

create index partner_name on partner (name collate swedish, id);

-- Nothing looks through these any more; the columns stay for matching, and for copies of the version before.
drop index idea_search, idea_searchable, funding_call_search, funding_call_searchable, partner_search, partner_searchable;

-- What an idea, a funding call or a partner is found by. Its words stand as they are written, the stems of its Swedish
-- texts behind s/ and those of its English ones behind e/; ¶ keeps the end of one text from the beginning of the next.
create table search_document (
  id text primary key,
  code text not null,
  words tsvector not null
);

-- Whatever is looked up here looks through what waits to be sorted in, so little waits.
create index search_document_words on search_document using gin (words) with (gin_pending_list_limit = 256);

-- Every word of letters that is written anywhere, and what it becomes by one wrong letter. Two transactions may both
-- add a word, so that neither waits for the other.
create table search_word (
  word text not null,
  slips text[] not null
);

create index search_word_word on search_word (word);

create index search_word_slips on search_word using gin (slips) with (gin_pending_list_limit = 256);

create index search_word_parts on search_word using gin (word gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Small letters, composed, with one blank between words; what cannot be seen is left out. Modifier letters, such as
-- apostrophes that count as letters, divide words as apostrophes do.
create function search_plain(text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(translate(lower(normalize($1, nfkc) collate swedish), U&'\00AD\200B\200C\200D\2060\FEFF', ''), U&'([^[:alnum:]]|[\02B0-\02FF]|[\+010780-\+0107BF])+', ' ', 'g'));

-- The same without accents.
create function search_folded(text) returns text
  language sql stable parallel safe
  return public.unaccent('public.unaccent'::regdictionary, search_plain($1));

-- Stems behind a mark. No lexeme has a quote in it, nor a blank.
create function search_marked(mark text, stems tsvector) returns tsvector
  language sql stable parallel safe
  return replace(' ' || public.unaccent('public.unaccent'::regdictionary, stems::text), ' ''', ' ''' || mark)::tsvector;

-- One text in Swedish and English, with the weight that it has for the rank.
create function search_text(sv text, en text, weight "char") returns tsvector language plpgsql stable parallel safe as $$
declare
  plain_sv text := search_plain(coalesce(sv, ''));
  plain_en text := search_plain(coalesce(en, ''));
begin
  return setweight(to_tsvector('simple', unaccent('unaccent', plain_sv)) || '''¶'':1' || to_tsvector('simple', unaccent('unaccent', plain_en)) || '''¶'':1'
    || search_marked('s/', to_tsvector('swedish', plain_sv)) || search_marked('e/', to_tsvector('english', plain_en)), weight);
end $$;

create aggregate search_joined(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- Codes and names are of no language, or of any. Whoever sees an idea sees who owns it and who its members are.
create function search_write_ideas(ids text[]) returns void
  language plpgsql as $$
begin
  insert into search_document (id, code, words)
  select i.id, search_folded(i.code), search_text(i.code, i.code, 'A') || search_text(i.title_sv, i.title_en, 'A')
    || search_text(i.summary_sv, i.summary_en, 'B') || search_text(i.challenge_sv, i.challenge_en, 'C')
    || (select search_joined(search_text(p.name, p.name, 'D')) from partner p where p.id = i.owner_id
      or p.id in (select m.partner_id from membership m where m.idea_id = i.id and m.left_at is null))
  from idea i where i.id = any(ids)
  on conflict (id) do update set code = excluded.code, words = excluded.words;
end $$;

-- Many calls are published in one language only, whichever that is.
create function search_write_calls(ids text[]) returns void
  language plpgsql as $$
begin
  insert into search_document (id, code, words)
  select c.id, search_folded(c.identifier), search_text(c.identifier, c.identifier, 'A') || search_text(c.title_sv, coalesce(c.title_en, c.title_sv), 'A')
    || search_text(c.summary_sv, coalesce(c.summary_en, c.summary_sv), 'B')
    || search_text(c.programme, c.programme, 'A') || search_text(c.funder, c.funder, 'A')
  from funding_call c where c.id = any(ids)
  on conflict (id) do update set code = excluded.code, words = excluded.words;
end $$;

create function search_write_partners(ids text[]) returns void
  language plpgsql as $$
begin
  insert into search_document (id, code, words)
  select p.id, search_folded(p.slug), search_text(p.slug, p.slug, 'A') || search_text(p.name, p.name, 'A')
    || search_text(p.description_sv, p.description_en, 'B')
  from partner p where p.id = any(ids)
  on conflict (id) do update set code = excluded.code, words = excluded.words;
end $$;

-- Owner and members change while the idea is locked, so the last one writes what all have changed.
create function search_idea_changed() returns trigger language plpgsql as $$
begin
  perform search_write_ideas(array[new.id]);
  return null;
end $$;

create trigger idea_search after insert or update of code, title_sv, title_en, summary_sv, summary_en, challenge_sv, challenge_en, owner_id
  on idea for each row execute function search_idea_changed();

create function search_membership_changed() returns trigger language plpgsql as $$
begin
  perform from idea where id = new.idea_id for no key update;
  perform search_write_ideas(array[new.idea_id]);
  return null;
end $$;

create trigger membership_search after insert or update of partner_id, left_at on membership
  for each row execute function search_membership_changed();

create function search_call_changed() returns trigger language plpgsql as $$
begin
  perform search_write_calls(array[new.id]);
  return null;
end $$;

create trigger funding_call_search after insert or update of identifier, title_sv, title_en, summary_sv, summary_en, programme, funder
  on funding_call for each row execute function search_call_changed();

create function search_partner_changed() returns trigger language plpgsql as $$
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

-- A word with one letter less, once for each letter, or with something else in the letter's place.
create function search_slips(word text, instead text) returns text[]
  language sql immutable parallel safe
  return array(select overlay(word placing instead from place for 1) from generate_series(1, length(word)) place);

create function search_words_added() returns trigger language plpgsql as $$
begin
  insert into search_word (word, slips)
  select added.word, search_slips(added.word, '') || search_slips(added.word, '_')
  from (select distinct unnest(tsvector_to_array(words)) as word from written) added
  where not exists (select from search_word known where known.word = added.word) and added.word collate swedish ~ '^[[:alpha:]]{3,40}$';
  return null;
end $$;

create trigger search_words_added after insert on search_document
  referencing new table as written for each statement execute function search_words_added();

create trigger search_words_changed after update on search_document
  referencing new table as written for each statement execute function search_words_added();

-- A word that is taken out of the last text it stood in is forgotten.
create function search_words_removed() returns trigger language plpgsql as $$
begin
  delete from search_word where word = any(array(select unnest(tsvector_to_array(old.words)) except select unnest(tsvector_to_array(new.words))))
    and not exists (select from search_document still where still.words @@ quote_literal(word)::tsquery);
  return null;
end $$;

create trigger search_words_removed after update of words on search_document
  for each row when (old.words <> new.words) execute function search_words_removed();

-- The words that are like one: it is a part of them, or one letter is wrong, missing, too many or in the place of the
-- next. Digits are never like others. A piece that is a part of very many words says nothing. The planner takes the few
-- words that share a slip for many, and would rather read all.
create function search_alike(given text) returns text[] language plpgsql stable parallel safe set enable_seqscan = off as $$
declare
  swapped text[] := array(select overlay(given placing reverse(substr(given, place, 2)) from place for 2) from generate_series(1, length(given) - 1) place);
begin
  if given collate swedish !~ '^[[:alpha:]]{3,}$' then return '{}'; end if;
  return array(select distinct word from search_word
    where word like '%' || given || '%'
      or length(given) >= 4 and (word = any(search_slips(given, '') || swapped) or slips && (search_slips(given, '_') || given))
    order by word limit 500);
end $$;

-- What a term finds: several words beside each other as they are written, one word also by its stems and what is like it.
create function search_term(term text, quoted boolean, reach text) returns tsquery language plpgsql stable parallel safe as $$
declare
  plain text := search_plain(term);
  words text[] := tsvector_to_array(to_tsvector('simple', search_folded(term)));
begin
  if quoted or reach = 'WRITTEN' or strpos(plain, ' ') > 0 then return phraseto_tsquery('simple', search_folded(term)); end if;
  words := words || tsvector_to_array(search_marked('s/', to_tsvector('swedish', plain)) || search_marked('e/', to_tsvector('english', plain)));
  if reach = 'LIKENESS' then words := words || search_alike(search_folded(term)); end if;
  return (select string_agg(quote_literal(word), '|')::tsquery from unnest(words) word);
end $$;

create aggregate search_all(tsquery) (sfunc = tsquery_and, stype = tsquery);

create aggregate search_any(tsquery) (sfunc = tsquery_or, stype = tsquery);

create function search_is_stop_word(word text) returns boolean language plpgsql stable parallel safe as $$
begin
  return to_tsvector('swedish', search_plain(word)) = '' or to_tsvector('english', search_plain(word)) = '';
end $$;

-- A word and a number are a code when a programme has that prefix, and two words when none has.
create function search_pair(term text, reach text) returns tsquery language plpgsql stable parallel safe as $$
begin
  if exists (select from programme where search_folded(code_prefix) = split_part(search_folded(term), ' ', 1)) then
    return search_term(term, true, reach);
  end if;
  if search_is_stop_word(split_part(term, ' ', 1)) then return search_term(split_part(term, ' ', 2), false, reach); end if;
  return search_term(split_part(term, ' ', 1), false, reach) && search_term(split_part(term, ' ', 2), false, reach);
end $$;

-- What a text asks for: one of its choices, and all terms of that one. Stop words ask for nothing beside other words.
create function search_query(asked jsonb, reach text) returns tsquery language plpgsql stable parallel safe as $$
begin
  return (select search_any(choice.found) from (
    select search_all(case when term.excluded then !! term.found else term.found end) as found
    from (select place, excluded, part.found, stop and bool_or(not stop and not excluded) over (partition by place) as idle
      from jsonb_array_elements(asked -> 'choices') with ordinality as choices(terms, place)
      cross join lateral jsonb_to_recordset(terms) as given(text text, kind text, excluded boolean)
      cross join lateral (select case kind when 'PAIR' then search_pair(text, reach) else search_term(text, kind = 'PHRASE', reach) end as found,
        kind = 'WORD' and not excluded and search_is_stop_word(text) as stop offset 0) part
      where numnode(part.found) > 0) term
    where not idle group by place) choice);
end $$;

create function search_codes(asked jsonb) returns text[] language plpgsql stable parallel safe as $$
begin
  return array(select search_folded(code) from jsonb_array_elements_text(asked -> 'codes') code);
end $$;

-- How well a document answers: its code, its words as they are written, their stems, their likeness, each above the next.
create function search_rank(document search_document, codes text[], written tsquery, stems tsquery, found tsquery) returns real
  language sql stable parallel safe
  return case when document.code = any(codes) then 3 when document.words @@ written then 2 when document.words @@ stems then 1 else 0 end
    + ts_rank(document.words, found, 32);

select search_write_ideas(array(select id from idea));

select search_write_calls(array(select id from funding_call));

select search_write_partners(array(select id from partner));

-- down

drop trigger idea_search on idea;

drop trigger membership_search on membership;

drop trigger funding_call_search on funding_call;

drop trigger partner_search on partner;

drop trigger search_words_added on search_document;

drop trigger search_words_changed on search_document;

drop trigger search_words_removed on search_document;

drop function search_idea_changed, search_membership_changed, search_call_changed, search_partner_changed, search_words_added, search_words_removed,
  search_write_ideas, search_write_calls, search_write_partners, search_rank, search_codes, search_query, search_pair,
  search_is_stop_word, search_term, search_alike, search_slips, search_text, search_marked, search_folded, search_plain;

drop aggregate search_joined(tsvector), search_all(tsquery), search_any(tsquery);

drop table search_document, search_word;

create index idea_search on idea using gin (search);

create index idea_searchable on idea using gin (searchable gin_trgm_ops);

create index funding_call_search on funding_call using gin (search);

create index funding_call_searchable on funding_call using gin (searchable gin_trgm_ops);

create index partner_search on partner using gin (search);

create index partner_searchable on partner using gin (searchable gin_trgm_ops);
