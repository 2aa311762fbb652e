-- What was done to a commune's round and to its population base, in order; nothing here is ever updated.
create table review_round_event (
  commune_id bigint not null,
  id uuid not null,
  year integer not null,
  kind text not null,
  detail jsonb not null,
  actor text not null,
  at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_round_event_pk primary key (commune_id, id),
  constraint review_round_event_kind_ck check (kind in ('opened', 'closed', 'reopened', 'locked', 'baseChanged'))
);
create index review_round_event_commune_ix on review_round_event (commune_id, year, at);

alter table review_round_event enable row level security;
create policy review_round_event_scope on review_round_event to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update on review_round_event to benvung_app;

-- Who decides the results of the round, as its opening said.
alter table review_round add column decided_by text;

alter table population_base add column version integer not null default 1;

-- What stood before a match was said to be the same, kept while its round is open, so that the word can be taken back.
alter table review_match add column undo jsonb;

create index household_event_at_ix on household_event (at);
