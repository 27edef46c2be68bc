-- Names the form that asked for a verification, with what was typed in it: sent twice, it begins one.
alter table verification add column form uuid;
create unique index verification_form on verification (sign_in, form) where form is not null;
