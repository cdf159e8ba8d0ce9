-- up

-- Tokens that an address may carry: made by a key, they fall with it, and end within a year.
alter table api_key
  add column feed_only boolean not null default false,
  add column parent_id text null;

alter table api_key add constraint api_key_parent_id_foreign foreign key (parent_id) references api_key (id) on delete set null;

create index api_key_parent_id on api_key (parent_id);

alter table api_key add constraint api_key_feed_token_ends check (not feed_only or (parent_id is not null and expires_at is not null));

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from api_key where feed_only and revoked_at is null and (expires_at is null or expires_at > now())) then
    raise exception 'The version before would take feed tokens for keys that write: until they are revoked there is no way back.';
  end if;
end $$;

alter table api_key drop column feed_only, drop column parent_id;
