-- The ideas as they stand today. A grant makes a project of five to ten years, completed when its last day has passed.

create temp table idea_fate as
select plan.number, plan.id, stage, plan.ordinal, created, gathered, applied, started, entered, starts_on, ends_on,
  case when ends_on < today then 'COMPLETED' else plan.state end as state,
  case when ends_on < today then ends_on + interval '12 hours'
    when plan.state <> 'ACTIVE' then entered + (today - entered) * (0.5 + 0.4 * pg_temp.dice(plan.number, 51)) end as ended,
  coalesce(head.partner_id, anybody.id) as owner_id, coalesce(head.partner_name, anybody.name) as owner_name,
  granted.requested * 0.9 as granted
from world cross join idea_plan plan
  left join application_plan granted on granted.number = plan.number and granted.status = 'GRANTED'
  left join member_plan head on head.number = plan.number and head.k = 0
  join sector_partner anybody on anybody.sector = pg_temp.pick('{SUPPORT_SYSTEM,ACADEMIA,BUSINESS_SME,PUBLIC}', plan.number, 37)
    and anybody.place = floor(anybody.size * power(pg_temp.dice(plan.number, 38), 1.5))
  cross join lateral (select granted.decided + interval '10 days' as started, (granted.decided + interval '40 days')::date as starts_on) as grant_day
  cross join lateral (select coalesce(started, applied, gathered, created) as entered,
    (starts_on + make_interval(years => 5 + floor(5.9 * pg_temp.dice(plan.number, 50))::int) - interval '1 day')::date as ends_on) as way;

create unique index on idea_fate (number);

analyze idea_fate;

-- What ideas are found by is written once, when they have their members.
alter table idea disable trigger idea_search_made;

alter table membership disable trigger membership_search_made;

insert into idea (id, number, code, title_sv, title_en, summary_sv, summary_en, challenge_sv, challenge_en, stage, state, visibility,
  owner_id, environmental_objectives, missions, technology_readiness_level, entered_stage_at, created_at, updated_at)
select id, number, 'KS3-' || number, what_sv || ' för ' || whom_sv, case when number % 10 < 7 then what_en || ' for ' || whom_en end,
  'Idén prövar ' || lower(what_sv) || ' tillsammans med ' || whom_sv || '. Den samlar partner ur flera sektorer och mäter nyttan för klimat, vatten och resurser.',
  case when number % 10 < 7 then 'The idea tries out ' || lower(what_en) || ' together with ' || whom_en || '. It gathers partners from several sectors and measures what climate, water and resources gain.' end,
  'Arbetet sker i dag var för sig, och ingen har hela bilden.', case when number % 10 < 7 then 'Work is done separately today, and nobody has the whole picture.' end,
  stage, state, (array['PUBLIC', 'PUBLIC', 'PUBLIC', 'PUBLIC', 'PUBLIC', 'PUBLIC', 'PARTNERS', 'PARTNERS', 'PARTNERS', 'CONSORTIUM'])[number % 10 + 1],
  owner_id,
  case when ordinal = 1 and number % 4 = 0 then '{}' else array[pg_temp.pick('{CLIMATE_CHANGE_MITIGATION,WATER_AND_MARINE_RESOURCES,CIRCULAR_ECONOMY,POLLUTION_PREVENTION}', number, 61)] end,
  case when number % 3 = 0 then array[pg_temp.pick('{CLIMATE_ADAPTATION,OCEAN_AND_WATERS,CLIMATE_NEUTRAL_CITIES,SOIL}', number, 62)] else '{}' end,
  case when ordinal > 2 or number % 2 = 0 then 3 + number % 5 end, entered, created,
  greatest(entered, ended, (select max(greatest(joined, member_plan.ended)) from member_plan where member_plan.number = idea_fate.number),
    (select max(greatest(begun, submitted, reviewed, decided)) from application_plan where application_plan.number = idea_fate.number))
from idea_fate, lateral (select 1 + floor(8 * pg_temp.dice(number, 63))::int as what, 1 + floor(8 * pg_temp.dice(number, 64))::int as whom) as words,
  lateral (select
    ('{Cirkulära kretslopp,Digitala tvillingar,Energilager,Återvunna material,Mätning av utsläpp,Elektriska båtar,Smarta elnät,Naturnära skydd}'::text[])[what] as what_sv,
    ('{Circular flows,Digital twins,Energy storage,Recycled materials,Measurement of emissions,Electric boats,Smart grids,Nature-based protection}'::text[])[what] as what_en,
    ('{små verkstäder,hamnar,skärgården,kommuner,livsmedelsföretag,vattenverk,byggföretag,sjukhus}'::text[])[whom] as whom_sv,
    ('{small workshops,harbours,the archipelago,municipalities,food companies,waterworks,builders,hospitals}'::text[])[whom] as whom_en) as texts
order by number;

-- Every fifth concept has not chosen its focus area yet.
insert into idea_focus_area (idea_id, focus_area_id)
select idea_fate.id, focus_area.id
from idea_fate, (select id, row_number() over (order by code) as place, count(*) over () as size from focus_area) focus_area
where (place = floor(pg_temp.dice(number, 65) * size) + 1 or place = floor(pg_temp.dice(number, 66) * size) + 1)
  and (ordinal > 1 or number % 5 > 0);
