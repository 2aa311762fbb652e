-- A plan of a unit: one of a kind per unit, years and programme; what it says stands in its versions.
create table plan (
  id uuid not null,
  unit_id bigint not null,
  kind text not null,
  year_from integer not null,
  year_to integer not null,
  programme text collate "C" not null,
  created_at timestamptz not null,
  created_by text not null,
  -- Whether a version of it is in force: who is below the unit may read it then.
  issued boolean not null,
  scope_path text collate "C" not null,
  constraint plan_pk primary key (id),
  constraint plan_uq unique (unit_id, kind, year_from, year_to, programme),
  constraint plan_kind_ck check (kind in ('annual', 'period')),
  constraint plan_years_ck check (year_to >= year_from)
);
create index plan_scope_ix on plan (scope_path, year_from);

create table plan_version (
  plan_id uuid not null,
  number integer not null,
  state text not null,
  content jsonb not null,
  -- Why the version before it was amended.
  reason text,
  saved_at timestamptz not null,
  saved_by text not null,
  document_id uuid,
  reference text,
  issued_on date,
  version integer not null,
  -- Once true always true: what was in force stays open to those it bound.
  issued boolean not null,
  scope_path text collate "C" not null,
  constraint plan_version_pk primary key (plan_id, number),
  constraint plan_version_plan_fk foreign key (plan_id) references plan (id),
  constraint plan_version_state_ck check (state in ('draft', 'submitted', 'approved', 'issued', 'replaced'))
);

create table plan_event (
  plan_id uuid not null,
  event integer not null,
  number integer not null,
  act text not null,
  at timestamptz not null,
  actor text not null,
  note text,
  scope_path text collate "C" not null,
  constraint plan_event_pk primary key (plan_id, event),
  constraint plan_event_plan_fk foreign key (plan_id) references plan (id)
);

-- Duties and reports of the version in force, as rows: what is followed up by their ids.
create table plan_duty (
  plan_id uuid not null,
  number integer not null,
  id text collate "C" not null,
  position integer not null,
  node_code text collate "C",
  node_label text,
  owner text not null,
  lower_units boolean not null,
  task text not null,
  partners text not null,
  output text not null,
  due date,
  period text not null,
  evidence text not null,
  answers text[] not null,
  issued boolean not null,
  scope_path text collate "C" not null,
  constraint plan_duty_pk primary key (plan_id, number, id),
  constraint plan_duty_version_fk foreign key (plan_id, number) references plan_version (plan_id, number)
);
create index plan_duty_due_ix on plan_duty (scope_path, due);

create table plan_report_deadline (
  plan_id uuid not null,
  number integer not null,
  id text collate "C" not null,
  position integer not null,
  kind text not null,
  who text not null,
  lower_units boolean not null,
  recipient text not null,
  day date,
  day_of_month integer,
  issued boolean not null,
  scope_path text collate "C" not null,
  constraint plan_report_deadline_pk primary key (plan_id, number, id),
  constraint plan_report_deadline_version_fk foreign key (plan_id, number) references plan_version (plan_id, number)
);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['plan', 'plan_version', 'plan_event', 'plan_duty', 'plan_report_deadline'] loop
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
  -- An issued plan binds the units below it: they read it, and nothing else of the unit above.
  foreach scoped in array array['plan', 'plan_version', 'plan_duty', 'plan_report_deadline'] loop
    execute format($policy$
      create policy %I on %I for select to benvung_app using (issued and (
        starts_with(current_setting('benvung.from_1', true), scope_path)
        or starts_with(current_setting('benvung.from_2', true), scope_path)
        or starts_with(current_setting('benvung.from_3', true), scope_path)
        or starts_with(current_setting('benvung.from_4', true), scope_path)
      ))$policy$, scoped || '_above', scoped);
  end loop;
end
$$;

-- What helps each poor household and who is in charge, by the plan of its commune (kế hoạch 03/KH-UBND 2024 của tỉnh
-- Thừa Thiên Huế, mục 16.b). The household's own facts are read from the registry when they are needed.
create table plan_household (
  origin_commune_id bigint not null,
  household_id uuid not null,
  plan_id uuid not null,
  solution text not null,
  in_charge text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  scope_path text collate "C" not null,
  constraint plan_household_pk primary key (origin_commune_id, household_id, plan_id)
);
create index plan_household_plan_ix on plan_household (plan_id);
alter table plan_household enable row level security;
create policy plan_household_scope on plan_household to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on plan_household to benvung_app;
