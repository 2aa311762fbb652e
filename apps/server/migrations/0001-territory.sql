-- Dated administrative units. Reference tables: they never refer to tables of facts.
create table territory_unit (
  id bigint not null,
  level text not null,
  constraint territory_unit_pk primary key (id),
  constraint territory_unit_level_ck check (level in ('nation', 'province', 'district', 'commune', 'village'))
);

-- Periods are half open: valid_from <= day < valid_to. `path` is '/1/…/' of surrogate ids, root first.
create table territory_unit_version (
  unit_id bigint not null,
  valid_from date not null,
  valid_to date,
  level text not null,
  code text,
  name text not null,
  type text not null,
  area_type text,
  parent_id bigint,
  path text collate "C" not null,
  search_key text collate "C" not null,
  sort_key text collate "C" not null,
  source text not null,
  constraint territory_unit_version_pk primary key (unit_id, valid_from),
  constraint territory_unit_version_unit_fk foreign key (unit_id) references territory_unit (id),
  constraint territory_unit_version_parent_fk foreign key (parent_id) references territory_unit (id),
  constraint territory_unit_version_period_ck check (valid_to is null or valid_to > valid_from),
  constraint territory_unit_version_area_ck check (area_type is null or area_type in ('rural', 'urban'))
);
create unique index territory_unit_version_code_uq on territory_unit_version (level, code, valid_from) where code is not null;
create index territory_unit_version_parent_ix on territory_unit_version (parent_id, valid_from);
create index territory_unit_version_path_ix on territory_unit_version (path);

-- kind: unchanged parts are not written; `whole` is true when the old unit went into this one entirely.
create table territory_succession (
  day date not null,
  from_unit_id bigint not null,
  to_unit_id bigint not null,
  kind text not null,
  whole boolean not null,
  source text not null,
  constraint territory_succession_pk primary key (day, from_unit_id, to_unit_id),
  constraint territory_succession_from_fk foreign key (from_unit_id) references territory_unit (id),
  constraint territory_succession_to_fk foreign key (to_unit_id) references territory_unit (id),
  constraint territory_succession_kind_ck check (kind in ('merge', 'split', 'rename', 'retype', 'recode', 'unknown'))
);
create index territory_succession_to_ix on territory_succession (to_unit_id);

create table territory_designation (
  unit_id bigint not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  decision text not null,
  constraint territory_designation_pk primary key (unit_id, kind, valid_from),
  constraint territory_designation_unit_fk foreign key (unit_id) references territory_unit (id)
);

create table territory_load (
  id uuid not null,
  name text not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  constraint territory_load_pk primary key (id),
  constraint territory_load_hash_uq unique (content_hash)
);

-- Ids of units entered after the shipped ones; the shipped lists stay below one million.
create sequence territory_unit_id_seq start with 1000000;
