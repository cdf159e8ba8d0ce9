-- up

-- Parts of an imported call that no source has said: the next one that says them wins.
alter table funding_call add column assumed_fields text[] not null default '{}';

alter table funding_call alter column assumed_fields drop default;

-- down

alter table funding_call drop column assumed_fields;
