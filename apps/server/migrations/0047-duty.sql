-- An agency is a body of a unit ("Sở Tài chính") with the accounts that stand at its desk. Short names are what plans
-- call it; the address is the office's own.
create table agency (
  id uuid not null,
  unit_id bigint not null,
  name text not null,
  name_key text collate "C" not null,
  short_names text[] not null,
  mail_address text,
  closed_at timestamptz,
  demonstration boolean not null default false,
  version integer not null,
  scope_path text collate "C" not null,
  constraint agency_pk primary key (id),
  constraint agency_name_uq unique (unit_id, name_key)
);

create table agency_member (
  agency_id uuid not null,
  account_id uuid not null,
  since timestamptz not null,
  scope_path text collate "C" not null,
  constraint agency_member_pk primary key (agency_id, account_id),
  constraint agency_member_agency_fk foreign key (agency_id) references agency (id),
  constraint agency_member_account_fk foreign key (account_id) references account (id)
);
create index agency_member_account_ix on agency_member (account_id);

-- A duty lies in the area of the unit that does it: `giver_unit_id` is that unit or one above it. It is done by an
-- agency of the unit, by a person, or at the unit's own desk. Being late is computed, never stored.
create table duty (
  id uuid not null,
  unit_id bigint not null,
  giver_unit_id bigint not null,
  year integer not null,
  origin text not null,
  plan_id uuid,
  plan_version integer,
  plan_duty_id text collate "C",
  kind text not null,
  report_kind text collate "C",
  report_key text collate "C",
  node text,
  agency_id uuid,
  account_id uuid,
  owner_words text not null,
  partners text[] not null,
  partner_agency_ids uuid[] not null,
  task text not null,
  output text not null,
  evidence_asked text not null,
  due_on date,
  period_words text,
  state text not null,
  extension_to date,
  extension_reason text,
  result text,
  evidence text,
  reported_on date,
  assigned_on date not null,
  demonstration boolean not null default false,
  version integer not null,
  scope_path text collate "C" not null,
  constraint duty_pk primary key (id),
  constraint duty_agency_fk foreign key (agency_id) references agency (id),
  constraint duty_account_fk foreign key (account_id) references account (id),
  constraint duty_origin_ck check (origin in ('plan', 'own')),
  constraint duty_kind_ck check (kind in ('task', 'report')),
  constraint duty_state_ck check (state in ('assigned', 'received', 'underWay', 'reported', 'sentBack', 'accepted', 'cancelled')),
  constraint duty_report_ck check ((kind = 'report') = (report_kind is not null and report_key is not null)),
  constraint duty_plan_ck check ((origin = 'plan') = (plan_id is not null))
);
create index duty_scope_ix on duty (scope_path, year, due_on);
create index duty_giver_ix on duty (giver_unit_id, year);
create index duty_agency_ix on duty (agency_id) where agency_id is not null;
create index duty_account_ix on duty (account_id) where account_id is not null;
create index duty_plan_ix on duty (plan_id, plan_duty_id) where plan_id is not null;
create index duty_open_ix on duty (due_on) where state not in ('accepted', 'cancelled');

create table duty_event (
  duty_id uuid not null,
  number integer not null,
  act text not null,
  at timestamptz not null,
  on_day date not null,
  actor text not null,
  words text,
  day date,
  scope_path text collate "C" not null,
  constraint duty_event_pk primary key (duty_id, number),
  constraint duty_event_duty_fk foreign key (duty_id) references duty (id)
);

create table duty_file (
  duty_id uuid not null,
  hash text collate "C" not null,
  name text not null,
  media_type text not null,
  size integer not null,
  added_at timestamptz not null,
  added_by text not null,
  scope_path text collate "C" not null,
  constraint duty_file_pk primary key (duty_id, hash),
  constraint duty_file_duty_fk foreign key (duty_id) references duty (id)
);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['agency', 'agency_member', 'duty', 'duty_event', 'duty_file'] loop
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

-- The numbers of reminders are data of the house as days off are.
alter table loaded_law drop constraint loaded_law_kind_ck;
alter table loaded_law add constraint loaded_law_kind_ck check (kind in ('working-calendar', 'review-procedure', 'duty-times'));
