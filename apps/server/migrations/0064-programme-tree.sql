-- A programme's tree is data of the house as days off are.
alter table loaded_law drop constraint loaded_law_kind_ck;
alter table loaded_law add constraint loaded_law_kind_ck
  check (kind in ('working-calendar', 'review-procedure', 'duty-times', 'programme-tree'));
