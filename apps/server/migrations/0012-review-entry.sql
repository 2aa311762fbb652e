-- What people type of a paper questionnaire before it is recorded: each their own, kept until it is recorded or
-- thrown away. The household may not be registered yet, so nothing refers to it.
create table entry_draft (
  origin_commune_id bigint not null,
  round_id uuid not null,
  household_id uuid not null,
  account_id uuid not null,
  village_id bigint not null,
  content jsonb not null,
  missing integer not null,
  typed_at text,
  version integer not null,
  saved_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint entry_draft_pk primary key (origin_commune_id, round_id, household_id, account_id)
);
create index entry_draft_round_ix on entry_draft (round_id, scope_path);

-- The answers a review was recorded with, by the questionnaire they were asked with, and what did not agree.
create table review_answers (
  origin_commune_id bigint not null,
  household_id uuid not null,
  year integer not null,
  scope_path text collate "C" not null,
  round_id uuid not null,
  questionnaire_id text,
  questionnaire_hash text,
  answers jsonb,
  paper jsonb not null,
  differences jsonb not null,
  missing integer not null,
  findings integer not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint review_answers_pk primary key (origin_commune_id, household_id, year),
  constraint review_answers_household_fk foreign key (origin_commune_id, household_id) references household (origin_commune_id, id)
);
create index review_answers_round_ix on review_answers (round_id);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['entry_draft', 'review_answers'] loop
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
