-- What a unit is to reach in a year: handed down from unit to unit, negotiated, fixed. A fact of the unit it was handed to:
-- when that unit ends, `scope_path` follows to its successor, `unit_id` stays. Rates are hundredths of a percent as written.
create table plan_target (
  unit_id bigint not null,
  year integer not null,
  indicator text collate "C" not null,
  level text not null,
  state text not null,
  comparison text not null,
  opening_count bigint,
  opening_base bigint,
  opening_rate integer,
  planned_count bigint,
  planned_base bigint,
  planned_rate integer,
  locked boolean not null,
  -- The unit told it itself: nobody above hands one down.
  self_set boolean not null,
  asked_count bigint,
  asked_reason text,
  version integer not null,
  demonstration boolean not null,
  scope_path text collate "C" not null,
  constraint plan_target_pk primary key (unit_id, year, indicator),
  constraint plan_target_state_ck check (state in ('draft', 'proposed', 'asked', 'agreed', 'fixed'))
);
create index plan_target_path_ix on plan_target (year, scope_path);

-- How the figure came about: who proposed, asked, fixed what, when and why.
create table plan_target_event (
  id uuid not null,
  unit_id bigint not null,
  year integer not null,
  indicator text collate "C" not null,
  act text not null,
  side text not null,
  state text not null,
  assigned bigint,
  planned_rate integer,
  asked_count bigint,
  reason text,
  actor text not null,
  account_id uuid,
  at timestamptz not null,
  demonstration boolean not null,
  scope_path text collate "C" not null,
  constraint plan_target_event_pk primary key (id)
);
create index plan_target_event_ix on plan_target_event (unit_id, year, indicator);

-- What was reached by a day, of indicators the review does not count: entered by the unit, with its source.
create table plan_target_actual (
  id uuid not null,
  unit_id bigint not null,
  year integer not null,
  indicator text collate "C" not null,
  on_day date not null,
  count bigint not null,
  base bigint,
  source text not null,
  actor text not null,
  account_id uuid,
  at timestamptz not null,
  demonstration boolean not null,
  scope_path text collate "C" not null,
  constraint plan_target_actual_pk primary key (id)
);
create index plan_target_actual_ix on plan_target_actual (unit_id, year, indicator);

alter table plan_target enable row level security;
create policy plan_target_scope on plan_target to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
-- What is fixed is published in the annex of the plan: who stands under the same unit may read it, not change it.
create policy plan_target_fixed on plan_target for select to benvung_app using (
  state = 'fixed' and (
    starts_with(current_setting('benvung.from_1', true), regexp_replace(scope_path, '[0-9]+/$', ''))
    or starts_with(current_setting('benvung.from_2', true), regexp_replace(scope_path, '[0-9]+/$', ''))
    or starts_with(current_setting('benvung.from_3', true), regexp_replace(scope_path, '[0-9]+/$', ''))
    or starts_with(current_setting('benvung.from_4', true), regexp_replace(scope_path, '[0-9]+/$', ''))
  )
);
alter table plan_target_event enable row level security;
create policy plan_target_event_scope on plan_target_event to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
alter table plan_target_actual enable row level security;
create policy plan_target_actual_scope on plan_target_actual to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on plan_target to benvung_app;
-- Their paths follow the territory, also when a commune merges its villages.
grant select, insert, update on plan_target_event, plan_target_actual to benvung_app;
