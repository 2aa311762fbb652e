-- Scans of signed papers that someone brought and has not yet confirmed: which paper each is of, as far as it was told. The
-- bytes are kept as files of the batch; a confirmed scan becomes the signed copy of its paper, and its row goes.
create table document_scan (
  batch_id uuid not null,
  id uuid not null,
  file_name text not null,
  hash text collate "C" not null,
  media_type text not null,
  size integer not null,
  brought_by text not null,
  brought_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint document_scan_pk primary key (batch_id, id)
);
create index document_scan_scope_ix on document_scan (scope_path);

alter table document_scan enable row level security;
create policy document_scan_scope on document_scan to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on document_scan to benvung_app;
