-- An assignment is of a village, or of one household of it alone; who gave and ended it, and why.
alter table review_assignment add column household_id uuid;
alter table review_assignment add column position text;
alter table review_assignment add column until_day date;
alter table review_assignment add column assigned_by text not null default '';
alter table review_assignment add column ended_by text;
alter table review_assignment add column ended_reason text;
create index review_assignment_account_ix on review_assignment (account_id);

-- How a household was asked: who, from when to when, from where, and what is needed to hold its answers against others.
-- The place is of a home: it is read by the checks, and by a person only as a distance.
create table review_interview (
  origin_commune_id bigint not null,
  household_id uuid not null,
  year integer not null,
  round_id uuid not null,
  enumerator_account uuid,
  enumerator text,
  started_at text,
  ended_at text,
  latitude double precision,
  longitude double precision,
  fingerprint text,
  answers integer not null,
  unknown integer not null,
  recorded_on date not null,
  scope_path text collate "C" not null,
  constraint review_interview_pk primary key (origin_commune_id, household_id, year),
  constraint review_interview_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index review_interview_round_ix on review_interview (round_id);

-- What a check found in a round of a commune, and what became of it. `facts` are figures; names are not kept here.
create table review_finding (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  year integer not null,
  village_id bigint not null,
  check_code text not null,
  subject text not null,
  household_id uuid,
  enumerator text,
  facts jsonb not null,
  state text not null,
  reason text,
  decided_by text,
  decided_on date,
  found_on date not null,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_finding_pk primary key (origin_commune_id, id),
  constraint review_finding_subject_uq unique (origin_commune_id, round_id, check_code, subject),
  constraint review_finding_state_ck check (state in ('open', 'explained', 'sentBack', 'gone'))
);
create index review_finding_scope_ix on review_finding (scope_path, year, state);
create index review_finding_household_ix on review_finding (household_id);

-- How each check went in each village: a village without data does not pass.
create table review_quality_count (
  origin_commune_id bigint not null,
  round_id uuid not null,
  village_id bigint not null,
  check_code text not null,
  year integer not null,
  looked integer not null,
  without_data integer not null,
  scope_path text collate "C" not null,
  constraint review_quality_count_pk primary key (origin_commune_id, round_id, village_id, check_code)
);
create index review_quality_count_scope_ix on review_quality_count (scope_path, year);

-- When a round was last looked through.
create table review_quality_run (
  origin_commune_id bigint not null,
  round_id uuid not null,
  year integer not null,
  checked_at timestamptz not null,
  households integer not null,
  scope_path text collate "C" not null,
  constraint review_quality_run_pk primary key (origin_commune_id, round_id)
);
create index review_quality_run_scope_ix on review_quality_run (scope_path, year);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['review_interview', 'review_finding', 'review_quality_count', 'review_quality_run'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format($policy$
      create policy %I on %I to benvung_app using (
        (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
        or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
        or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
        or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
      )$policy$, scoped || '_scope', scoped);
    execute format('grant select, insert, update, delete on %I to benvung_app', scoped);
  end loop;
end
$$;
