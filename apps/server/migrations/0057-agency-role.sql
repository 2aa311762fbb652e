-- Who works in an agency has a role of their own: the desk's duties, and nothing of the area around it.
alter table account_role drop constraint account_role_role_ck;
alter table account_role add constraint account_role_role_ck
  check (role in ('viewer', 'agency', 'enumerator', 'officer', 'approver', 'inspector', 'administrator'));
