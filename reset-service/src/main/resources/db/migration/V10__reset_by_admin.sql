-- Who asked an agent on behalf of somebody else, and whether the new password is good for one sign-in only.
alter table agent_request add column requested_by uuid;
alter table agent_request add column must_change boolean not null default false;
