-- The first page of a province's households is read in the order of names, without sorting all of them.
create index household_name_ix on household (head_sort_key, id);
create index household_list_code_ix on household (list_code) where list_code is not null;
