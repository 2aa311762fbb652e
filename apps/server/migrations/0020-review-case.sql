-- The review as a legal procedure. A round without a procedure is one whose results came from elsewhere.
alter table review_round add column procedure_id text;
alter table review_round add column procedure_hash text;

-- One household in one round: where it stands on its way from the list or a request to a decision. All tables of the
-- procedure bear the commune of the round as their storage key; the household has its own.
create table review_case (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  household_origin bigint not null,
  household_id uuid not null,
  village_id bigint not null,
  year integer not null,
  round_kind text not null,
  state text not null,
  origin text not null,
  requested_on date,
  request jsonb,
  head_name text not null,
  opening_class text,
  class text,
  verified boolean not null,
  surveyed_by text,
  posting_id uuid,
  posting_ends_on date,
  submission_id uuid,
  decision_id uuid,
  last_act text,
  last_from text,
  last_on date,
  version integer not null,
  updated_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_case_pk primary key (origin_commune_id, id),
  constraint review_case_household_uq unique (origin_commune_id, round_id, household_id),
  constraint review_case_origin_ck check (origin in ('record', 'form01', 'form04')),
  constraint review_case_kind_ck check (round_kind in ('PERIODIC', 'AD_HOC'))
);
create index review_case_scope_ix on review_case (scope_path, year, state);
create index review_case_round_ix on review_case (round_id, village_id, state);
create index review_case_household_ix on review_case (household_id);

-- Every transition, in order; nothing here is ever updated. `evidence` says what it rests on.
create table review_case_event (
  origin_commune_id bigint not null,
  case_id uuid not null,
  number integer not null,
  act text not null,
  from_state text,
  to_state text not null,
  reason text,
  evidence jsonb not null,
  document_id uuid,
  actor text not null,
  account_id uuid,
  on_day date not null,
  at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_case_event_pk primary key (origin_commune_id, case_id, number),
  constraint review_case_event_case_fk foreign key (origin_commune_id, case_id) references review_case (origin_commune_id, id)
);

create table review_meeting (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  village_id bigint not null,
  year integer not null,
  state text not null,
  held_on date not null,
  begins_at text,
  place text,
  chair text,
  secretary text,
  ended_at timestamptz,
  -- How many came, by kind of participant.
  attendance jsonb not null,
  present integer not null,
  notes text,
  document_id uuid,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_meeting_pk primary key (origin_commune_id, id),
  constraint review_meeting_state_ck check (state in ('planned', 'closed', 'cancelled'))
);
create index review_meeting_scope_ix on review_meeting (scope_path, year);

-- One household on a meeting's agenda: what was put to it, and how it voted.
create table review_meeting_vote (
  origin_commune_id bigint not null,
  meeting_id uuid not null,
  case_id uuid not null,
  position integer not null,
  class text,
  agreed integer,
  present integer,
  outcome text,
  opinion text,
  scope_path text collate "C" not null,
  constraint review_meeting_vote_pk primary key (origin_commune_id, meeting_id, case_id),
  constraint review_meeting_vote_meeting_fk foreign key (origin_commune_id, meeting_id) references review_meeting (origin_commune_id, id),
  constraint review_meeting_vote_case_fk foreign key (origin_commune_id, case_id) references review_case (origin_commune_id, id),
  constraint review_meeting_vote_outcome_ck check (outcome in ('agreed', 'rejected'))
);
create index review_meeting_vote_case_ix on review_meeting_vote (case_id);

-- A list that hangs on the notice board. `content` is what it says, with its hash, as it was opened.
create table review_posting (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  village_id bigint not null,
  year integer not null,
  code text collate "C" not null,
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  ends_on date not null,
  ends_at text not null,
  provisional boolean not null,
  places text not null,
  content jsonb not null,
  content_hash text not null,
  photos jsonb not null,
  withdrawn_on date,
  withdrawn_reason text,
  document_id uuid,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_posting_pk primary key (origin_commune_id, id)
);
create index review_posting_scope_ix on review_posting (scope_path, year);

