-- up

-- A change of a row whose version has moved on ends its transaction by itself, so that nobody has to wait to look.
create function require_version(changed bigint) returns void language plpgsql as $$ begin
  if changed = 0 then raise exception 'the row has moved on' using errcode = 'serialization_failure'; end if;
end $$;

-- down

drop function require_version(bigint);
