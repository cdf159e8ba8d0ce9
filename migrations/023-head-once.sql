-- up

-- The head is taken when a statement begins to write the log and given back when it has: in a long change each row that
-- wrote it anew left a dead one behind, through all of which the next had to look. Between the two it stands in the
-- transaction alone.
create function activity_head_taken() returns trigger language plpgsql as $$
declare head activity_head;
begin
  select * into strict head from activity_head for update;
  perform set_config('kickstart.head_sequence', head.sequence::text, true), set_config('kickstart.head_hash', head.hash::text, true);
  return null;
end $$;

create function activity_head_given() returns trigger language plpgsql as $$
begin
  update activity_head set sequence = current_setting('kickstart.head_sequence')::int, hash = current_setting('kickstart.head_hash')::bytea
    where sequence <> current_setting('kickstart.head_sequence')::int;
  return null;
end $$;

create or replace function activity_append() returns trigger language plpgsql as $$
begin
  new.digests := '{}';
  new.former_hash := null;
  select sealed.salts, sealed.digests into new.salts, new.digests from activity_sealed(new) sealed;
  new.sequence := current_setting('kickstart.head_sequence')::int + 1;
  new.hash := activity_digest(current_setting('kickstart.head_hash')::bytea, new);
  perform set_config('kickstart.head_sequence', new.sequence::text, true), set_config('kickstart.head_hash', new.hash::text, true);
  return new;
end $$;

create trigger activity_head_taken before insert on activity for each statement execute function activity_head_taken();

create trigger activity_head_given after insert on activity for each statement execute function activity_head_given();

-- down

drop trigger activity_head_taken on activity;

drop trigger activity_head_given on activity;

create or replace function activity_append() returns trigger language plpgsql as $$
declare previous bytea;
begin
  new.digests := '{}';
  new.former_hash := null;
  select sealed.salts, sealed.digests into new.salts, new.digests from activity_sealed(new) sealed;
  update activity_head set sequence = sequence + 1 returning sequence, hash into new.sequence, previous;
  new.hash := activity_digest(previous, new);
  update activity_head set hash = new.hash;
  return new;
end $$;

drop function activity_head_taken();

drop function activity_head_given();