create table review_posting_line (
  origin_commune_id bigint not null,
  posting_id uuid not null,
  case_id uuid not null,
  position integer not null,
  class text not null,
  scope_path text collate "C" not null,
  constraint review_posting_line_pk primary key (origin_commune_id, posting_id, case_id),
  constraint review_posting_line_posting_fk foreign key (origin_commune_id, posting_id) references review_posting (origin_commune_id, id),
  constraint review_posting_line_case_fk foreign key (origin_commune_id, case_id) references review_case (origin_commune_id, id)
);
create index review_posting_line_case_ix on review_posting_line (case_id);

-- What a citizen or an officer says against a result, or of a household that is not on the list (`case_id` null).
create table review_grievance (
  origin_commune_id bigint not null,
  id uuid not null,
  number text not null,
  receipt_code text collate "C" not null,
  round_id uuid,
  year integer not null,
  village_id bigint,
  case_id uuid,
  posting_id uuid,
  category text not null,
  channel text not null,
  state text not null,
  about text not null,
  complainant_name text,
  phone text,
  received_on date not null,
  due_on date not null,
  verifier text,
  verifier_account uuid,
  verified_on date,
  finding text,
  outcome text,
  answer text,
  answered_on date,
  document_id uuid,
  version integer not null,
  updated_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_grievance_pk primary key (origin_commune_id, id),
  constraint review_grievance_channel_ck check (channel in ('public', 'office', 'meeting', 'post')),
  constraint review_grievance_state_ck check (state in ('received', 'assigned', 'verified', 'answered', 'closed'))
);
create index review_grievance_scope_ix on review_grievance (scope_path, year, state);

create table review_grievance_event (
  origin_commune_id bigint not null,
  grievance_id uuid not null,
  number integer not null,
  act text not null,
  detail jsonb not null,
  actor text not null,
  on_day date not null,
  at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_grievance_event_pk primary key (origin_commune_id, grievance_id, number),
  constraint review_grievance_event_grievance_fk foreign key (origin_commune_id, grievance_id) references review_grievance (origin_commune_id, id)
);

-- What a commune sends upward, with its tables as they were, and the superior's answer.
create table review_submission (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  year integer not null,
  number text,
  submitted_on date not null,
  submitted_by text not null,
  due_on date not null,
  provisional boolean not null,
  superior text not null,
  content jsonb not null,
  content_hash text not null,
  state text not null,
  opinion text,
  opinion_number text,
  opinion_by text,
  opinion_on date,
  document_id uuid,
  opinion_document_id uuid,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_submission_pk primary key (origin_commune_id, id),
  constraint review_submission_state_ck check (state in ('submitted', 'answered', 'recalled'))
);
create index review_submission_scope_ix on review_submission (scope_path, year, state);

create table review_submission_case (
  origin_commune_id bigint not null,
  submission_id uuid not null,
  case_id uuid not null,
  class text not null,
  answer text,
  reason text,
  scope_path text collate "C" not null,
  constraint review_submission_case_pk primary key (origin_commune_id, submission_id, case_id),
  constraint review_submission_case_submission_fk foreign key (origin_commune_id, submission_id) references review_submission (origin_commune_id, id),
  constraint review_submission_case_case_fk foreign key (origin_commune_id, case_id) references review_case (origin_commune_id, id),
  constraint review_submission_case_answer_ck check (answer in ('clear', 'return'))
);
create index review_submission_case_case_ix on review_submission_case (case_id);

-- The commune chairman's decision, and who is in which of its lists.
create table review_decision (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  year integer not null,
  number text not null,
  decided_on date not null,
  signed_by text not null,
  recorded_by text not null,
  counts jsonb not null,
  content_hash text not null,
  document_id uuid,
  at timestamptz not null,
  scope_path text collate "C" not null,
  constraint review_decision_pk primary key (origin_commune_id, id)
);
create index review_decision_scope_ix on review_decision (scope_path, year);

