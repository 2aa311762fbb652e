-- What daily work with accounts needs: a name that is found without diacritics, passwords that must be changed,
-- a second factor, names at an OpenID provider, and sessions that can be told apart and ended one by one.
alter table account add column search_key text collate "C" not null default '';
update account set search_key = lower(replace(replace(
  regexp_replace(normalize(full_name, nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd'));

alter table account add column must_change_password boolean not null default false;
alter table account add column password_changed_at timestamptz;
-- Sealed with the server's key; without `totp_since` it was shown and not yet confirmed.
alter table account add column totp_secret text;
alter table account add column totp_since timestamptz;
-- The time step of the last code that was taken: no code opens twice.
alter table account add column totp_last_step bigint not null default 0;
-- The name at the OpenID provider an administrator allowed, and whom the provider turned out to mean by it.
alter table account add column external_name text collate "C";
alter table account add column external_issuer text;
alter table account add column external_subject text;
create unique index account_external_name_uq on account (external_name) where external_name is not null;
create unique index account_external_subject_uq on account (external_issuer, external_subject)
  where external_subject is not null;

create table account_recovery_code (
  account_id uuid not null,
  code_hash text collate "C" not null,
  used_at timestamptz,
  constraint account_recovery_code_pk primary key (account_id, code_hash),
  constraint account_recovery_code_account_fk foreign key (account_id) references account (id)
);
create index account_role_unit_ix on account_role (unit_id, account_id);

-- Whoever was signed in signs in again: every session is now known by an id that opens nothing.
delete from session;
alter table session add column id uuid not null;
alter table session add column device text not null default '';
alter table session add column way text not null default 'password';
alter table session add constraint session_id_uq unique (id);
alter table session add constraint session_way_ck check (way in ('password', 'openId'));

-- The log is read page by page, newest first.
create index audit_entry_at_ix on audit_entry (at, lane, sequence);

alter table account add column last_sign_in_at timestamptz;
