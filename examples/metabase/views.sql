-- What Metabase shows: the exported tables with types, and with names that read well in questions.
create schema if not exists kickstart_s3;

create or replace view kickstart_s3.ideas as
select code, "titleSv" as title, stage, state, owner, coordinator, programme, readiness, visibility,
  nullif("technologyReadinessLevel", '')::int as technology_readiness_level,
  "daysInStage"::int as days_in_stage,
  "enteredStageAt"::timestamptz as entered_stage_at,
  nullif("nextDeadline", '')::timestamptz as next_deadline,
  "createdAt"::timestamptz as created_at,
  "updatedAt"::timestamptz as updated_at
from raw.ideas;

-- A row for each of the areas of an idea: a list in a cell can be counted by nobody.
create or replace view kickstart_s3.idea_focus_areas as
select code as idea, area as focus_area from raw.ideas, unnest(string_to_array("focusAreas", '; ')) area;

create or replace view kickstart_s3.memberships as
select idea, partner, "partnerName" as partner_name, sector, country, role, "joinedAt"::timestamptz as joined_at
from raw.memberships;

create or replace view kickstart_s3.applications as
select idea, call, "callTitleSv" as call_title, funder, status, "callStage"::int as call_stage,
  nullif(deadline, '')::timestamptz as deadline,
  nullif("submittedAt", '')::timestamptz as submitted_at,
  nullif("decidedAt", '')::timestamptz as decided_at,
  nullif(granted, '')::numeric as granted, "grantedCurrency" as granted_currency
from raw.applications;

create or replace view kickstart_s3.projects as
select idea, state, "startsOn"::date as starts_on, "endsOn"::date as ends_on,
  nullif(budget, '')::numeric as budget, "budgetCurrency" as budget_currency,
  nullif(progress, '')::numeric as progress
from raw.projects;

create or replace view kickstart_s3.milestones as
select idea, "titleSv" as title, "dueOn"::date as due_on, "firstDueOn"::date as first_due_on, "slipDays"::int as slip_days,
  nullif("completedOn", '')::date as completed_on, overdue::boolean as overdue
from raw.milestones;

create or replace view kickstart_s3.indicators as
select idea, code, "nameSv" as name, unit, nullif(baseline, '')::numeric as baseline,
  nullif(target, '')::numeric as target, nullif(latest, '')::numeric as latest, nullif("measuredOn", '')::date as measured_on
from raw.indicators;

create or replace view kickstart_s3.calls as
select identifier, "titleSv" as title, programme, funder, url, status, nullif("nextDeadline", '')::timestamptz as next_deadline,
  nullif(budget, '')::numeric as budget, "budgetCurrency" as budget_currency
from raw.calls;

create or replace view kickstart_s3.partners as
select slug, name, sector, country, "nutsCode" as nuts_code from raw.partners;

create or replace view kickstart_s3.pipeline as
select "asOf"::timestamptz as as_of, "focusArea" as focus_area, name, stage, ideas::int as ideas from raw.pipeline;
