select json_build_object('idea', (
  select json_build_object(
    'code', i.code, 'title', i.title_sv, 'stage', i.stage, 'state', i.state, 'enteredStageAt', i.entered_stage_at,
    'owner', json_build_object('slug', o.slug, 'name', o.name),
    'focusAreas', (
      select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name_sv) order by f.code), '[]')
      from idea_focus_area x join focus_area f on f.id = x.focus_area_id where x.idea_id = i.id),
    'consortium', json_build_object('memberships', (
      select coalesce(json_agg(json_build_object('role', m.role,
        'partner', json_build_object('slug', p.slug, 'name', p.name, 'sector', p.sector)) order by m.joined_at, m.id), '[]')
      from membership m join partner p on p.id = m.partner_id where m.idea_id = i.id and m.left_at is null)),
    'applications', (
      select coalesce(json_agg(json_build_object('status', a.status, 'deadline', a.deadline,
        'call', json_build_object('identifier', c.identifier, 'title', c.title_sv, 'programme', c.programme)) order by a.created_at, a.id), '[]')
      from application a join funding_call c on c.id = a.call_id where a.idea_id = i.id))
  from idea i join partner o on o.id = i.owner_id where i.code = $1))::text
