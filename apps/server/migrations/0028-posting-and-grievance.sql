-- The photo of a posted sheet is evidence: kept as bytes, without what the camera wrote into the file, under its hash.
create table review_posting_photo (
  origin_commune_id bigint not null,
  id uuid not null,
  posting_id uuid not null,
  place text not null,
  media_type text not null,
  bytes bytea not null,
  size integer not null,
  content_hash text not null,
  added_by text not null,
  account_id uuid,
  added_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_posting_photo_pk primary key (origin_commune_id, id),
  constraint review_posting_photo_posting_fk foreign key (origin_commune_id, posting_id) references review_posting (origin_commune_id, id),
  constraint review_posting_photo_type_ck check (media_type in ('image/jpeg', 'image/png', 'image/webp'))
);
create index review_posting_photo_posting_ix on review_posting_photo (posting_id);

alter table review_posting_photo enable row level security;
create policy review_posting_photo_scope on review_posting_photo to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on review_posting_photo to benvung_app;

-- PA-2026-014 is the commune's fourteenth of the year; what was asked of an absent household becomes a request.
alter table review_grievance add column series integer not null default 0;
alter table review_grievance add column household_name text;
alter table review_grievance add column posted_number integer;
alter table review_grievance add column due_uncertain boolean not null default false;
alter table review_grievance add column request_case_id uuid;
alter table review_grievance add column forgotten_at timestamptz;
alter table review_grievance add constraint review_grievance_series_uq unique (origin_commune_id, year, series);
create index review_grievance_case_ix on review_grievance (case_id);

-- Where a page's subject is kept, so that what a citizen sends goes there and nowhere else; how often it was looked at.
alter table review_public_page add column origin_commune_id bigint;
alter table review_public_page add column subject_path text collate "C";
alter table review_public_page add column views integer not null default 0;
