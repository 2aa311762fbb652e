-- Files that are records: kept under the hash of their bytes, with the thing they belong to.
create table stored_file (
  owner_id uuid not null,
  hash text collate "C" not null,
  media_type text not null,
  size integer not null,
  stored_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint stored_file_pk primary key (owner_id, hash)
);

create table stored_file_part (
  owner_id uuid not null,
  hash text collate "C" not null,
  part integer not null,
  bytes bytea not null,
  scope_path text collate "C" not null,
  constraint stored_file_part_pk primary key (owner_id, hash, part),
  constraint stored_file_part_file_fk foreign key (owner_id, hash) references stored_file (owner_id, hash)
);

-- An official document: its frozen data with their hash, and how far it is. `unit_id` and `series` say whose numbers
-- it takes; `scope_path` is the area it is about, which a superior's answer shares with the one it answers.
create table document (
  id uuid not null,
  kind text not null,
  unit_id bigint not null,
  series text not null,
  type text not null,
  symbol text not null,
  number integer,
  year integer not null,
  day date not null,
  title text not null,
  search_key text collate "C" not null,
  state text not null,
  data jsonb not null,
  frame jsonb not null,
  data_hash text not null,
  composition integer not null,
  template_id uuid,
  code text collate "C" not null,
  issuer text not null,
  created_at timestamptz not null,
  created_by text not null,
  numbered_at timestamptz,
  signed_at timestamptz,
  issued_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  replaced_by uuid,
  scope_path text collate "C" not null,
  version integer not null,
  constraint document_pk primary key (id),
  constraint document_number_uq unique (unit_id, series, type, year, number),
  constraint document_series_ck check (series in ('body', 'steeringCommittee')),
  constraint document_state_ck check (state in ('draft', 'numbered', 'signed', 'issued', 'replaced', 'withdrawn')),
  constraint document_numbered_ck check (state = 'draft' or number is not null or symbol = '')
);
create index document_scope_ix on document (scope_path, year, created_at);

-- The files of a document: the record as it was made, and the signed scan or digital file.
create table document_copy (
  document_id uuid not null,
  role text not null,
  -- Whose stored file it is: the document's own, or that of one scan for many.
  owner_id uuid not null,
  hash text collate "C" not null,
  name text not null,
  media_type text not null,
  size integer not null,
  made_at timestamptz not null,
  made_by text not null,
  scope_path text collate "C" not null,
  constraint document_copy_pk primary key (document_id, role),
  constraint document_copy_document_fk foreign key (document_id) references document (id),
  constraint document_copy_role_ck check (role in ('record', 'signed'))
);

-- What a document is about: where it is listed.
create table document_subject (
  document_id uuid not null,
  kind text not null,
  subject_id text collate "C" not null,
  scope_path text collate "C" not null,
  constraint document_subject_pk primary key (document_id, kind, subject_id),
  constraint document_subject_document_fk foreign key (document_id) references document (id)
);
create index document_subject_ix on document_subject (kind, subject_id);

create table document_event (
  document_id uuid not null,
  number integer not null,
  act text not null,
  at timestamptz not null,
  actor text not null,
  note text,
  scope_path text collate "C" not null,
  constraint document_event_pk primary key (document_id, number),
  constraint document_event_document_fk foreign key (document_id) references document (id)
);

-- The last number given, per body, year and type: from 1 on 1 January. A number and the document that bears it are
-- written in one transaction, so that none is lost and none is given twice.
create table document_series (
  unit_id bigint not null,
  series text not null,
  type text not null,
  year integer not null,
  last_number integer not null,
  scope_path text collate "C" not null,
  constraint document_series_pk primary key (unit_id, series, type, year)
);

-- What the public page may say, by the hash of number and code: nothing personal, nothing to browse.
create table document_verification (
  key text collate "C" not null,
  document_id uuid not null,
  standing text not null,
  kind text not null,
  reference text not null,
  issuer text not null,
  day date not null,
  replaced_by text,
  ended_on date,
  constraint document_verification_pk primary key (key),
  constraint document_verification_standing_ck check (standing in ('prepared', 'valid', 'replaced', 'revoked'))
);
grant select, insert, update on document_verification to benvung_app;

-- A unit's own Word template of a kind, in force from a day for itself and the units below it without one.
create table document_template (
  id uuid not null,
  unit_id bigint not null,
  kind text not null,
  valid_from date not null,
  file_name text not null,
  hash text collate "C" not null,
  fields text[] not null,
  retired_at timestamptz,
  loaded_at timestamptz not null,
  loaded_by text not null,
  unit_path text collate "C" not null,
  constraint document_template_pk primary key (id)
);
create table document_template_part (
  template_id uuid not null,
  part integer not null,
  bytes bytea not null,
  constraint document_template_part_pk primary key (template_id, part),
  constraint document_template_part_template_fk foreign key (template_id) references document_template (id)
);
-- Wording, not facts: every unit reads the templates of those above it.
grant select, insert, update on document_template to benvung_app;
grant select, insert on document_template_part to benvung_app;

do $$
declare
  scoped text;
begin
  foreach scoped in array array[
    'stored_file', 'stored_file_part', 'document', 'document_copy', 'document_subject', 'document_event',
    'document_series'
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
