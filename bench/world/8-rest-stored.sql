-- What belongs to the ideas: members, applications, projects, and every change of stage and state.

insert into membership (id, idea_id, partner_id, role, letter_of_intent, commitment_amount, commitment_currency, joined_at, left_at)
select id, idea_id, partner_id, role, letter, commitment, case when commitment is not null then 'SEK' end, joined, ended from member_plan;

select search_write_ideas(array(select id from idea));

alter table idea enable trigger idea_search_made;

alter table membership enable trigger membership_search_made;

insert into application (id, idea_id, call_id, status, requested_amount, requested_currency, co_financing_amount, co_financing_currency,
  granted_amount, granted_currency, reference, deadline, submitted_at, decided_at, created_at, updated_at)
select id, idea_id, call_id, status, requested, 'SEK', requested * 0.4, 'SEK', case when status = 'GRANTED' then requested * 0.9 end,
  case when status = 'GRANTED' then 'SEK' end, case when submitted is not null then 'DNR-' || number || '-' || round end, deadline,
  submitted, decided, begun, greatest(begun, submitted, reviewed, decided)
from application_plan;

insert into project (id, idea_id, starts_on, ends_on, budget_amount, budget_currency, created_at, updated_at)
select pg_temp.typeid('project', started, number), id, starts_on, ends_on,
  granted + coalesce((select sum(commitment) from member_plan where member_plan.number = idea_fate.number and member_plan.ended is null), 0),
  'SEK', started - interval '1 day', started - interval '1 day'
from idea_fate where started is not null;

insert into milestone (id, project_id, title_sv, title_en, due_on, completed_on)
select pg_temp.typeid('milestone', started, number * 10 + k), pg_temp.typeid('project', started, number), 'Delmål ' || k, 'Milestone ' || k,
  due, case when due < today then due end
from world, idea_fate, generate_series(1, 3) as k, lateral (select starts_on + (ends_on - starts_on) * k / 3 as due) as day
where started is not null;

insert into outcome (id, project_id, kind, title_sv, title_en, status, environmental_objectives, delivered_on)
select pg_temp.typeid('outcome', started, number * 10 + k), pg_temp.typeid('project', started, number),
  pg_temp.pick('{SOLUTION,INNOVATION,PRODUCT,SERVICE}', number * 10 + k, 70), 'Resultat ' || k, 'Outcome ' || k,
  case when ends_on < today then 'DELIVERED' else 'IN_DEVELOPMENT' end, '{CLIMATE_CHANGE_MITIGATION}', case when ends_on < today then ends_on end
from world, idea_fate, generate_series(1, 2) as k where started is not null;

insert into stage_transition (id, idea_id, "from", "to", from_state, to_state, at, by_name, by_role, by_partner_id, waived)
select pg_temp.typeid('transition', at, number * 10 + k), id, came_from, went_to, was, is_now, at, owner_name, 'PARTNER', owner_id, '{}'
from idea_fate, lateral (values
  (1, null, 'CONCEPT', null, 'ACTIVE', created),
  (2, 'CONCEPT', 'CONSORTIUM', 'ACTIVE', 'ACTIVE', gathered),
  (3, 'CONSORTIUM', 'FUNDING_APPLICATION', 'ACTIVE', 'ACTIVE', applied),
  (4, 'FUNDING_APPLICATION', 'PROJECT', 'ACTIVE', 'ACTIVE', started),
  (5, stage, stage, 'ACTIVE', state, ended)) as step(k, came_from, went_to, was, is_now, at)
where at is not null;
