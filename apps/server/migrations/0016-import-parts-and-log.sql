-- What a batch left of a household it wrote over, beside what it was: told apart without unpacking that.
alter table exchange_before add column household_version integer;
alter table exchange_before add column record_version integer;
-- Files are packed already or read once: packing them anew only keeps others waiting.
alter table exchange_file alter column bytes set storage external;
-- A batch that is begun and published at once is written last, after what it keeps of the households before.
alter table exchange_before drop constraint exchange_before_batch_fk;

-- The log is read of one person, or of one kind of act, however many others wrote since.
create index audit_entry_actor_ix on audit_entry (actor, at, lane, sequence);
create index audit_entry_act_ix on audit_entry (act, at, lane, sequence);
