-- up

-- Whether an agent's tools may change things with the key; those of before may not.
alter table api_key
  add column tools_may_write boolean not null default false;

alter table api_key add constraint api_key_tools_of_writers check (not tools_may_write or (role <> 'INTEGRATOR' and not feed_only));

-- down

alter table api_key drop column tools_may_write;
