-- Names of everyone in a household, folded, each word after a space, persons apart by "|": one column answers a
-- search by head or member. Text matching is not leakproof, so that under row-level security no index would serve it;
-- household_page reads as the owner and keeps to the areas in force by itself.
alter table household add column members_search_key text collate "C" not null default '';
update household h set members_search_key = coalesce(
  (select string_agg(' ' || p.search_key, '|' order by p.id) from person p
    where p.origin_commune_id = h.origin_commune_id and p.household_id = h.id and p.left_on is null),
  ' ' || h.head_search_key);
drop index household_head_search_ix;
drop index person_search_ix;
create index household_members_search_ix on household using gin (members_search_key gin_trgm_ops);
create index household_present_ix on household (scope_path) where ended_on is null;
create index household_present_name_ix on household (head_sort_key, id) include (scope_path, origin_commune_id) where ended_on is null;
create index person_name_ix on person (search_key, scope_path);

-- One page of the households of a unit and how many there are, at most the number asked for when they are sought by
-- name. Nothing outside the areas in force; the server's own work, which is not narrowed, sees all.
create function household_page(
  path_from text, path_to text, patterns text[], together text, code text, ended boolean,
  ordering text, count_to integer, most integer, skip integer
) returns table (found_origin bigint, found_id uuid, total bigint)
language plpgsql stable security definer set search_path = public, pg_catalog
as $page$
declare
  condition text := 'h.scope_path >= $1 collate "C" and h.scope_path < $2 collate "C"';
  likes text := '';
  source text := 'household h where ';
  counted bigint;
begin
  if current_setting('role', true) = 'benvung_app' and not coalesce(
    (path_from collate "C" >= current_setting('benvung.from_1', true) and path_to collate "C" <= current_setting('benvung.to_1', true))
    or (path_from collate "C" >= current_setting('benvung.from_2', true) and path_to collate "C" <= current_setting('benvung.to_2', true))
    or (path_from collate "C" >= current_setting('benvung.from_3', true) and path_to collate "C" <= current_setting('benvung.to_3', true))
    or (path_from collate "C" >= current_setting('benvung.from_4', true) and path_to collate "C" <= current_setting('benvung.to_4', true)),
    false) then
    return;
  end if;
  if not ended then
    condition := condition || ' and h.ended_on is null';
  end if;
  if patterns is not null then
    -- one LIKE a word: an array of them would find no index
    for word in 1 .. cardinality(patterns) loop
      likes := likes || ' and h.members_search_key like $3[' || word || ']';
    end loop;
    condition := condition || ' and ((h.members_search_key ~ $4' || likes || ') or h.list_code = $5)';
  end if;
  execute 'select count(*) from (select 1 from household h where ' || condition || ' limit $6) counted'
    into counted using path_from, path_to, patterns, together, code, count_to;
  -- few are found first and then put in order; many are read in their order until the page is full
  if patterns is not null and counted < count_to then
    source := '(select h.origin_commune_id, h.id, h.head_sort_key, h.list_code, h.persons, h.scope_path from household h where ' || condition || ' offset 0) h where ';
    condition := 'true';
  end if;
  return query execute 'select h.origin_commune_id, h.id, $6::bigint from ' || source || condition || ' order by ' || case ordering
      when 'code' then 'h.list_code nulls last, h.head_sort_key, h.id'
      when '-code' then 'h.list_code desc nulls last, h.head_sort_key, h.id'
      when 'persons' then 'h.persons, h.head_sort_key, h.id'
      when '-persons' then 'h.persons desc, h.head_sort_key, h.id'
      when 'village' then 'h.scope_path, h.head_sort_key, h.id'
      when '-village' then 'h.scope_path desc, h.head_sort_key, h.id'
      when '-head' then 'h.head_sort_key desc, h.id desc'
      else 'h.head_sort_key, h.id'
    end || ' limit $7 offset $8'
    using path_from, path_to, patterns, together, code, counted, most, skip;
end
$page$;
revoke all on function household_page(text, text, text[], text, text, boolean, text, integer, integer, integer) from public;
grant execute on function household_page(text, text, text[], text, text, boolean, text, integer, integer, integer) to benvung_app;

-- Whether anyone at all bears an identity number: of people elsewhere nothing more is told.
create function identity_number_bearers(number text) returns bigint
language sql stable security definer set search_path = public, pg_catalog
as $bearers$ select count(*) from person p where p.identity_number = number and p.left_on is null $bearers$;
revoke all on function identity_number_bearers(text) from public;
grant execute on function identity_number_bearers(text) to benvung_app;

-- Two households that may be one, or that count one person twice. A pair is kept under its first household's key
-- (the smaller id); its path is the smallest unit that holds both, so that only who may see both sees it.
create table household_duplicate (
  origin_commune_id bigint not null,
  household_id uuid not null,
  other_id uuid not null,
  other_origin bigint not null,
  scope_path text collate "C" not null,
  kind text not null,
  score integer not null,
  evidence jsonb not null,
  state text not null,
  version integer not null,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  decided_score integer,
  constraint household_duplicate_pk primary key (origin_commune_id, household_id, other_id),
  constraint household_duplicate_state_ck check (state in ('proposed', 'dismissed', 'merged')),
  constraint household_duplicate_kind_ck check (kind in ('household', 'person')),
  constraint household_duplicate_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index household_duplicate_place_ix on household_duplicate (scope_path, state, score);
create index household_duplicate_other_ix on household_duplicate (other_id);

-- What two households were before one took in the other: the way back while nothing was built on it.
create table household_merge (
  origin_commune_id bigint not null,
  household_id uuid not null,
  id uuid not null,
  from_origin bigint not null,
  from_id uuid not null,
  on_day date not null,
  at timestamptz not null,
  actor text not null,
  version integer not null,
  from_version integer not null,
  before jsonb not null,
  undone_at timestamptz,
  scope_path text collate "C" not null,
  constraint household_merge_pk primary key (origin_commune_id, household_id, id),
  constraint household_merge_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index household_merge_from_ix on household_merge (from_id);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['household_duplicate', 'household_merge'] loop
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
