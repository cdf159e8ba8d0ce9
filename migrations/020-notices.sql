-- up

-- Who follows by e-mail: a key, with whose rights it reads, or a subject at the issuer, with the rights that its last
-- sign-in gave. Of what was told only digests are kept; the address goes when it ends.
create table notice_subscription (
  id text not null,
  api_key_id text null,
  subject text null,
  role text check (role in ('ADMIN', 'PARTNER', 'INTEGRATOR')) null,
  partner_id text null,
  grants text[] not null,
  lapses_at timestamptz(3) null,
  email text null,
  locale text check (locale in ('SV', 'EN')) not null,
  kinds text[] not null,
  rhythm text check (rhythm in ('AT_ONCE', 'DAILY', 'WEEKLY')) not null,
  focus_areas text[] not null,
  created_at timestamptz(3) not null,
  confirmed_at timestamptz(3) null,
  last_sent_at timestamptz(3) null,
  ended_at timestamptz(3) null,
  confirm_hashes text[] not null,
  confirm_until timestamptz(3) not null,
  end_token text null,
  sequence int not null,
  told jsonb not null,
  sending jsonb null,
  next_at timestamptz(3) null,
  look_at timestamptz(3) null,
  mails int not null default 0,
  attempts int not null default 0,
  unanswered int not null default 0,
  refusals int not null default 0,
  claim text null,
  claimed_until timestamptz(3) null,
  primary key (id)
);

alter table notice_subscription add constraint notice_subscription_end_token_unique unique (end_token);

alter table notice_subscription add constraint notice_subscription_api_key_id_foreign foreign key (api_key_id) references api_key (id) on delete cascade;

alter table notice_subscription add constraint notice_subscription_partner_id_foreign foreign key (partner_id) references partner (id) on delete cascade;

alter table notice_subscription add constraint notice_subscription_kinds_check check (kinds <@ array['AGENDA'::text, 'NEW_CALLS'::text, 'CHANGES'::text]);

alter table notice_subscription add constraint notice_subscription_grants_check check (grants <@ array['ALL_IDEAS'::text, 'ACTIVITY'::text, 'CONFIDENTIAL'::text]);

alter table notice_subscription add constraint notice_subscription_of_key_or_subject check ((api_key_id is null) <> (subject is null) and (subject is null) = (role is null) and (subject is null) = (lapses_at is null));

alter table notice_subscription add constraint notice_subscription_erased_when_ended check ((ended_at is null) = (email is not null) and (ended_at is null) = (end_token is not null) and (ended_at is null or next_at is null));

create index notice_subscription_api_key_id on notice_subscription (api_key_id);

create index notice_subscription_subject on notice_subscription (subject);

create index notice_subscription_email on notice_subscription (email) where email is not null;

create index notice_subscription_next_at on notice_subscription (next_at) where next_at is not null;

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from notice_subscription where ended_at is null) then
    raise exception 'Somebody follows by mail, which would end: there is no way back.';
  end if;
end $$;

drop table notice_subscription;
