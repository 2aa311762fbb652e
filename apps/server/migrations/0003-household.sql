create extension if not exists pg_trgm;

-- origin_commune_id, the commune of first registration, is a storage key (distribution column): in every
-- key and join of facts, never updated, never shown, never used for scope. scope_path is the path of the
-- village now responsible.
create table household (
  origin_commune_id bigint not null,
  id uuid not null,
  version integer not null,
  list_code text,
  registration_number text,
  phone text,
  address text,
  latitude double precision,
  longitude double precision,
  village_id bigint not null,
  scope_path text collate "C" not null,
  head_person_id uuid,
  head_name text not null,
  head_search_key text collate "C" not null,
  head_sort_key text collate "C" not null,
  persons integer not null,
  flag_overrides jsonb not null,
  ended_on date,
  ended_reason text,
  merged_into_id uuid,
  demonstration boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint household_pk primary key (origin_commune_id, id),
  constraint household_ended_ck check (ended_on is null or ended_reason is not null)
);
create index household_id_ix on household (id);
create index household_scope_ix on household (scope_path, head_sort_key);
create index household_head_search_ix on household using gin (head_search_key gin_trgm_ops);

create table household_residence (
  origin_commune_id bigint not null,
  household_id uuid not null,
  valid_from date not null,
  valid_to date,
  village_id bigint not null,
  reason text not null,
  scope_path text collate "C" not null,
  constraint household_residence_pk primary key (origin_commune_id, household_id, valid_from),
  constraint household_residence_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index household_residence_village_ix on household_residence (village_id, valid_from);

create table person (
  origin_commune_id bigint not null,
  id uuid not null,
  version integer not null,
  household_id uuid not null,
  scope_path text collate "C" not null,
  full_name text not null,
  search_key text collate "C" not null,
  sort_key text collate "C" not null,
  relation text not null,
  sex text,
  birth_date text,
  ethnicity text,
  identity_number text,
  marital_status text,
  education_finished text,
  attending text,
  vocational_certificate boolean,
  labour_status text,
  health_insurance boolean,
  insurance_group text,
  nutrition text,
  disability_form text,
  disability_degree text,
  merit_group text,
  monthly_allowance text,
  untreated_illness boolean,
  left_on date,
  left_reason text,
  constraint person_pk primary key (origin_commune_id, id),
  constraint person_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index person_household_ix on person (origin_commune_id, household_id);
create index person_search_ix on person using gin (search_key gin_trgm_ops);
create index person_identity_ix on person (identity_number) where identity_number is not null;

create table household_membership (
  origin_commune_id bigint not null,
  household_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  relation text not null,
  reason text not null,
  scope_path text collate "C" not null,
  constraint household_membership_pk primary key (origin_commune_id, household_id, person_id, valid_from),
  constraint household_membership_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);

-- What happened to a household, in order; nothing here is ever updated.
create table household_event (
  origin_commune_id bigint not null,
  household_id uuid not null,
  id uuid not null,
  on_day date not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail jsonb not null,
  scope_path text collate "C" not null,
  constraint household_event_pk primary key (origin_commune_id, household_id, id),
  constraint household_event_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
