-- up

-- Steps that were taken before the service knew the idea have a moment of their own at which they were recorded; null is
-- the moment of the step itself.
alter table stage_transition add column recorded_at timestamptz(3) null;

alter table stage_transition add constraint stage_transition_recorded_after check (recorded_at >= at);

drop trigger stage_transition_is_append_only on stage_transition;

create trigger stage_transition_is_append_only before update of id, idea_id, "from", "to", from_state, to_state, at, recorded_at, by_role, by_partner_id, waived or delete or truncate
  on stage_transition for each statement execute function refuse_change();

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from stage_transition where recorded_at is not null) then
    raise exception 'Steps were recorded later than they were taken, which the version before does not know: there is no way back.';
  end if;
end $$;

drop trigger stage_transition_is_append_only on stage_transition;

create trigger stage_transition_is_append_only before update of id, idea_id, "from", "to", from_state, to_state, at, by_role, by_partner_id, waived or delete or truncate
  on stage_transition for each statement execute function refuse_change();

alter table stage_transition drop column recorded_at;
