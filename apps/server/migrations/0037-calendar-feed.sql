-- The secret address at which a person's own calendar program reads their deadlines; its hash alone is kept.
create table calendar_feed (
  account_id uuid not null,
  key_hash text collate "C" not null,
  made_at timestamptz not null,
  last_read_at timestamptz,
  reads integer not null default 0,
  constraint calendar_feed_pk primary key (account_id),
  constraint calendar_feed_key_uq unique (key_hash),
  constraint calendar_feed_account_fk foreign key (account_id) references account (id)
);
