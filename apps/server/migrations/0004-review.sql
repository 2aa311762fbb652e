create table scorecard (
  id text collate "C" not null,
  standard_id text not null,
  form_code text not null,
  region text not null,
  version integer not null,
  status text not null,
  content_hash text not null,
  content jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  constraint scorecard_pk primary key (id),
  constraint scorecard_status_ck check (status in ('verified', 'unverified', 'synthetic'))
);

-- One round per year, kind and commune. `reference_day` is the day codes, area types and ages are read on.
create table review_round (
  id uuid not null,
  year integer not null,
  kind text not null,
  commune_id bigint not null,
  status text not null,
  standard_id text not null,
  standard_hash text not null,
  local_standard_id text,
  local_standard_hash text,
  reference_day date not null,
  opened_on date not null,
  closed_on date,
  locked_on date,
  source text not null,
  demonstration boolean not null,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_round_pk primary key (id),
  constraint review_round_area_uq unique (year, kind, commune_id),
  constraint review_round_kind_ck check (kind in ('PERIODIC', 'AD_HOC')),
  constraint review_round_status_ck check (status in ('OPEN', 'CLOSED', 'LOCKED'))
);
create index review_round_scope_ix on review_round (scope_path, year);
create index review_round_year_ix on review_round (year, kind, commune_id)
  include (scope_path, status, demonstration, standard_id, reference_day);

-- Denominators: all households and persons living there, reviewed or not. Missing means a blank rate.
create table population_base (
  year integer not null,
  commune_id bigint not null,
  village_id bigint not null,
  households integer not null,
  persons integer,
  minority_households integer,
  minority_persons integer,
  local_minority_households integer,
  local_minority_persons integer,
  source text not null,
  on_day date not null,
  demonstration boolean not null,
  scope_path text collate "C" not null,
  constraint population_base_pk primary key (year, commune_id, village_id)
);

-- One line a household, year and standard: what movements, counters and tables are folded from.
create table review_record (
  origin_commune_id bigint not null,
  household_id uuid not null,
  year integer not null,
  standard_id text collate "C" not null,
  round_id uuid not null,
  commune_id bigint not null,
  village_id bigint,
  scope_path text collate "C" not null,
  stage text not null,
  opening_class text,
  opening_persons integer,
  opening_commune_id bigint,
  opening_village_id bigint,
  computed_class text,
  final_class text,
  override_reason text,
  gone_reason text,
  arrival_reason text,
  persons integer,
  children integer,
  children_deprived_of_health integer,
  children_deprived_of_education integer,
  area_type text,
  deprivations text collate "C",
  income_score integer,
  deprivation_score integer,
  evidence text,
  scorecard_id text,
  verified boolean not null,
  head_ethnicity text,
  minority boolean not null,
  local_minority boolean not null,
  no_labour_capacity boolean not null,
  merit boolean not null,
  female_head boolean not null,
  social_assistance boolean not null,
  recently_exited boolean not null,
  once_poor boolean not null,
  once_near_poor boolean not null,
  causes text[] not null,
  wishes text[] not null,
  decision_number text,
  decision_day date,
  batch_id uuid,
  version integer not null,
  constraint review_record_pk primary key (origin_commune_id, household_id, year, standard_id),
  constraint review_record_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id),
  constraint review_record_stage_ck check (stage in ('listed', 'surveyed', 'scored', 'recognised'))
);
create index review_record_commune_ix on review_record (commune_id, year, standard_id);
create index review_record_moved_ix on review_record (opening_commune_id, year) where opening_commune_id <> commune_id;
create index review_record_scope_ix on review_record (scope_path, year);
create index review_record_household_ix on review_record (household_id, year);

-- The frozen facts a class was computed from, and the explanation that was given for it.
create table review_facts (
  origin_commune_id bigint not null,
  household_id uuid not null,
  year integer not null,
  scope_path text collate "C" not null,
  facts jsonb not null,
  constraint review_facts_pk primary key (origin_commune_id, household_id, year),
  constraint review_facts_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);

-- Aggregates: kept current in the writing transaction. village_id 0 is the commune's own line. The unit is
-- the one the fact happened in, so a later map never rewrites history. One row a measure, the classes beside
-- each other, so that the nation's table 1 reads one narrow row a commune.
create table review_counter (
  year integer not null,
  standard_id text collate "C" not null,
  commune_id bigint not null,
  village_id bigint not null,
  measure text collate "C" not null,
  poor_households integer not null,
  poor_persons integer not null,
  near_poor_households integer not null,
  near_poor_persons integer not null,
  average_households integer not null,
  average_persons integer not null,
  not_poor_households integer not null,
  not_poor_persons integer not null,
  undetermined_households integer not null,
  undetermined_persons integer not null,
  scope_path text collate "C" not null,
  constraint review_counter_pk primary key (year, standard_id, commune_id, village_id, measure)
);
create index review_counter_measure_ix on review_counter (year, standard_id, measure, commune_id)
  include (
    poor_households, poor_persons, near_poor_households, near_poor_persons, average_households, average_persons,
    not_poor_households, not_poor_persons, undetermined_households, undetermined_persons, scope_path
  ) where village_id = 0;
create index review_counter_scope_ix on review_counter (scope_path, year);

-- A correction after a year was locked (đính chính): what changed, why, who; never an edit in silence.
create table review_correction (
  id uuid not null,
  year integer not null,
  commune_id bigint not null,
  household_id uuid not null,
  standard_id text not null,
  reason text not null,
  before_state jsonb not null,
  after_state jsonb not null,
  actor text not null,
  at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_correction_pk primary key (id)
);

-- A match proposed between this year's list and last year's; a person decides.
create table review_match (
  id uuid not null,
  year integer not null,
  commune_id bigint not null,
  batch_id uuid,
  listed jsonb not null,
  candidate_origin_commune_id bigint,
  candidate_household_id uuid,
  certainty text not null,
  evidence jsonb not null,
  decision text,
  decided_by text,
  decided_at timestamptz,
  scope_path text collate "C" not null,
  constraint review_match_pk primary key (id),
  constraint review_match_certainty_ck check (certainty in ('certain', 'probable', 'none'))
);
create index review_match_commune_ix on review_match (commune_id, year);

-- Published totals taken as they are, with the identities they break; never mixed with counted ones.
create table reported_table (
  id uuid not null,
  year integer not null,
  table_number integer not null,
  unit_id bigint,
  unit_name text not null,
  content jsonb not null,
  checks jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  scope_path text collate "C" not null,
  constraint reported_table_pk primary key (id)
);
