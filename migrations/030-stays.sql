-- up

-- What a step tells of the stay that it ends: when the stage before was entered; and whether it is the idea's first into its
-- stage. So whoever counts stays need not put them together from the log. A trigger keeps both, also for copies of a
-- version before: `at` and then `id` is the order of steps.
alter table stage_transition add column from_entered_at timestamptz(3) null, add column first_entry boolean not null default false;

create temporary table told as
  select id, row_number() over (partition by idea_id, "to" order by at, id) = 1 as first_entry,
    max(at) filter (where "from" is distinct from "to") over (partition by idea_id order by at, id rows between unbounded preceding and 1 preceding) as from_entered_at
  from stage_transition;

create unique index on told (id);

create function pg_temp.told_of(step text) returns pg_temp.told language sql stable return (select told from pg_temp.told where told.id = step);

-- The table is written anew: changed row by row it would keep the room of the rows as they were, and be read through twice as long.
alter table stage_transition
  alter column from_entered_at type timestamptz(3) using (pg_temp.told_of(id)).from_entered_at,
  alter column first_entry type boolean using coalesce((pg_temp.told_of(id)).first_entry, false);

drop function pg_temp.told_of;

drop table pg_temp.told;

create function stage_transition_stay() returns trigger language plpgsql as $$
begin
  select max(earlier.at) filter (where earlier."from" is distinct from earlier."to"), coalesce(bool_and(earlier."to" <> new."to"), true)
    into new.from_entered_at, new.first_entry
    from public.stage_transition earlier where earlier.idea_id = new.idea_id and (earlier.at, earlier.id) < (new.at, new.id);
  return new;
end $$;

create trigger stage_transition_stay before insert on stage_transition for each row execute function stage_transition_stay();

drop trigger stage_transition_is_append_only on stage_transition;

create trigger stage_transition_is_append_only
  before update of id, idea_id, "from", "to", from_state, to_state, at, recorded_at, from_entered_at, first_entry, by_role, by_partner_id, waived or delete or truncate
  on stage_transition for each statement execute function refuse_change();

drop index stage_transition_idea_at;

create index stage_transition_idea_at on stage_transition (idea_id, at, id) include ("from", "to", to_state, recorded_at, from_entered_at, first_entry);

-- down

drop index stage_transition_idea_at;

create index stage_transition_idea_at on stage_transition (idea_id, at, id) include ("from", "to", to_state);

drop trigger stage_transition_is_append_only on stage_transition;

create trigger stage_transition_is_append_only before update of id, idea_id, "from", "to", from_state, to_state, at, recorded_at, by_role, by_partner_id, waived or delete or truncate
  on stage_transition for each statement execute function refuse_change();

drop trigger stage_transition_stay on stage_transition;

drop function stage_transition_stay;

alter table stage_transition drop column from_entered_at, drop column first_entry;
