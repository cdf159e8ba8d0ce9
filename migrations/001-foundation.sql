-- The whole model: ideas, consortia, calls, applications, projects, activity and keys.
-- Statements are separated by an empty line.
-- up

create extension if not exists pg_trgm;

create extension if not exists unaccent;

-- Swedish order of letters: å, ä and ö after z. Rules need PostgreSQL 16; before it, the server's own sv-SE is right.
do $$ begin
  if current_setting('server_version_num')::int >= 160000 then
    execute $c$ create collation if not exists swedish (provider = icu, locale = 'und', rules = '&z < å <<< Å < ä <<< Ä < ö <<< Ö') $c$;
  else
    execute $c$ create collation if not exists swedish (provider = icu, locale = 'sv-SE') $c$;
  end if;
end $$;

-- Small letters without accents, for forgiving search. Immutable, so that it may stand in a generated column.
create function unaccented(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table focus_area (
  id text not null,
  code text not null,
  name_sv text not null,
  name_en text null,
  description_sv text null,
  description_en text null,
  parent_id text null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

alter table focus_area add constraint focus_area_code_unique unique (code);

create table funding_call (
  id text not null,
  identifier text not null,
  title_sv text not null,
  title_en text null,
  summary_sv text null,
  summary_en text null,
  programme text not null,
  funder text not null,
  url text null,
  deadline_model text not null,
  opens_at timestamptz(3) null,
  deadlines timestamptz[] not null,
  deadline_labels text[] not null,
  closes_at timestamptz(3) null,
  budget_amount numeric(18,2) null,
  budget_currency text null,
  grant_min_amount numeric(18,2) null,
  grant_min_currency text null,
  grant_max_amount numeric(18,2) null,
  grant_max_currency text null,
  funding_rate double precision null,
  min_partners smallint null,
  min_countries smallint null,
  required_sectors text[] not null,
  trl_min smallint null,
  trl_max smallint null,
  environmental_objectives text[] not null,
  source_system text null,
  source_external_id text null,
  source_url text null,
  source_imported_at timestamptz(3) null,
  edited_fields text[] not null,
  published_at timestamptz(3) null,
  cancelled_at timestamptz(3) null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

alter table funding_call add constraint funding_call_identifier_unique unique (identifier);

create index funding_call_updated_at on funding_call (updated_at, id);

create index funding_call_closes_at on funding_call (closes_at, id);

create unique index funding_call_source on funding_call (source_system, source_external_id);

alter table funding_call add constraint funding_call_deadline_labels check (cardinality(deadlines) = cardinality(deadline_labels));

alter table funding_call add constraint funding_call_dates_in_order check (opens_at <= closes_at);

alter table funding_call add constraint funding_call_grant_range check (grant_min_amount <= grant_max_amount);

alter table funding_call add constraint funding_call_grant_max check (grant_max_amount >= 0 and (grant_max_amount is null) = (grant_max_currency is null));

alter table funding_call add constraint funding_call_grant_min check (grant_min_amount >= 0 and (grant_min_amount is null) = (grant_min_currency is null));

alter table funding_call add constraint funding_call_budget check (budget_amount >= 0 and (budget_amount is null) = (budget_currency is null));

alter table funding_call add constraint funding_call_minimums check (min_partners >= 1 and min_countries >= 1);

alter table funding_call add constraint funding_call_rate_percent check (funding_rate > '0'::double precision and funding_rate <= '100'::double precision);

alter table funding_call add constraint funding_call_trl_range check (trl_min >= 1 and trl_max <= 9 and trl_min <= trl_max);

alter table funding_call add constraint funding_call_deadline_model_check check (deadline_model in ('SINGLE_STAGE', 'TWO_STAGE', 'MULTIPLE_CUT_OFF', 'CONTINUOUS'));

alter table funding_call add constraint funding_call_required_sectors_check check (required_sectors <@ array['ACADEMIA'::text, 'BUSINESS_SME'::text, 'BUSINESS_LARGE'::text, 'PUBLIC'::text, 'SUPPORT_SYSTEM'::text, 'CIVIL_SOCIETY'::text]);

alter table funding_call add constraint funding_call_environmental_objectives_check check (environmental_objectives <@ array['CLIMATE_CHANGE_MITIGATION'::text, 'CLIMATE_CHANGE_ADAPTATION'::text, 'WATER_AND_MARINE_RESOURCES'::text, 'CIRCULAR_ECONOMY'::text, 'POLLUTION_PREVENTION'::text, 'BIODIVERSITY_AND_ECOSYSTEMS'::text]);

create table funding_call_focus_area (
  funding_call_id text not null,
  focus_area_id text not null,
  primary key (funding_call_id, focus_area_id)
);

create table partner (
  id text not null,
  slug text not null,
  name text not null,
  sector text not null,
  organisation_number text null,
  pic text null,
  country text not null,
  nuts_code text null,
  website text null,
  description_sv text null,
  description_en text null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

alter table partner add constraint partner_slug_unique unique (slug);

alter table partner add constraint partner_organisation_number_unique unique (organisation_number);

alter table partner add constraint partner_pic_unique unique (pic);

alter table partner add constraint partner_sector_check check (sector in ('ACADEMIA', 'BUSINESS_SME', 'BUSINESS_LARGE', 'PUBLIC', 'SUPPORT_SYSTEM', 'CIVIL_SOCIETY'));

create table idea (
  id text not null,
  number int not null,
  code text not null,
  title_sv text not null,
  title_en text null,
  summary_sv text not null,
  summary_en text null,
  challenge_sv text null,
  challenge_en text null,
  stage text not null,
  state text not null,
  visibility text not null,
  owner_id text not null,
  environmental_objectives text[] not null,
  missions text[] not null,
  technology_readiness_level smallint null,
  entered_stage_at timestamptz(3) not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

alter table idea add constraint idea_number_unique unique (number);

alter table idea add constraint idea_code_unique unique (code);

create index idea_owner_id on idea (owner_id);

create index idea_stage_updated_at on idea (stage, updated_at, id);

create index idea_updated_at on idea (updated_at, id);

create index idea_standing on idea (id) include (stage, state, entered_stage_at, visibility, owner_id);

alter table idea add constraint idea_title_present check (btrim(title_sv) <> '');

alter table idea add constraint idea_completed_from_project check (state <> 'COMPLETED' or stage = 'PROJECT');

alter table idea add constraint "idea_trl_1_to_9" check (technology_readiness_level >= 1 and technology_readiness_level <= 9);

alter table idea add constraint idea_stage_check check (stage in ('CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'));

alter table idea add constraint idea_state_check check (state in ('ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED'));

alter table idea add constraint idea_visibility_check check (visibility in ('PUBLIC', 'PARTNERS', 'CONSORTIUM'));

alter table idea add constraint idea_environmental_objectives_check check (environmental_objectives <@ array['CLIMATE_CHANGE_MITIGATION'::text, 'CLIMATE_CHANGE_ADAPTATION'::text, 'WATER_AND_MARINE_RESOURCES'::text, 'CIRCULAR_ECONOMY'::text, 'POLLUTION_PREVENTION'::text, 'BIODIVERSITY_AND_ECOSYSTEMS'::text]);

alter table idea add constraint idea_missions_check check (missions <@ array['CLIMATE_ADAPTATION'::text, 'CANCER'::text, 'OCEAN_AND_WATERS'::text, 'CLIMATE_NEUTRAL_CITIES'::text, 'SOIL'::text]);

create table membership (
  id text not null,
  idea_id text not null,
  partner_id text not null,
  role text not null,
  letter_of_intent text not null,
  commitment_amount numeric(18,2) null,
  commitment_currency text null,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3) null,
  primary key (id)
);

create index membership_partner_id on membership (partner_id, idea_id);

create index membership_idea_id on membership (idea_id);

create unique index membership_one_current_coordinator on membership (idea_id) where left_at is null and role = 'COORDINATOR';

create unique index membership_one_current_per_partner on membership (idea_id, partner_id) where left_at is null;

alter table membership add constraint membership_dates_in_order check (left_at >= joined_at);

alter table membership add constraint membership_commitment_whole check ((commitment_amount is null) = (commitment_currency is null));

alter table membership add constraint membership_commitment_not_negative check (commitment_amount >= 0);

alter table membership add constraint membership_role_check check (role in ('COORDINATOR', 'BENEFICIARY', 'AFFILIATED_ENTITY', 'ASSOCIATED_PARTNER'));

alter table membership add constraint membership_letter_of_intent_check check (letter_of_intent in ('NONE', 'REQUESTED', 'SIGNED'));

create table idea_focus_area (
  idea_id text not null,
  focus_area_id text not null,
  primary key (idea_id, focus_area_id)
);

create table application (
  id text not null,
  idea_id text not null,
  call_id text not null,
  status text not null,
  requested_amount numeric(18,2) null,
  requested_currency text null,
  co_financing_amount numeric(18,2) null,
  co_financing_currency text null,
  granted_amount numeric(18,2) null,
  granted_currency text null,
  reference text null,
  deadline timestamptz(3) null,
  submitted_at timestamptz(3) null,
  decided_at timestamptz(3) null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

create index application_call_id on application (call_id);

create index application_idea_id on application (idea_id);

create unique index application_one_alive_per_call on application (idea_id, call_id) where status not in ('WITHDRAWN', 'REJECTED');

alter table application add constraint application_dates_in_order check (submitted_at <= decided_at);

alter table application add constraint application_granted_amount check ((status = 'GRANTED') = (granted_amount is not null));

alter table application add constraint application_granted check (granted_amount >= 0 and (granted_amount is null) = (granted_currency is null));

alter table application add constraint application_co_financing check (co_financing_amount >= 0 and (co_financing_amount is null) = (co_financing_currency is null));

alter table application add constraint application_requested check (requested_amount >= 0 and (requested_amount is null) = (requested_currency is null));

alter table application add constraint application_status_check check (status in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'GRANTED', 'REJECTED', 'WITHDRAWN'));

create table api_key (
  id text not null,
  name text not null,
  prefix text not null,
  hash text not null,
  role text not null,
  partner_id text null,
  grants text[] not null,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3) null,
  expires_at timestamptz(3) null,
  revoked_at timestamptz(3) null,
  primary key (id)
);

alter table api_key add constraint api_key_hash_unique unique (hash);

alter table api_key add constraint api_key_grants_of_integrator check (role = 'INTEGRATOR' or grants = '{}');

alter table api_key add constraint api_key_partner_of_partner check (role <> 'PARTNER' or partner_id is not null);

alter table api_key add constraint api_key_role_check check (role in ('ADMIN', 'PARTNER', 'INTEGRATOR'));

alter table api_key add constraint api_key_grants_check check (grants <@ array['ALL_IDEAS'::text, 'ACTIVITY'::text, 'CONFIDENTIAL'::text]);

create table activity (
  id text not null,
  sequence int null,
  at timestamptz(3) not null,
  actor_name text not null,
  actor_role text not null,
  actor_partner_id text null,
  kind text not null,
  subject_id text not null,
  idea_id text null,
  call_id text null,
  changes jsonb not null,
  reason text null,
  primary key (id)
);

alter table activity add constraint activity_sequence_unique unique (sequence);

create index activity_subject on activity (subject_id, sequence);

create index activity_at on activity (at);

create index activity_idea_sequence on activity (idea_id, sequence);

alter table activity add constraint activity_kind_check check (kind in ('IDEA_CREATED', 'IDEA_UPDATED', 'IDEA_ADVANCED', 'IDEA_RETURNED', 'IDEA_PAUSED', 'IDEA_RESUMED', 'IDEA_DISCONTINUED', 'IDEA_COMPLETED', 'MEMBERSHIP_ADDED', 'MEMBERSHIP_UPDATED', 'MEMBERSHIP_ENDED', 'CALL_CREATED', 'CALL_UPDATED', 'CALL_PUBLISHED', 'CALL_CANCELLED', 'APPLICATION_STARTED', 'APPLICATION_UPDATED', 'APPLICATION_SUBMITTED', 'APPLICATION_REVIEWED', 'APPLICATION_DECIDED', 'APPLICATION_WITHDRAWN', 'PROJECT_PLANNED', 'PROJECT_UPDATED', 'MILESTONE_COMPLETED', 'OUTCOME_DELIVERED', 'INDICATOR_MEASURED', 'PARTNER_CREATED', 'PARTNER_UPDATED', 'FOCUS_AREA_CREATED', 'FOCUS_AREA_UPDATED', 'API_KEY_CREATED', 'API_KEY_REVOKED'));

alter table activity add constraint activity_actor_role_check check (actor_role in ('ADMIN', 'PARTNER', 'INTEGRATOR'));

create table programme (
  id text not null,
  name_sv text not null,
  name_en text null,
  code_prefix text not null,
  last_idea_number int not null,
  required_projects int not null,
  primary key (id)
);

alter table programme add constraint programme_code_prefix_unique unique (code_prefix);

alter table programme add constraint programme_required_projects check (required_projects >= 0);

create table project (
  id text not null,
  idea_id text not null,
  starts_on date not null,
  ends_on date not null,
  budget_amount numeric(18,2) not null,
  budget_currency text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);

alter table project add constraint project_idea_id_unique unique (idea_id);

alter table project add constraint project_budget_not_negative check (budget_amount >= 0);

alter table project add constraint project_dates_in_order check (starts_on < ends_on);

create table outcome (
  id text not null,
  project_id text not null,
  kind text not null,
  title_sv text not null,
  title_en text null,
  status text not null,
  environmental_objectives text[] not null,
  delivered_on date null,
  primary key (id)
);

create index outcome_project_id on outcome (project_id);

alter table outcome add constraint outcome_delivered_on check ((status = 'DELIVERED') = (delivered_on is not null));

alter table outcome add constraint outcome_kind_check check (kind in ('SOLUTION', 'INNOVATION', 'PRODUCT', 'SERVICE'));

alter table outcome add constraint outcome_status_check check (status in ('PLANNED', 'IN_DEVELOPMENT', 'DELIVERED'));

alter table outcome add constraint outcome_environmental_objectives_check check (environmental_objectives <@ array['CLIMATE_CHANGE_MITIGATION'::text, 'CLIMATE_CHANGE_ADAPTATION'::text, 'WATER_AND_MARINE_RESOURCES'::text, 'CIRCULAR_ECONOMY'::text, 'POLLUTION_PREVENTION'::text, 'BIODIVERSITY_AND_ECOSYSTEMS'::text]);

create table milestone (
  id text not null,
  project_id text not null,
  title_sv text not null,
  title_en text null,
  due_on date not null,
  completed_on date null,
  primary key (id)
);

create index milestone_project_id on milestone (project_id);

create table indicator (
  id text not null,
  project_id text not null,
  code text not null,
  name_sv text not null,
  name_en text null,
  unit text not null,
  baseline numeric null,
  target numeric not null,
  primary key (id)
);

alter table indicator add constraint indicator_code_per_project unique (project_id, code);

create table measurement (
  id text not null,
  indicator_id text not null,
  "on" date not null,
  value numeric not null,
  primary key (id)
);

alter table measurement add constraint measurement_one_a_day unique (indicator_id, "on");

create table stage_transition (
  id text not null,
  idea_id text not null,
  "from" text null,
  "to" text not null,
  from_state text null,
  to_state text not null,
  at timestamptz(3) not null,
  by_name text not null,
  by_role text not null,
  by_partner_id text null,
  reason text null,
  waived text[] not null,
  primary key (id)
);

create index stage_transition_idea_at on stage_transition (idea_id, at, id) include ("from", "to", to_state);

alter table stage_transition add constraint stage_transition_from_check check ("from" in ('CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'));

alter table stage_transition add constraint stage_transition_to_check check ("to" in ('CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'));

alter table stage_transition add constraint stage_transition_from_state_check check (from_state in ('ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED'));

alter table stage_transition add constraint stage_transition_to_state_check check (to_state in ('ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED'));

alter table stage_transition add constraint stage_transition_waived_check check (waived <@ array['DESCRIBED'::text, 'FOCUS_AREA_CHOSEN'::text, 'ENVIRONMENTAL_OBJECTIVE_CHOSEN'::text, 'COORDINATOR_APPOINTED'::text, 'ENOUGH_PARTNERS'::text, 'SECTORS_REPRESENTED'::text, 'LETTERS_OF_INTENT'::text, 'CALL_TARGETED'::text, 'CALL_RULES_MET'::text, 'APPLICATION_GRANTED'::text, 'PROJECT_DURATION'::text, 'BUDGET_COVERED'::text, 'MILESTONES_PLANNED'::text, 'OUTCOMES_PLANNED'::text]);

alter table stage_transition add constraint stage_transition_by_role_check check (by_role in ('ADMIN', 'PARTNER', 'INTEGRATOR'));

alter table focus_area add constraint focus_area_parent_id_foreign foreign key (parent_id) references focus_area (id) on delete set null;

alter table funding_call_focus_area add constraint funding_call_focus_area_funding_call_id_foreign foreign key (funding_call_id) references funding_call (id) on update cascade on delete cascade;

alter table funding_call_focus_area add constraint funding_call_focus_area_focus_area_id_foreign foreign key (focus_area_id) references focus_area (id) on update cascade on delete cascade;

alter table idea add constraint idea_owner_id_foreign foreign key (owner_id) references partner (id);

alter table membership add constraint membership_idea_id_foreign foreign key (idea_id) references idea (id);

alter table membership add constraint membership_partner_id_foreign foreign key (partner_id) references partner (id);

alter table idea_focus_area add constraint idea_focus_area_idea_id_foreign foreign key (idea_id) references idea (id) on update cascade on delete cascade;

alter table idea_focus_area add constraint idea_focus_area_focus_area_id_foreign foreign key (focus_area_id) references focus_area (id) on update cascade on delete cascade;

alter table application add constraint application_idea_id_foreign foreign key (idea_id) references idea (id);

alter table application add constraint application_call_id_foreign foreign key (call_id) references funding_call (id);

alter table api_key add constraint api_key_partner_id_foreign foreign key (partner_id) references partner (id) on delete set null;

alter table activity add constraint activity_actor_partner_id_foreign foreign key (actor_partner_id) references partner (id) on delete set null;

alter table activity add constraint activity_idea_id_foreign foreign key (idea_id) references idea (id) on delete set null;

alter table activity add constraint activity_call_id_foreign foreign key (call_id) references funding_call (id) on delete set null;

alter table project add constraint project_idea_id_foreign foreign key (idea_id) references idea (id);

alter table outcome add constraint outcome_project_id_foreign foreign key (project_id) references project (id);

alter table milestone add constraint milestone_project_id_foreign foreign key (project_id) references project (id);

alter table indicator add constraint indicator_project_id_foreign foreign key (project_id) references project (id);

alter table measurement add constraint measurement_indicator_id_foreign foreign key (indicator_id) references indicator (id);

alter table stage_transition add constraint stage_transition_idea_id_foreign foreign key (idea_id) references idea (id);

alter table stage_transition add constraint stage_transition_by_partner_id_foreign foreign key (by_partner_id) references partner (id) on delete set null;

-- Full text in both languages, weighted, and one forgiving text for trigrams.
alter table idea
  add column search tsvector generated always as (
    setweight(to_tsvector('simple', code), 'A') ||
    setweight(to_tsvector('swedish', title_sv), 'A') || setweight(to_tsvector('english', coalesce(title_en, '')), 'A') ||
    setweight(to_tsvector('swedish', summary_sv), 'B') || setweight(to_tsvector('english', coalesce(summary_en, '')), 'B') ||
    setweight(to_tsvector('swedish', coalesce(challenge_sv, '')), 'C') || setweight(to_tsvector('english', coalesce(challenge_en, '')), 'C')
  ) stored,
  add column searchable text generated always as (
    unaccented(code || ' ' || title_sv || ' ' || coalesce(title_en, '') || ' ' || summary_sv || ' ' || coalesce(summary_en, ''))
  ) stored;

create index idea_search on idea using gin (search);

create index idea_searchable on idea using gin (searchable gin_trgm_ops);

create index idea_title on idea (title_sv collate swedish, id);

create index idea_focus_area_area on idea_focus_area (focus_area_id, idea_id);

alter table funding_call
  add column search tsvector generated always as (
    setweight(to_tsvector('simple', identifier || ' ' || programme || ' ' || funder), 'A') ||
    setweight(to_tsvector('swedish', title_sv), 'A') || setweight(to_tsvector('english', coalesce(title_en, '')), 'A') ||
    setweight(to_tsvector('swedish', coalesce(summary_sv, '')), 'B') || setweight(to_tsvector('english', coalesce(summary_en, '')), 'B')
  ) stored,
  add column searchable text generated always as (
    unaccented(identifier || ' ' || title_sv || ' ' || coalesce(title_en, '') || ' ' || programme || ' ' || funder)
  ) stored;

create index funding_call_search on funding_call using gin (search);

create index funding_call_searchable on funding_call using gin (searchable gin_trgm_ops);

create index funding_call_focus_area_area on funding_call_focus_area (focus_area_id, funding_call_id);

alter table partner
  add column search tsvector generated always as (
    setweight(to_tsvector('simple', name || ' ' || slug), 'A') ||
    setweight(to_tsvector('swedish', coalesce(description_sv, '')), 'B') || setweight(to_tsvector('english', coalesce(description_en, '')), 'B')
  ) stored,
  add column searchable text generated always as (unaccented(name || ' ' || slug)) stored;

create index partner_search on partner using gin (search);

create index partner_searchable on partner using gin (searchable gin_trgm_ops);

create index partner_name on partner (name collate swedish, id);

-- The activity log: numbered in commit order without gaps, chained by hash, never altered.
alter table activity add column hash bytea;

create table activity_head (
  singleton boolean primary key default true check (singleton),
  sequence int not null,
  hash bytea not null
);

insert into activity_head (sequence, hash) values (0, sha256('Kickstart S3'));

create function activity_digest(previous bytea, a activity) returns bytea
  language sql stable
  return sha256(previous || convert_to(jsonb_build_array(
    a.sequence, a.id, extract(epoch from a.at), a.actor_name, a.actor_role, a.actor_partner_id,
    a.kind, a.subject_id, a.idea_id, a.call_id, a.changes, a.reason)::text, 'utf8'));

-- Locks the head until commit, so that numbers follow the order of commits. Activity is the last thing a change writes.
create function activity_append() returns trigger language plpgsql as $$
declare previous bytea;
begin
  update activity_head set sequence = sequence + 1 returning sequence, hash into new.sequence, previous;
  new.hash := activity_digest(previous, new);
  update activity_head set hash = new.hash;
  return new;
end $$;

create trigger activity_append before insert on activity for each row execute function activity_append();

create function activity_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('activity', '');
  return null;
end $$;

create trigger activity_notify after insert on activity for each statement execute function activity_notify();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger activity_is_append_only before update or delete or truncate on activity for each statement execute function refuse_change();

create trigger stage_transition_is_append_only before update or delete or truncate on stage_transition for each statement execute function refuse_change();

-- down

drop table activity, activity_head, api_key, measurement, indicator, milestone, outcome, project, application, membership,
  stage_transition, idea_focus_area, idea, funding_call_focus_area, funding_call, focus_area, partner, programme cascade;

drop function activity_append, activity_notify, refuse_change, unaccented;

drop collation swedish;
