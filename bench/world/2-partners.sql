-- The programme, its focus areas, its seven partners and 193 invented ones.

insert into programme (id, name_sv, name_en, code_prefix, last_idea_number, required_projects, open, version, gate_policy_summary_min_length,
  gate_policy_min_partners, gate_policy_min_sectors, gate_policy_required_sectors, gate_policy_project_min_years, gate_policy_project_max_years)
select pg_temp.typeid('programme', began, 1), the_programme -> 'name' ->> 'sv', the_programme -> 'name' ->> 'en',
  the_programme ->> 'code', ideas, (the_programme ->> 'requiredProjects')::int, true, 1, 80, 3, 3, '[["ACADEMIA"], ["BUSINESS_SME", "BUSINESS_LARGE"]]', 5, 10
from world;

insert into focus_area (id, code, name_sv, name_en, parent_id, created_at, updated_at)
select pg_temp.typeid('focus', began, n), code, area -> 'name' ->> 'sv', area -> 'name' ->> 'en',
  case when parent is not null then pg_temp.typeid('focus', began, (
    select place from jsonb_array_elements(the_areas) with ordinality as other(area, place) where other.area ->> 'code' = parent)) end,
  began, began
from world, jsonb_array_elements(the_areas) with ordinality as given(area, n),
  lateral (select area ->> 'code' as code, area ->> 'parent' as parent) as words;

insert into partner (id, slug, name, sector, country, nuts_code, website, description_sv, description_en, created_at, updated_at)
select pg_temp.typeid('partner', began, n), partner ->> 'slug', partner ->> 'name', partner ->> 'sector', partner ->> 'country',
  partner ->> 'nutsCode', partner ->> 'website', partner -> 'description' ->> 'sv', partner -> 'description' ->> 'en', began, began
from world, jsonb_array_elements(the_partners) with ordinality as given(partner, n);

-- Every ninth is from another country.
insert into partner (id, slug, name, sector, country, nuts_code, description_sv, description_en, created_at, updated_at)
select pg_temp.typeid('partner', began, n), 'exempel-' || n, initcap(trade) || ' ' || n || ' (exempel)',
  (array['BUSINESS_SME', 'BUSINESS_SME', 'BUSINESS_LARGE', 'ACADEMIA', 'PUBLIC', 'CIVIL_SOCIETY', 'SUPPORT_SYSTEM'])[n % 7 + 1],
  case when n % 9 = 0 then pg_temp.pick('{DE,DK,LT,PL,FI}', n, 1) else 'SE' end,
  case when n % 9 > 0 then 'SE221' end, 'Påhittad organisation som arbetar med ' || trade || '.',
  'An invented organisation, number ' || n || '.', began, began
from world, generate_series(8, 200) n,
  lateral (select pg_temp.pick('{formning,sjöfart,vatten,energi,kretslopp,mätteknik,logistik,hälsa}', n, 2) as trade) as invented;

-- Who there is to choose from in each sector.
create temp table sector_partner as
select sector, id, name, row_number() over (partition by sector order by id) - 1 as place, count(*) over (partition by sector) as size
from partner;

create unique index on sector_partner (sector, place);

analyze sector_partner;
