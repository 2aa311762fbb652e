-- A file is kept piece by piece, each in a transaction of its own, before the batch that names it: others get their
-- turn between. What no batch came to name goes after a day.
alter table exchange_file drop constraint exchange_file_batch_fk;
alter table exchange_file add column kept_at timestamptz;
