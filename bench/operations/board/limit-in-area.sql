with page as (
  select i.*, row_number() over (order by i.updated_at desc, i.id desc) as place from idea i
  where i.stage = any($1)
    and exists (select from idea_focus_area x join focus_area f on f.id = x.focus_area_id
      where x.idea_id = i.id and (f.code = $2 or starts_with(f.code, $2 || '.')))
  order by i.updated_at desc, i.id desc limit 51
)
select json_build_object('ideas', json_build_object(
  'totalCount', (select count(*) from idea i where i.stage = any($1)
    and exists (select from idea_focus_area x join focus_area f on f.id = x.focus_area_id
      where x.idea_id = i.id and (f.code = $2 or starts_with(f.code, $2 || '.')))),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50,
    'endCursor', (select json_build_array(updated_at, id)::text from page where place <= 50 order by place desc limit 1)),
  'nodes', coalesce(json_agg(json_build_object(
    'id', i.id, 'code', i.code, 'title', i.title_sv, 'stage', i.stage, 'state', i.state, 'enteredStageAt', i.entered_stage_at,
    'owner', json_build_object('slug', o.slug, 'name', o.name),
    'focusAreas', (
      select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name_sv) order by f.code), '[]')
      from idea_focus_area x join focus_area f on f.id = x.focus_area_id where x.idea_id = i.id),
    'consortium', json_build_object('memberships', (
      select coalesce(json_agg(json_build_object('role', m.role,
        'partner', json_build_object('slug', p.slug, 'name', p.name, 'sector', p.sector)) order by m.joined_at, m.id), '[]')
      from membership m join partner p on p.id = m.partner_id where m.idea_id = i.id and m.left_at is null)),
    'applications', (
      select coalesce(json_agg(json_build_object('status', a.status,
        'requested', case when a.requested_amount is not null then json_build_object('amount', a.requested_amount::text, 'currency', a.requested_currency) end,
        'call', json_build_object('identifier', c.identifier, 'title', c.title_sv,
          'nextDeadline', (select min(ahead) from unnest(c.deadlines) ahead where ahead >= now()))) order by a.created_at, a.id), '[]')
      from application a join funding_call c on c.id = a.call_id where a.idea_id = i.id)) order by i.place) filter (where i.place <= 50), '[]')))::text
from page i join partner o on o.id = i.owner_id
