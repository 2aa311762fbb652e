-- Long work: `page` is where its result is seen, `runner` the server process that has it in hand, `areas` the
-- areas the person could write in when it was asked for.
alter table job add column title jsonb not null default '{"vi":"","en":""}';
alter table job add column step jsonb;
alter table job add column page text;
alter table job add column areas text[];
alter table job add column attempts integer not null default 0;
alter table job add column runner uuid;
alter table job add column stop_asked boolean not null default false;
alter table job add column finished_at timestamptz;
alter table job add column seen_at timestamptz;
create index job_account_ix on job (account_id, created_at);
create index job_waiting_ix on job (created_at) where state in ('waiting', 'running');

-- One file somebody brought, from its reading to its publishing and, perhaps, its undoing.
create table exchange_batch (
  id uuid not null,
  kind text not null,
  account_id uuid,
  actor text not null,
  unit_id bigint not null,
  unit_name text not null,
  year integer not null,
  scope_path text collate "C" not null,
  file_name text not null,
  file_bytes integer not null,
  file_hash text not null,
  state text not null,
  options jsonb not null,
  inspection jsonb,
  report jsonb,
  problem jsonb,
  job_id uuid,
  -- What undoing needs besides the households: rounds opened, villages made, population lines before.
  before jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  version integer not null,
  constraint exchange_batch_pk primary key (id),
  constraint exchange_batch_kind_ck check (kind in ('list', 'comparison')),
  constraint exchange_batch_state_ck check (state in (
    'waiting', 'checking', 'refused', 'checked', 'publishing', 'published', 'undone', 'discarded'))
);
create index exchange_batch_scope_ix on exchange_batch (scope_path, created_at);

-- The file itself, in parts; taken away some weeks after.
create table exchange_file (
  batch_id uuid not null,
  part integer not null,
  bytes bytea not null,
  scope_path text collate "C" not null,
  constraint exchange_file_pk primary key (batch_id, part),
  constraint exchange_file_batch_fk foreign key (batch_id) references exchange_batch (id)
);

create table exchange_issue (
  batch_id uuid not null,
  number integer not null,
  severity text not null,
  at text not null,
  code text collate "C" not null,
  column_label text,
  value text,
  detail jsonb not null,
  scope_path text collate "C" not null,
  constraint exchange_issue_pk primary key (batch_id, number),
  constraint exchange_issue_batch_fk foreign key (batch_id) references exchange_batch (id)
);

-- A household as it was before a batch wrote over it.
create table exchange_before (
  batch_id uuid not null,
  household_id uuid not null,
  state jsonb not null,
  scope_path text collate "C" not null,
  constraint exchange_before_pk primary key (batch_id, household_id),
  constraint exchange_before_batch_fk foreign key (batch_id) references exchange_batch (id)
);

-- Which column a unit's files mean by a header: what a person paired once is paired again.
create table exchange_pairing (
  unit_id bigint not null,
  fingerprint text collate "C" not null,
  columns jsonb not null,
  updated_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint exchange_pairing_pk primary key (unit_id, fingerprint)
);

-- What an extract of the population database says otherwise than we do; a person decides.
create table exchange_difference (
  batch_id uuid not null,
  number integer not null,
  kind text not null,
  household_id uuid,
  person_id uuid,
  at text,
  ours jsonb,
  theirs jsonb,
  fields text[] not null,
  name_key text collate "C" not null,
  decision text,
  reason text,
  decided_by text,
  decided_at timestamptz,
  scope_path text collate "C" not null,
  constraint exchange_difference_pk primary key (batch_id, number),
  constraint exchange_difference_batch_fk foreign key (batch_id) references exchange_batch (id),
  constraint exchange_difference_kind_ck check (kind in ('differs', 'missingOurs', 'missingTheirs', 'ambiguous')),
  constraint exchange_difference_decision_ck check (decision in ('theirs', 'ours', 'later'))
);

do $$
declare
  scoped text;
begin
  foreach scoped in array array[
    'exchange_batch', 'exchange_file', 'exchange_issue', 'exchange_before', 'exchange_pairing', 'exchange_difference'
  ] loop
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
