-- up

-- Whether an agent's tools may change things with the key; those of before may not.
alter table api_key
  add column tools_may_write boolean not null default false;

alter table api_key add constraint api_key_tools_of_writers check (not tools_may_write or (role <> 'INTEGRATOR' and not feed_only));

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from api_key where tools_may_write and revoked_at is null and (expires_at is null or expires_at > now())) then
    raise exception 'Agents may write with keys, which the version before does not know: until these are revoked there is no way back.';
  end if;
end $$;

alter table api_key drop column tools_may_write;
