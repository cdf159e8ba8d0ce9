-- up

-- Sign-ins in browsers, known by the hash of what the browser keeps: of a key, whose rights they have as long as it
-- works, or of a subject at the issuer, with the rights that its token gave.
create table session (
  id text not null,
  hash text not null,
  api_key_id text null,
  subject text null,
  name text null,
  role text check (role in ('ADMIN', 'PARTNER', 'INTEGRATOR')) null,
  partner_id text null,
  grants text[] not null,
  device text null,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  idle_minutes int not null,
  primary key (id)
);

alter table session add constraint session_hash_unique unique (hash);

alter table session add constraint session_api_key_id_foreign foreign key (api_key_id) references api_key (id) on delete cascade;

alter table session add constraint session_partner_id_foreign foreign key (partner_id) references partner (id) on delete cascade;

alter table session add constraint session_grants_check check (grants <@ array['ALL_IDEAS'::text, 'ACTIVITY'::text, 'CONFIDENTIAL'::text]);

alter table session add constraint session_of_key_or_subject check ((api_key_id is null) <> (subject is null) and (subject is null) = (role is null) and (subject is null) = (name is null));

create index session_api_key_id on session (api_key_id);

create index session_subject on session (subject);

create index session_ends_at on session (ends_at);

-- Feed tokens of those who sign in by a token of their own: they lapse when nobody signs in any more.
alter table api_key
  add column subject text null,
  add column lapses_at timestamptz(3) null;

create index api_key_subject on api_key (subject) where subject is not null;

alter table api_key drop constraint api_key_feed_token_ends;

alter table api_key add constraint api_key_feed_token_ends check (not feed_only or ((parent_id is not null or (subject is not null and lapses_at is not null)) and expires_at is not null));

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from api_key where subject is not null and revoked_at is null and (expires_at is null or expires_at > now())) then
    raise exception 'Feed tokens and webhooks of those who sign in would be lost: until they are revoked there is no way back.';
  end if;
end $$;

drop table session;

delete from api_key where subject is not null;

alter table api_key drop constraint api_key_feed_token_ends;

alter table api_key drop column subject, drop column lapses_at;

alter table api_key add constraint api_key_feed_token_ends check (not feed_only or (parent_id is not null and expires_at is not null));
