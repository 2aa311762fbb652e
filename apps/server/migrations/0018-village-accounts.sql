-- A person who holds only a village types its forms: what they write moves the commune's own line of the counters and
-- its note of changes, and holds its round; all three lie above the village. A row lies above an area when the area's
-- path begins with the row's. The round may be read from below; the rest goes through functions that let a village add
-- to the sums of its commune and neither read nor overwrite them.
create policy review_round_seen_from_below on review_round for select to benvung_app using (
  left(current_setting('benvung.from_1', true), length(scope_path)) = scope_path
  or left(current_setting('benvung.from_2', true), length(scope_path)) = scope_path
  or left(current_setting('benvung.from_3', true), length(scope_path)) = scope_path
  or left(current_setting('benvung.from_4', true), length(scope_path)) = scope_path
);

-- Whether a place lies in the areas in force; for the server's own work, which is not narrowed, always.
create function is_within_areas(path text) returns boolean
language sql stable set search_path = public, pg_catalog
as $within$
  select coalesce(current_setting('role', true), '') <> 'benvung_app' or coalesce(
    (path collate "C" >= current_setting('benvung.from_1', true) and path collate "C" < current_setting('benvung.to_1', true))
    or (path collate "C" >= current_setting('benvung.from_2', true) and path collate "C" < current_setting('benvung.to_2', true))
    or (path collate "C" >= current_setting('benvung.from_3', true) and path collate "C" < current_setting('benvung.to_3', true))
    or (path collate "C" >= current_setting('benvung.from_4', true) and path collate "C" < current_setting('benvung.to_4', true)), false)
$within$;

-- Whether a commune's line may be added to: it lies within the areas, or above one where the commune has a round.
create function may_add_to_commune(commune bigint, path text) returns boolean
language sql stable security definer set search_path = public, pg_catalog
as $may$
  select is_within_areas(path) or coalesce((
      left(current_setting('benvung.from_1', true), length(path)) = path
      or left(current_setting('benvung.from_2', true), length(path)) = path
      or left(current_setting('benvung.from_3', true), length(path)) = path
      or left(current_setting('benvung.from_4', true), length(path)) = path)
    and exists (select from review_round r where r.commune_id = commune and r.scope_path = path), false)
$may$;

-- Rounds stay as they are until the transaction ends; which of them there are.
create function hold_rounds(ids uuid[]) returns table (held uuid)
language plpgsql volatile security definer set search_path = public, pg_catalog
as $hold$
begin
  return query select r.id from review_round r
    where r.id = any(ids) and may_add_to_commune(r.commune_id, r.scope_path) order by r.id for share;
end
$hold$;

-- Adds to the sums of communes. Only adds: what they come to is not told.
create function add_commune_counters(lines jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog
as $add$
begin
  if exists (select from jsonb_populate_recordset(null::review_counter, lines) l
    where l.village_id <> 0 or not may_add_to_commune(l.commune_id, l.scope_path)
      or exists (select from review_counter c where c.year = l.year and c.standard_id = l.standard_id
        and c.commune_id = l.commune_id and c.village_id = 0 and c.measure = l.measure
        and not may_add_to_commune(c.commune_id, c.scope_path)))
  then
    raise exception 'these counters lie outside the areas in force' using errcode = 'insufficient_privilege';
  end if;
  insert into review_counter as c
    select * from jsonb_populate_recordset(null::review_counter, lines)
      order by year, standard_id, commune_id, village_id, measure
  on conflict on constraint review_counter_pk do update set
    poor_households = c.poor_households + excluded.poor_households,
    poor_persons = c.poor_persons + excluded.poor_persons,
    near_poor_households = c.near_poor_households + excluded.near_poor_households,
    near_poor_persons = c.near_poor_persons + excluded.near_poor_persons,
    average_households = c.average_households + excluded.average_households,
    average_persons = c.average_persons + excluded.average_persons,
    not_poor_households = c.not_poor_households + excluded.not_poor_households,
    not_poor_persons = c.not_poor_persons + excluded.not_poor_persons,
    undetermined_households = c.undetermined_households + excluded.undetermined_households,
    undetermined_persons = c.undetermined_persons + excluded.undetermined_persons;
end
$add$;

create function note_review_changes(lines jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog
as $note$
begin
  if exists (select from jsonb_populate_recordset(null::review_change, lines) l
    where not may_add_to_commune(l.commune_id, l.scope_path)
      or exists (select from review_change k where k.year = l.year and k.commune_id = l.commune_id
        and not may_add_to_commune(k.commune_id, k.scope_path)))
  then
    raise exception 'these communes lie outside the areas in force' using errcode = 'insufficient_privilege';
  end if;
  insert into review_change as k
    select * from jsonb_populate_recordset(null::review_change, lines) order by year, commune_id
  on conflict on constraint review_change_pk do update set changes = k.changes + excluded.changes;
end
$note$;

revoke all on function may_add_to_commune(bigint, text) from public;
revoke all on function hold_rounds(uuid[]), add_commune_counters(jsonb), note_review_changes(jsonb) from public;
grant execute on function hold_rounds(uuid[]), add_commune_counters(jsonb), note_review_changes(jsonb) to benvung_app;
