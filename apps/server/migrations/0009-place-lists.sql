-- What decisions say of places: who loaded a designation, and what ended it. Groups that count as local in a province.
alter table territory_designation add column end_decision text;
alter table territory_designation add column loaded_at timestamptz;
alter table territory_designation add column loaded_by text;
alter table territory_designation add constraint territory_designation_period_ck
  check (valid_to is null or valid_to > valid_from);
create index territory_designation_kind_ix on territory_designation (kind, valid_from);

-- group_code 'none': the province has a list without groups.
create table local_minority_group (
  province_id bigint not null,
  group_code text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  end_source text,
  loaded_at timestamptz not null,
  loaded_by text not null,
  constraint local_minority_group_pk primary key (province_id, group_code, valid_from),
  constraint local_minority_group_unit_fk foreign key (province_id) references territory_unit (id),
  constraint local_minority_group_period_ck check (valid_to is null or valid_to > valid_from)
);
grant select, insert, update on local_minority_group to benvung_app;
