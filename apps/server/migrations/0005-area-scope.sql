-- Area scope, second time: the query narrows, and so does the database. A person's areas are at most four
-- path ranges, set with SET LOCAL in every request transaction; unset or empty ranges match nothing.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'benvung_app') then
    create role benvung_app nologin nobypassrls;
  end if;
end
$$;

do $$
declare
  scoped text;
begin
  foreach scoped in array array[
    'household', 'household_residence', 'person', 'household_membership', 'household_event',
    'review_round', 'population_base', 'review_record', 'review_facts', 'review_counter',
    'review_correction', 'review_match', 'reported_table', 'job'
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

-- The log may be added to and read within one's area; no one rewrites it under the application's role.
alter table audit_entry enable row level security;
create policy audit_entry_add on audit_entry for insert to benvung_app with check (true);
create policy audit_entry_read on audit_entry for select to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert on audit_entry to benvung_app;
grant select, update on audit_lane to benvung_app;
-- An outcome may show facts of an area: only its sender sees it again.
alter table command_receipt enable row level security;
create policy command_receipt_sender on command_receipt to benvung_app using (
  account_id::text = current_setting('benvung.account', true)
);
grant select, insert on command_receipt to benvung_app;
grant select on territory_unit, territory_unit_version, territory_succession, territory_designation, territory_load to benvung_app;
grant insert, update on territory_unit, territory_unit_version, territory_succession, territory_designation, territory_load to benvung_app;
grant usage on sequence territory_unit_id_seq to benvung_app;
grant delete on territory_unit_version to benvung_app;
grant select, insert, update on scorecard to benvung_app;
grant select on setting, account_role to benvung_app;
grant select (id, username, full_name, status, demonstration) on account to benvung_app;
