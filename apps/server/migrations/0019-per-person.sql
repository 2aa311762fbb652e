-- What a person keeps for themselves: tasks they asked to be reminded of later, and lists they come back to. Only they
-- see them; `benvung.account` is set in the transaction that asks.
create table task_reminder (
  account_id uuid not null,
  unit_id bigint not null,
  year integer not null,
  kind text collate "C" not null,
  until_day date not null,
  reason text not null,
  made_at timestamptz not null,
  constraint task_reminder_pk primary key (account_id, unit_id, year, kind),
  constraint task_reminder_account_fk foreign key (account_id) references account (id)
);

create table saved_view (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text collate "C" not null,
  filters jsonb not null,
  made_at timestamptz not null,
  constraint saved_view_pk primary key (account_id, id),
  constraint saved_view_name_uq unique (account_id, name_key),
  constraint saved_view_account_fk foreign key (account_id) references account (id)
);

alter table task_reminder enable row level security;
create policy task_reminder_owner on task_reminder to benvung_app using (
  account_id::text = current_setting('benvung.account', true)
);
alter table saved_view enable row level security;
create policy saved_view_owner on saved_view to benvung_app using (
  account_id::text = current_setting('benvung.account', true)
);
grant select, insert, update, delete on task_reminder, saved_view to benvung_app;
