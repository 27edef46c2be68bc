-- How people sign in whose accounts come from the tenant's directory; accounts that exist keep what they have.
alter table tenant add column synced_kind text not null default 'PASS_THROUGH';

-- Which agent told of an account, and in which run last; null for accounts that were only imported.
alter table account add column synced_by text;
alter table account add column sync_run uuid;
-- Gone from the directory: nobody signs in or resets with it, and its name is free. It is back when the directory has the same object again.
alter table account add column removed_at timestamptz;
drop index account_user_principal_name;
create unique index account_user_principal_name on account (lower(user_principal_name)) where removed_at is null;
create index account_cloud_anchor on account (tenant_id, cloud_anchor);

alter table account_group add column synced_by text;
alter table account_group add column sync_run uuid;

-- The members of groups that come from the directory, by anchor: users and groups, whether they are known yet or not.
create table synced_member (
    tenant_id text not null,
    group_id  text not null,
    member    text not null,
    run       uuid not null,
    primary key (tenant_id, group_id, member),
    foreign key (tenant_id, group_id) references account_group on delete cascade
);
alter table group_account
    drop constraint group_account_tenant_id_group_id_fkey,
    add foreign key (tenant_id, group_id) references account_group on delete cascade;
alter table group_group
    drop constraint group_group_tenant_id_parent_id_fkey,
    drop constraint group_group_tenant_id_child_id_fkey,
    add foreign key (tenant_id, parent_id) references account_group on delete cascade,
    add foreign key (tenant_id, child_id) references account_group on delete cascade;

-- How far each agent's present run has been taken over; whole as long as no part is missing.
create table sync_run (
    tenant_id text    not null references tenant,
    agent     text    not null,
    run       uuid,
    part      int     not null default 0,
    whole     boolean not null default false,
    accounts  int     not null default 0,
    groups    int     not null default 0,
    removed   int     not null default 0,
    left_out  int     not null default 0,
    primary key (tenant_id, agent)
);

-- Accounts whose name is another account's: it may be free at the end of the run.
create table sync_waiting (
    tenant_id text not null,
    agent     text not null,
    anchor    text not null,
    account   text not null,
    primary key (tenant_id, agent, anchor),
    foreign key (tenant_id, agent) references sync_run
);
