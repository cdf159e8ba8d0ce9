-- up

-- What is remembered of mutations that carry an Idempotency-Key. Neither the key nor an answer can be read here: the
-- key is stored as a hash, and the answers are encrypted with it.
create table idempotent_request (
  asker text not null,
  key_hash text not null,
  fingerprint text not null,
  attempt text not null,
  busy_until timestamptz(3) not null,
  changes jsonb not null default '{}',
  answer text null,
  created_at timestamptz(3) not null default now(),
  primary key (asker, key_hash)
);

create index idempotent_request_created_at on idempotent_request (created_at);

-- down

drop table idempotent_request;
