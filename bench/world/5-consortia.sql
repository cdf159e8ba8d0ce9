-- Three to six members of as many sectors, the coordinator first; some have left, but never those that a gate counted.

create temp table member_plan as
select number, idea_plan.id as idea_id, k, pg_temp.typeid('membership', joined, number * 10 + k) as id,
  sector_partner.id as partner_id, sector_partner.name as partner_name,
  (array['COORDINATOR', 'BENEFICIARY', 'BENEFICIARY', 'BENEFICIARY', 'AFFILIATED_ENTITY', 'ASSOCIATED_PARTNER'])[k + 1] as role,
  case when ordinal > 2 then 'SIGNED' else pg_temp.pick('{NONE,REQUESTED,SIGNED}', number * 10 + k, 30) end as letter,
  case when pg_temp.dice(number * 10 + k, 31) < 0.8 then 100000 + 50000 * floor(20 * pg_temp.dice(number * 10 + k, 32)) end as commitment,
  joined, case when k > 2 and pg_temp.dice(number * 10 + k, 33) < 0.15 then joined + (today - joined) * pg_temp.dice(number * 10 + k, 34) end as ended
from world cross join idea_plan
  cross join lateral (select 2 + floor(4 * pg_temp.dice(number, 35))::int as most) as size
  cross join lateral generate_series(0, most) as k
  cross join lateral (select gathered + (coalesce(applied, today) - gathered) * k / 10.0 as joined) as time
  join sector_partner on sector_partner.sector =
      (array['SUPPORT_SYSTEM', 'ACADEMIA', 'BUSINESS_SME', 'PUBLIC', 'BUSINESS_LARGE', 'CIVIL_SOCIETY'])[k + 1]
    and place = floor(size * power(pg_temp.dice(number * 10 + k, 36), 1.5))
where ordinal > 1;

create index on member_plan (number, k);

analyze member_plan;
