-- Where a local standard is at work, found at once in a nation of rounds without one.
create index review_round_local_ix on review_round (year, scope_path) include (local_standard_id)
  where local_standard_id is not null;
-- The frozen facts of an area's year, read in pages for a simulation and for persons of a class.
create index review_facts_scope_ix on review_facts (year, scope_path);
