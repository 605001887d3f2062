-- Where each question came from, as far as it is known.
alter table validations add column country text check (country ~ '^[A-Z]{2}$');

create index validations_by_country on validations (country, id desc);
