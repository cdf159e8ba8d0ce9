with partner as (
  select id, slug, name from partner where slug = $1
), taking as (
  select id from idea where owner_id = (select id from partner)
  union
  select idea_id from membership where partner_id = (select id from partner) and left_at is null
), page as (
  select i.*, row_number() over (order by i.updated_at desc, i.id desc) as place from idea i join taking using (id)
  order by i.updated_at desc, i.id desc limit 21
)
select json_build_object('partner', (select json_build_object('slug', slug, 'name', name, 'ideas', (
  select json_build_object(
    'totalCount', (select count(*) from taking),
    'pageInfo', json_build_object('hasNextPage', count(*) > 20,
      'endCursor', (select json_build_array(updated_at, id)::text from page where place <= 20 order by place desc limit 1)),
    'nodes', coalesce(json_agg(json_build_object(
      'code', i.code, 'title', i.title_sv, 'stage', i.stage, 'state', i.state, 'updatedAt', i.updated_at,
      'owner', json_build_object('slug', o.slug, 'name', o.name),
      'focusAreas', (
        select coalesce(json_agg(json_build_object('code', f.code) order by f.code), '[]')
        from idea_focus_area x join focus_area f on f.id = x.focus_area_id where x.idea_id = i.id),
      'applications', (
        select coalesce(json_agg(json_build_object('status', a.status, 'deadline', a.deadline) order by a.created_at, a.id), '[]')
        from application a where a.idea_id = i.id)) order by i.place) filter (where i.place <= 20), '[]'))
  from page i join public.partner o on o.id = i.owner_id)) from partner))::text
