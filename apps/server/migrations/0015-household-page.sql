-- Lists of a year's review are counted and paged as quickly as those of today's households. How many a review has is
-- counted from its records alone, by an index that tells their class.
drop index review_record_scope_ix;
create index review_record_scope_ix on review_record (scope_path, year) include (standard_id, final_class);
-- One index in the order of names answers lists with and without the households that ended.
drop index household_present_name_ix;
drop index household_name_ix;
create index household_name_ix on household (head_sort_key, id) include (scope_path, origin_commune_id, ended_on);

-- As before, and of those whose review of a year says what is asked. A household may have a result under two
-- standards in one year: then, and only then, each household is looked at to be counted once.
drop function household_page(text, text, text[], text, text, boolean, text, integer, integer, integer);
create function household_page(
  path_from text, path_to text, patterns text[], together text, code text, ended boolean,
  ordering text, count_to integer, most integer, skip integer,
  in_year integer, of_class text, of_stage text, of_standard text, other_standards text[]
) returns table (found_origin bigint, found_id uuid, total bigint)
language plpgsql stable security definer set search_path = public, pg_catalog
as $page$
declare
  condition text := 'h.scope_path >= $1 collate "C" and h.scope_path < $2 collate "C"';
  reviewed text := '';
  likes text := '';
  source text := 'household h where ';
  counted bigint;
  first_standard text;
  last_standard text;
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
  if in_year is not null then
    reviewed := 'r.year = $9' || case when of_standard is null
      then ' and r.standard_id <> all($13)' else ' and r.standard_id = $12 collate "C"' end;
    if of_class is not null then
      reviewed := reviewed || ' and r.final_class = $10';
    end if;
    if of_stage is not null then
      reviewed := reviewed || ' and r.stage = $11';
    end if;
    condition := condition || ' and exists (select 1 from review_record r
      where r.origin_commune_id = h.origin_commune_id and r.household_id = h.id and ' || reviewed || ')';
  end if;
  if patterns is not null then
    -- one LIKE a word: an array of them would find no index
    for word in 1 .. cardinality(patterns) loop
      likes := likes || ' and h.members_search_key like $3[' || word || ']';
    end loop;
    condition := condition || ' and ((h.members_search_key ~ $4' || likes || ') or h.list_code = $5)';
  end if;
  if in_year is not null and ended and patterns is null then
    execute 'select count(*), min(r.standard_id), max(r.standard_id) from review_record r
      where r.scope_path >= $1 collate "C" and r.scope_path < $2 collate "C" and ' || reviewed
      into counted, first_standard, last_standard
      using path_from, path_to, patterns, together, code, count_to, most, skip,
        in_year, of_class, of_stage, of_standard, other_standards;
  end if;
  if counted is null or first_standard is distinct from last_standard then
    execute 'select count(*) from (select 1 from household h where ' || condition || ' limit $6) counted'
      into counted
      using path_from, path_to, patterns, together, code, count_to, most, skip,
        in_year, of_class, of_stage, of_standard, other_standards;
  end if;
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
    using path_from, path_to, patterns, together, code, counted, most, skip,
      in_year, of_class, of_stage, of_standard, other_standards;
end
$page$;
revoke all on function household_page(text, text, text[], text, text, boolean, text, integer, integer, integer, integer, text, text, text, text[]) from public;
grant execute on function household_page(text, text, text[], text, text, boolean, text, integer, integer, integer, integer, text, text, text, text[]) to benvung_app;
