-- What happens to each idea and when, before anything of it is stored; ideas are numbered in the order they were created.

create temp table idea_plan as
with drawn as (
  select n, stage, ordinal, today - make_interval(secs => 86400 * (
    (array[2, 60, 200, 600])[ordinal] + (3640 - (array[2, 60, 200, 600])[ordinal]) * power(pg_temp.dice(n, 21), 1.3))) as created
  from world, generate_series(1, ideas) n,
    lateral (select pg_temp.dice(n, 20) as fate) as throw,
    lateral (select case when fate < 0.40 then 1 when fate < 0.65 then 2 when fate < 0.85 then 3 else 4 end as ordinal) as far,
    lateral (select (array['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'])[ordinal] as stage) as named
), numbered as (
  select row_number() over (order by created, drawn.n) as number, stage, ordinal, date_trunc('second', created) as created from drawn
)
select number, stage, ordinal, created, pg_temp.typeid('idea', created, number) as id,
  case when ordinal > 1 then created + (today - created) * (0.10 + 0.10 * pg_temp.dice(number, 22)) end as gathered,
  case when ordinal > 2 then created + (today - created) * (0.30 + 0.15 * pg_temp.dice(number, 23)) end as applied,
  case when ordinal < 4 and fate < 0.15 then 'DISCONTINUED' when ordinal < 4 and fate < 0.20 then 'PAUSED' else 'ACTIVE' end as state
from world, numbered, lateral (select pg_temp.dice(number, 24) as fate) as throw;

create unique index on idea_plan (number);

analyze idea_plan;
