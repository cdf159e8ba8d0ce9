-- What is like the words of a text is bounded for all of them together: forty pieces of very many words became a query of
-- 40,000 parts, for which an index takes a minute that nothing interrupts.
-- up

-- The words that are like one, those with a typing error first, then those it is a part of; so many at most. Known words
-- have at most 40 letters, and one wrong letter makes 41.
create function search_alike(given text, most int) returns text[] language plpgsql stable parallel safe set enable_seqscan = off as $$
declare
  swapped text[] := array(select overlay(given placing reverse(substr(given, place, 2)) from place for 2) from generate_series(1, length(given) - 1) place);
begin
  if given collate swedish !~ '^[[:alpha:]]{3,41}$' then return '{}'; end if;
  return array(select word from search_word
    where word like '%' || given || '%'
      or length(given) >= 4 and (word = any(search_slips(given, '') || swapped) or slips && (search_slips(given, '_') || given))
    group by word order by word like '%' || given || '%', word limit most);
end $$;

create function search_term(term text, quoted boolean, reach text, most int) returns tsquery language plpgsql stable parallel safe as $$
declare
  plain text := search_plain(term);
  words text[] := tsvector_to_array(to_tsvector('simple', search_folded(term)));
begin
  if quoted or reach = 'WRITTEN' or strpos(plain, ' ') > 0 then return phraseto_tsquery('simple', search_folded(term)); end if;
  words := words || tsvector_to_array(search_marked('s/', to_tsvector('swedish', plain)) || search_marked('e/', to_tsvector('english', plain)));
  if reach = 'LIKENESS' then words := words || search_alike(search_folded(term), most); end if;
  return (select string_agg(quote_literal(word), '|')::tsquery from unnest(words) word);
end $$;

create function search_pair(term text, reach text, most int) returns tsquery language plpgsql stable parallel safe as $$
begin
  if exists (select from programme where search_folded(code_prefix) = split_part(search_folded(term), ' ', 1)) then
    return search_term(term, true, reach, most);
  end if;
  if search_is_stop_word(split_part(term, ' ', 1)) then return search_term(split_part(term, ' ', 2), false, reach, most); end if;
  return search_term(split_part(term, ' ', 1), false, reach, most) && search_term(split_part(term, ' ', 2), false, reach, most);
end $$;

create or replace function search_query(asked jsonb, reach text) returns tsquery language plpgsql stable parallel safe as $$
declare
  most int := 500 / greatest((select count(*) from jsonb_path_query(asked, '$.choices[*][*]')), 1);
begin
  return (select search_any(choice.found) from (
    select search_all(case when term.excluded then !! term.found else term.found end) as found
    from (select place, excluded, part.found, stop and bool_or(not stop and not excluded) over (partition by place) as idle
      from jsonb_array_elements(asked -> 'choices') with ordinality as choices(terms, place)
      cross join lateral jsonb_to_recordset(terms) as given(text text, kind text, excluded boolean)
      cross join lateral (select case kind when 'PAIR' then search_pair(text, reach, most) else search_term(text, kind = 'PHRASE', reach, most) end as found,
        kind = 'WORD' and not excluded and search_is_stop_word(text) as stop offset 0) part
      where numnode(part.found) > 0) term
    where not idle group by place) choice);
end $$;

drop function search_pair(text, text), search_term(text, boolean, text), search_alike(text);

-- down

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

create function search_pair(term text, reach text) returns tsquery language plpgsql stable parallel safe as $$
begin
  if exists (select from programme where search_folded(code_prefix) = split_part(search_folded(term), ' ', 1)) then
    return search_term(term, true, reach);
  end if;
  if search_is_stop_word(split_part(term, ' ', 1)) then return search_term(split_part(term, ' ', 2), false, reach); end if;
  return search_term(split_part(term, ' ', 1), false, reach) && search_term(split_part(term, ' ', 2), false, reach);
end $$;

create or replace function search_query(asked jsonb, reach text) returns tsquery language plpgsql stable parallel safe as $$
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

drop function search_pair(text, text, int), search_term(text, boolean, text, int), search_alike(text, int);
