create table account (
  id uuid not null,
  username text collate "C" not null,
  full_name text not null,
  password_hash text not null,
  status text not null,
  demonstration boolean not null,
  created_at timestamptz not null,
  version integer not null,
  constraint account_pk primary key (id),
  constraint account_username_uq unique (username),
  constraint account_status_ck check (status in ('active', 'disabled'))
);

create table account_role (
  account_id uuid not null,
  role text not null,
  unit_id bigint not null,
  constraint account_role_pk primary key (account_id, role, unit_id),
  constraint account_role_account_fk foreign key (account_id) references account (id),
  constraint account_role_unit_fk foreign key (unit_id) references territory_unit (id),
  constraint account_role_role_ck check (role in ('viewer', 'enumerator', 'officer', 'approver', 'inspector', 'administrator'))
);

create table session (
  token_hash text collate "C" not null,
  account_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pk primary key (token_hash),
  constraint session_account_fk foreign key (account_id) references account (id)
);
create index session_account_ix on session (account_id);

-- Failed attempts by the name that was typed, whether or not such an account exists: being locked out tells
-- a stranger nothing about who works here.
create table sign_in_lock (
  username text collate "C" not null,
  failures integer not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_lock_pk primary key (username)
);

-- The log is a set of hash chains ("lanes"): one lane is locked per writing transaction, so officers of
-- different areas do not wait for each other. The head of each lane says where it ends.
create table audit_lane (
  lane smallint not null,
  last_sequence bigint not null,
  last_hash text not null,
  constraint audit_lane_pk primary key (lane)
);
insert into audit_lane (lane, last_sequence, last_hash)
  select lane, 0, repeat('0', 64) from generate_series(0, 63) as lanes (lane);

create table audit_entry (
  lane smallint not null,
  sequence bigint not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  act text not null,
  subject_kind text,
  subject_id text,
  scope_path text collate "C" not null,
  -- Canonical JSON kept as text: every byte is covered by the hash.
  detail text not null,
  previous_hash text not null,
  hash text not null,
  constraint audit_entry_pk primary key (lane, sequence)
);
create index audit_entry_subject_ix on audit_entry (subject_kind, subject_id);
create index audit_entry_scope_ix on audit_entry (scope_path, at);

-- A command sent twice does no harm: its first outcome is kept and given again.
create table command_receipt (
  command_id uuid not null,
  account_id uuid,
  act text not null,
  at timestamptz not null,
  payload_hash text not null,
  outcome jsonb not null,
  constraint command_receipt_pk primary key (command_id)
);

create table job (
  id uuid not null,
  kind text not null,
  state text not null,
  payload jsonb not null,
  done integer not null,
  total integer,
  message text,
  outcome jsonb,
  account_id uuid,
  scope_path text collate "C" not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint job_pk primary key (id),
  constraint job_state_ck check (state in ('waiting', 'running', 'done', 'failed', 'stopped'))
);

-- Facts about the database itself: schema owner, demonstration's today, installation id.
create table setting (
  name text collate "C" not null,
  value jsonb not null,
  constraint setting_pk primary key (name)
);
