-- Mails wait here until the mail server took them. The key says what a mail is, so that planning it twice makes one; a
-- mail whose sending was cut off is `unsure` and is not sent again by itself. No role of requests reads this table.
create table mail_outbox (
  id uuid not null,
  key text collate "C" not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null,
  attempts integer not null,
  next_at timestamptz not null,
  made_at timestamptz not null,
  settled_at timestamptz,
  fault text,
  constraint mail_outbox_pk primary key (id),
  constraint mail_outbox_key_uq unique (key),
  constraint mail_outbox_state_ck check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure'))
);
create index mail_outbox_waiting_ix on mail_outbox (next_at) where state = 'waiting';

-- Where a person wants to be reminded.
create table mail_address (
  account_id uuid not null,
  address text not null,
  set_at timestamptz not null,
  constraint mail_address_pk primary key (account_id),
  constraint mail_address_account_fk foreign key (account_id) references account (id)
);
