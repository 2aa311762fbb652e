-- The register is the one source of numbers: a certificate's number is its document's, of the year the paper is dated.
alter table review_certificate drop constraint review_certificate_series_uq;

-- A paper that came from outside bears the reference it came with in place of a number of ours; a draft whose act was
-- taken back is withdrawn without one.
alter table document drop constraint document_numbered_ck;
alter table document add constraint document_numbered_ck
  check (state = 'draft' or number is not null or symbol = '' or kind = 'incoming' or state = 'withdrawn');

-- Who signed for a body, as it was told last: remembered for its next paper.
create table document_signatory (
  unit_id bigint not null,
  series text not null,
  name text not null,
  position text not null,
  authority text,
  in_place_of text,
  used_at timestamptz not null,
  scope_path text collate "C" not null,
  constraint document_signatory_pk primary key (unit_id, series, name, position),
  constraint document_signatory_series_ck check (series in ('body', 'steeringCommittee')),
  constraint document_signatory_authority_ck check (authority in ('TM', 'KT', 'TL', 'TUQ', 'Q'))
);
alter table document_signatory enable row level security;
create policy document_signatory_scope on document_signatory to benvung_app using (
  (scope_path >= current_setting('benvung.from_1', true) and scope_path < current_setting('benvung.to_1', true))
  or (scope_path >= current_setting('benvung.from_2', true) and scope_path < current_setting('benvung.to_2', true))
  or (scope_path >= current_setting('benvung.from_3', true) and scope_path < current_setting('benvung.to_3', true))
  or (scope_path >= current_setting('benvung.from_4', true) and scope_path < current_setting('benvung.to_4', true))
);
grant select, insert, update, delete on document_signatory to benvung_app;

-- How the signer, the chair and the secretary stood to what they signed.
alter table review_decision add column signatory jsonb;
alter table review_submission add column signatory jsonb;
alter table review_submission add column opinion_signatory jsonb;
alter table review_meeting add column chair_position text;
alter table review_meeting add column secretary_position text;