create table review_decision_line (
  origin_commune_id bigint not null,
  decision_id uuid not null,
  case_id uuid not null,
  list text not null,
  position integer not null,
  class text not null,
  reason text,
  scope_path text collate "C" not null,
  constraint review_decision_line_pk primary key (origin_commune_id, decision_id, case_id, list),
  constraint review_decision_line_decision_fk foreign key (origin_commune_id, decision_id) references review_decision (origin_commune_id, id),
  constraint review_decision_line_case_fk foreign key (origin_commune_id, case_id) references review_case (origin_commune_id, id),
  constraint review_decision_line_list_ck check (list in ('POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT', 'REFUSED'))
);
create index review_decision_line_case_ix on review_decision_line (case_id);

create table review_certificate (
  origin_commune_id bigint not null,
  id uuid not null,
  household_origin bigint not null,
  household_id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  year integer not null,
  series integer not null,
  number text not null,
  code text collate "C" not null,
  class text not null,
  head_name text not null,
  state text not null,
  issued_on date not null,
  issued_by text not null,
  ended_on date,
  ended_reason text,
  ended_by text,
  replaced_by uuid,
  document_id uuid,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_certificate_pk primary key (origin_commune_id, id),
  constraint review_certificate_series_uq unique (origin_commune_id, year, series),
  constraint review_certificate_state_ck check (state in ('valid', 'replaced', 'revoked', 'expired'))
);
create index review_certificate_scope_ix on review_certificate (scope_path, year);
create index review_certificate_household_ix on review_certificate (household_id);

-- The yearly table on the back: what each later year's decision said of the holder.
create table review_certificate_renewal (
  origin_commune_id bigint not null,
  certificate_id uuid not null,
  year integer not null,
  class text not null,
  decision_number text not null,
  decided_on date not null,
  actor text not null,
  scope_path text collate "C" not null,
  constraint review_certificate_renewal_pk primary key (origin_commune_id, certificate_id, year),
  constraint review_certificate_renewal_certificate_fk foreign key (origin_commune_id, certificate_id) references review_certificate (origin_commune_id, id)
);

-- Who collects in which village of a round.
create table review_assignment (
  origin_commune_id bigint not null,
  id uuid not null,
  round_id uuid not null,
  village_id bigint not null,
  account_id uuid,
  name text not null,
  assigned_on date not null,
  ended_on date,
  document_id uuid,
  version integer not null,
  scope_path text collate "C" not null,
  constraint review_assignment_pk primary key (origin_commune_id, id)
);
create index review_assignment_round_ix on review_assignment (round_id, village_id);
create index review_assignment_scope_ix on review_assignment (scope_path);

do $$
declare
  scoped text;
begin
  foreach scoped in array array[
    'review_case', 'review_case_event', 'review_meeting', 'review_meeting_vote', 'review_posting', 'review_posting_line',
    'review_grievance', 'review_grievance_event', 'review_submission', 'review_submission_case', 'review_decision',
    'review_decision_line', 'review_certificate', 'review_certificate_renewal', 'review_assignment'
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

-- What anyone may see who has the printed code: only what the whitelist of the public view holds.
create table review_public_page (
  code text collate "C" not null,
  kind text not null,
  subject_id uuid not null,
  opens_on date not null,
  ends_on date,
  content jsonb not null,
  constraint review_public_page_pk primary key (code),
  constraint review_public_page_kind_ck check (kind in ('posting', 'grievance', 'certificate'))
);
create index review_public_page_subject_ix on review_public_page (subject_id);
grant select, insert, update, delete on review_public_page to benvung_app;

-- Law that an administrator loads over what this version ships: a year's working days, a version of the procedure.
create table loaded_law (
  kind text not null,
  name text collate "C" not null,
  content jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  constraint loaded_law_pk primary key (kind, name),
  constraint loaded_law_kind_ck check (kind in ('working-calendar', 'review-procedure'))
);
grant select, insert, update, delete on loaded_law to benvung_app;
