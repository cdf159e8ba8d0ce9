with made as (
  insert into funding_call (id, identifier, title_sv, programme, funder, deadline_model, deadlines, deadline_labels, closes_at,
    budget_amount, budget_currency, required_sectors, environmental_objectives, edited_fields, assumed_fields, published_at, created_at, updated_at)
  values ($1, $2, $3, $4, $5, 'SINGLE_STAGE', array[$6::timestamptz], '{""}', $6, $7, 'SEK', '{}', '{}', '{}', '{}', now(), now(), now())
  returning *
), suited as (
  insert into funding_call_focus_area (funding_call_id, focus_area_id)
  select made.id, focus_area.id from made, focus_area where code = any($8)
  returning focus_area_id
), told as (
  insert into activity (id, at, actor_name, actor_role, kind, subject_id, call_id, changes)
  select $9, now(), 'Bench', 'ADMIN', 'CALL_CREATED', id, id, jsonb_build_array(
    jsonb_build_object('field', 'identifier', 'before', null, 'after', identifier),
    jsonb_build_object('field', 'title', 'before', null, 'after', title_sv),
    jsonb_build_object('field', 'deadlines', 'before', null, 'after', deadlines))
  from made
)
select json_build_object('createFundingCall', json_build_object('call', json_build_object(
  'title', title_sv, 'programme', programme, 'funder', funder, 'nextDeadline', closes_at, 'version', version,
  'focusAreas', (select coalesce(json_agg(json_build_object('code', code) order by code), '[]')
    from suited join focus_area on id = focus_area_id)), 'userErrors', '[]'::json))::text
from made
