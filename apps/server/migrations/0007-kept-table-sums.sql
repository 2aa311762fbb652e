-- How often the figures of a commune's year changed: its counters, its population base or its round. One row a
-- commune, written in the transaction of the change, so that nobody waits for an officer of another commune.
create table review_change (
  year integer not null,
  commune_id bigint not null,
  changes bigint not null,
  scope_path text collate "C" not null,
  constraint review_change_pk primary key (year, commune_id)
);

create index review_change_province_ix on review_change (year, split_part(scope_path, '/', 3));

insert into review_change (year, commune_id, changes, scope_path)
  select year, commune_id, 1, min(scope_path) from (
    select year, commune_id, scope_path from review_round
    union all
    select year, commune_id, scope_path from population_base where village_id = 0
    union all
    select year, commune_id, scope_path from review_counter where village_id = 0
  ) known group by year, commune_id;

-- Sums for the tables of the nation, a line a province: derived, true as long as `stamp` is what the changes of
-- the province's communes add up to, made anew by whoever reads them afterwards. Lost, they are made again.
create table report_subtotal (
  content_key text collate "C" not null,
  province text collate "C" not null,
  stamp text not null,
  content jsonb not null,
  scope_path text collate "C" not null,
  constraint report_subtotal_pk primary key (content_key, province)
);

-- Whether all rounds of a year have one standard and one reference day is seen at both ends of this index.
create index review_round_standard_ix on review_round (year, kind, standard_id, reference_day);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['review_change', 'report_subtotal'] loop
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
