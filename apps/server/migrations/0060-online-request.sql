-- A request that a citizen sent from the commune's public page: it waits here until an officer takes it in or refuses it.
create table review_online_request (
  origin_commune_id bigint not null,
  id uuid not null,
  number text not null,
  series integer not null,
  receipt_key text collate "C" not null,
  year integer not null,
  village_id bigint not null,
  form text not null,
  state text not null,
  head text not null,
  address text,
  phone text,
  identity_number text,
  asked text not null,
  sent_on date not null,
  decided_on date,
  decided_by text,
  reason text,
  case_id uuid,
  forgotten_at timestamptz,
  demonstration boolean not null,
  version integer not null,
  updated_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_online_request_pk primary key (origin_commune_id, id),
  constraint review_online_request_series_uq unique (origin_commune_id, year, series),
  constraint review_online_request_form_ck check (form in ('01', '04')),
  constraint review_online_request_state_ck check (state in ('sent', 'accepted', 'refused'))
);
create index review_online_request_scope_ix on review_online_request (scope_path, year, state);

alter table review_online_request enable row level security;
create policy review_online_request_scope on review_online_request to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on review_online_request to benvung_app;

-- Its receipt, and whether a commune takes requests online, are read without any area.
alter table review_public_page drop constraint review_public_page_kind_ck;
alter table review_public_page add constraint review_public_page_kind_ck
  check (kind in ('posting', 'grievance', 'certificate', 'request', 'requestChannel'));
