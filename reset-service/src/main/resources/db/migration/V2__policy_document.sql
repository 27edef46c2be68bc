-- A tenant's settings are one document; what it does not name has its default.
alter table tenant add column policy jsonb;
alter table tenant add column version int not null default 0;
-- PAID, TRIAL or FREE, and since when a trial runs.
alter table tenant add column plan text not null default 'PAID';
alter table tenant add column trial_started_on date;
-- Whether a domain of the tenant's own was added to the one it was given.
alter table tenant add column custom_domain boolean not null default true;
-- Whether accounts come from an on-premises directory.
alter table tenant add column directory_sync boolean not null default false;
update tenant set directory_sync = exists (select 1 from account where tenant_id = tenant.id and kind <> 'CLOUD_ONLY');
update tenant set policy = jsonb_strip_nulls(jsonb_build_object(
    'ssprEnabled', sspr_enabled,
    'ssprGroupId', sspr_group_id,
    'methodsRequired', methods_required,
    'methodsEnabled', to_jsonb(methods_enabled),
    'allowedToUseSspr', allowed_to_use_sspr,
    'writebackEnabled', writeback_enabled,
    'notifyUserOnReset', notify_user_on_reset,
    'notifyAllAdminsOnAdminReset', notify_all_admins_on_admin_reset));
alter table tenant alter column policy set not null;
alter table tenant
    drop column sspr_enabled, drop column sspr_group_id, drop column methods_required, drop column methods_enabled,
    drop column allowed_to_use_sspr, drop column writeback_enabled, drop column notify_user_on_reset,
    drop column notify_all_admins_on_admin_reset;

alter table account add column office_phone text;
-- Mail addresses by which users may be named, besides their user principal name.
alter table account add column proxy_addresses text[] not null default '{}';
create index account_proxy_addresses on account using gin (proxy_addresses);

-- A session without an account is a decoy: somebody named an account that does not exist.
alter table reset_session alter column account_id drop not null;
-- Under what its attempts are counted: the account's id, or a keyed hash of the name that was typed.
alter table reset_session add column throttle_subject text;
update reset_session set throttle_subject = account_id::text;
alter table reset_session alter column throttle_subject set not null;
-- What the agent was asked to do: RESET or UNLOCK.
alter table reset_session add column operation text;
alter table reset_session add column version int not null default 0;

alter table challenge drop column wrong;
alter table challenge alter column code_hash drop not null;
alter table challenge alter column delivery drop not null;
alter table challenge add column channel text;
alter table challenge add column created_at timestamptz not null default now();
-- The questions that were drawn, by their keys.
alter table challenge add column questions text[];
update challenge set channel = case method when 'EMAIL' then 'EMAIL' else 'SMS' end;
