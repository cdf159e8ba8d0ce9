-- Funding calls spread evenly over ten years and the year ahead, so that some 4 of 100 are open: each lasts 120 days, and
-- every eightieth is continuous. Drafts and cancelled calls are never those that somebody applies to.

create temp table call_plan as
select n, opens, model,
  case model
    when 'CONTINUOUS' then '{}'
    when 'SINGLE_STAGE' then array[opens + lasts]
    when 'TWO_STAGE' then array[opens + lasts * 0.5, opens + lasts]
    else array[opens + lasts * 0.5, opens + lasts * 0.75, opens + lasts]
  end as deadlines,
  pg_temp.typeid('call', least(opens - interval '30 days', today), n) as id,
  least(opens - interval '30 days', today - interval '1 hour') as created,
  n % 160 = 40 as cancelled, n % 20 = 10 and opens > today + interval '60 days' as draft
from world, generate_series(1, calls) n,
  lateral (select date_trunc('day', began + (n - 1) * step) + interval '15 hours' as opens,
    case when n % 80 = 0 then 'CONTINUOUS' when n % 7 = 0 then 'TWO_STAGE' when n % 6 = 0 then 'MULTIPLE_CUT_OFF' else 'SINGLE_STAGE' end as model) as kind;

create unique index on call_plan (n);

-- The rules are such that every consortium of this world keeps them.
insert into funding_call (id, identifier, title_sv, title_en, summary_sv, summary_en, programme, funder, url, deadline_model,
  opens_at, deadlines, deadline_labels, closes_at, budget_amount, budget_currency, grant_min_amount, grant_min_currency,
  grant_max_amount, grant_max_currency, funding_rate, min_partners, required_sectors, trl_min, trl_max,
  environmental_objectives, edited_fields, assumed_fields, published_at, cancelled_at, created_at, updated_at)
select id, 'EX-' || extract(year from opens) || '-' || lpad(n::text, 5, '0'),
  'Utlysning ' || n || ': ' || theme_sv, case when n % 3 > 0 then 'Call ' || n || ': ' || theme_en end,
  'Stöd till projekt som tillsammans arbetar för ' || theme_sv || '. Påhittad utlysning för mätningar.',
  'Support for projects that work together for ' || theme_en || '. An invented call for measurements.',
  programme, funder, 'https://example.org/calls/' || n, model, opens, deadlines, array_fill(''::text, array[cardinality(deadlines)]),
  deadlines[cardinality(deadlines)], budget, 'SEK', 200000, 'SEK', 8000000, 'SEK', 40 + n % 7 * 10, (array[null, 2, 3])[n % 3 + 1],
  case when n % 10 = 1 then '{ACADEMIA}'::text[] else '{}' end, case when n % 4 = 0 then 2 end, case when n % 4 = 0 then 8 end,
  array[pg_temp.pick('{CLIMATE_CHANGE_MITIGATION,CLIMATE_CHANGE_ADAPTATION,WATER_AND_MARINE_RESOURCES}', n, 10),
    pg_temp.pick('{CIRCULAR_ECONOMY,POLLUTION_PREVENTION,BIODIVERSITY_AND_ECOSYSTEMS}', n, 11)],
  '{}', '{}', case when not draft then created end, case when cancelled then least(opens + interval '10 days', today) end, created,
  case when cancelled then least(opens + interval '10 days', today) else created end
from world, call_plan, lateral (select
  (array['Horizon Europe', 'ERDF Skåne-Blekinge', 'LIFE', 'Klimatklivet', 'Interreg South Baltic', 'Viable Cities'])[n % 6 + 1] as programme,
  (array['European Commission', 'Tillväxtverket', 'European Commission', 'Naturvårdsverket', 'Interreg', 'Vinnova'])[n % 6 + 1] as funder,
  (array['cirkulär industri', 'rena hav', 'hållbara transporter', 'klimatneutrala städer', 'ny energi'])[n % 5 + 1] as theme_sv,
  (array['circular industry', 'clean seas', 'sustainable transport', 'climate-neutral cities', 'new energy'])[n % 5 + 1] as theme_en,
  10000000 + floor(pg_temp.dice(n, 12) * 90) * 1000000 as budget) as words;

insert into funding_call_focus_area (funding_call_id, focus_area_id)
select call_plan.id, focus_area.id
from call_plan, (select id, row_number() over (order by code) as place, count(*) over () as size from focus_area) focus_area
where place = n % size + 1 or place = floor(pg_temp.dice(n, 13) * size) + 1;
