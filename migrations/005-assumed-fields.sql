-- up

-- Parts of an imported call that no source has said: the next one that says them wins. The default is for a version
-- before this one that still runs beside it.
alter table funding_call add column assumed_fields text[] not null default '{}';

-- down

alter table funding_call drop column assumed_fields;
