with open as (
  select c.*, (select min(ahead) from unnest(c.deadlines) ahead where ahead >= now()) as next_deadline from funding_call c
  where c.cancelled_at is null and c.published_at is not null and (c.opens_at is null or c.opens_at <= now())
    and (c.deadline_model = 'CONTINUOUS' or c.closes_at is null or c.closes_at >= now()) and c.programme = any($1)
), page as (
  select *, row_number() over (order by next_deadline, id) as place from open order by next_deadline, id limit 21
)
select json_build_object('fundingCalls', json_build_object(
  'totalCount', (select count(*) from open),
  'pageInfo', json_build_object('hasNextPage', count(*) > 20,
    'endCursor', (select json_build_array(next_deadline, id)::text from page where place <= 20 order by place desc limit 1)),
  'nodes', coalesce(json_agg(json_build_object(
    'identifier', c.identifier, 'title', c.title_sv, 'programme', c.programme, 'funder', c.funder, 'deadlineModel', c.deadline_model,
    'nextDeadline', c.next_deadline,
    'budget', case when c.budget_amount is not null then json_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency) end,
    'focusAreas', (
      select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name_sv) order by f.code), '[]')
      from funding_call_focus_area x join focus_area f on f.id = x.focus_area_id where x.funding_call_id = c.id))
    order by c.place) filter (where c.place <= 20), '[]')))::text
from page c
