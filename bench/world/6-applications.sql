-- What a consortium applies for: a call that was open when it passed the gate, or one that is open now while it is still
-- being gathered. Once the clock has gone that far it is submitted, reviewed and decided.

create temp table aim as
select number, id as idea_id, ordinal, 1 as round, applied - interval '2 hours' as begun from idea_plan where ordinal > 2
union all
select number, id, ordinal, 2, today - interval '1 day' * pg_temp.dice(number, 40)
from world, idea_plan where ordinal = 2 and state = 'ACTIVE' and pg_temp.dice(number, 41) < 0.1;

-- A call is found by its number, since they open evenly; numbers that end in 0 may be drafts, cancelled or continuous.
create temp table application_draw as
select number, idea_id, ordinal, round, begun, call.id as call_id, deadline,
  case when submitted < today then submitted end as submitted,
  case when submitted + interval '20 days' < today then submitted + interval '20 days' end as reviewed,
  case when decided < today then decided end as decided
from world cross join aim
  cross join lateral (select floor(pg_temp.dice(number, 43) * (1 + pg_temp.steps(lasts * 0.5 - step)))::int as ago) as back
  cross join lateral (select greatest(pg_temp.steps(begun - began) + 1 - ago, 1) as wanted) as place
  join call_plan call on call.n = wanted + (wanted % 10 = 0)::int
  cross join lateral (select coalesce((select min(ahead) from unnest(deadlines) ahead where ahead > begun), deadlines[cardinality(deadlines)]) as deadline) as target
  cross join lateral (select case when round = 1 then begun + greatest(deadline - begun, interval '1 day') * 0.8 end as submitted) as way
  cross join lateral (select submitted + interval '70 days' + interval '60 days' * pg_temp.dice(number, 44) as decided) as verdict;

-- Most of those that were turned down try again at once, with a call that is open today.
insert into application_draw
select first.number, first.idea_id, first.ordinal, 3, today - interval '3 hours', call.id,
  (select min(ahead) from unnest(deadlines) ahead where ahead > today), null, null, null
from world cross join application_draw first join idea_plan using (number)
  cross join lateral (select pg_temp.steps(today - began) as wanted) as place
  join call_plan call on call.n = wanted + (wanted % 10 = 0)::int
where idea_plan.ordinal = 3 and state = 'ACTIVE' and decided is not null and pg_temp.dice(first.number, 45) < 0.6 and call.id <> first.call_id;

create temp table application_plan as
select *, pg_temp.typeid('application', begun, number * 10 + round) as id, 1000000 + 500000 * floor(14 * pg_temp.dice(number, 42)) as requested,
  case
    when submitted is null then 'DRAFT'
    when reviewed is null then 'SUBMITTED'
    when decided is null then 'UNDER_REVIEW'
    when ordinal = 4 then 'GRANTED'
    when pg_temp.dice(number, 46) < 0.85 then 'REJECTED'
    else 'WITHDRAWN'
  end as status
from application_draw;

create index on application_plan (number);

analyze application_plan;
