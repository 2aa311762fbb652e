-- A household's own papers whose period is over: their data name nobody any more and their files are gone.
alter table document add column forgotten_at timestamptz;
