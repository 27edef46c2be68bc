-- Administrators turn the pages of a tenant's accounts by name.
create index account_by_name on account (tenant_id, lower(user_principal_name)) where removed_at is null;
-- From a group to those that it is in.
create index group_group_child on group_group (tenant_id, child_id);
