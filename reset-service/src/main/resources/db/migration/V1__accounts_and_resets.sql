-- One organisation, its reset policy, and the public keys of its on-premises agents (JWK) once these are onboarded.
create table tenant (
    id                              text primary key,
    display_name                    text    not null,
    sspr_enabled                    text    not null,
    sspr_group_id                   text,
    methods_required                int     not null,
    methods_enabled                 text[]  not null,
    allowed_to_use_sspr             boolean not null,
    writeback_enabled               boolean not null,
    notify_user_on_reset            boolean not null,
    notify_all_admins_on_admin_reset boolean not null,
    agent_encryption_key            text,
    agent_signing_key               text
);

create table tenant_domain (
    domain    text primary key,
    tenant_id text not null references tenant
);

create table account (
    id                   uuid primary key,
    tenant_id            text    not null references tenant,
    user_principal_name  text    not null,
    display_name         text,
    given_name           text,
    surname              text,
    kind                 text    not null,
    cloud_anchor         text,
    enabled              boolean not null,
    guest                boolean not null,
    mail                 text,
    alternate_email      text,
    authentication_email text,
    mobile_phone         text,
    authentication_phone text,
    preferred_language   text,
    usage_location       text,
    roles                text[]  not null,
    licences             text[]  not null,
    password_hash        text
);
create unique index account_user_principal_name on account (lower(user_principal_name));
create index account_tenant on account (tenant_id);

create table account_group (
    tenant_id    text   not null references tenant,
    id           text   not null,
    display_name text   not null,
    licences     text[] not null,
    primary key (tenant_id, id)
);

create table group_account (
    tenant_id  text not null,
    group_id   text not null,
    account_id uuid not null references account,
    primary key (tenant_id, group_id, account_id),
    foreign key (tenant_id, group_id) references account_group
);
create index group_account_account on group_account (account_id);

-- Groups within groups; cycles are possible and harmless.
create table group_group (
    tenant_id text not null,
    parent_id text not null,
    child_id  text not null,
    primary key (tenant_id, parent_id, child_id),
    foreign key (tenant_id, parent_id) references account_group,
    foreign key (tenant_id, child_id) references account_group
);

create table reset_session (
    id                 uuid primary key,
    support_code       uuid        not null,
    tenant_id          text        not null references tenant,
    account_id         uuid        not null references account,
    token_hash         bytea       not null,
    language           text        not null,
    ip_address         text        not null,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    gates_required     int         not null,
    passed_methods     text[]      not null,
    state              text        not null,
    request_id         uuid,
    request_expires_at timestamptz,
    pending_hash       text,
    refused_code       int,
    refused_policy     text,
    refused_rules      text[]
);
create unique index reset_session_request on reset_session (request_id);
create index reset_session_open on reset_session (expires_at) where state in ('GATES_OPEN', 'PASSWORD_OPEN', 'WRITEBACK_PENDING');

-- A one-time code that was sent; at most one per session is OPEN.
create table challenge (
    id         uuid primary key,
    session_id uuid        not null references reset_session,
    gate       int         not null,
    method     text        not null,
    code_hash  bytea       not null,
    expires_at timestamptz not null,
    wrong      int         not null,
    status     text        not null,
    delivery   text        not null
);
create unique index challenge_open on challenge (session_id) where status = 'OPEN';

-- The last sign of life of each agent.
create table agent_status (
    tenant_id    text        not null,
    agent        text        not null,
    version      text        not null,
    heartbeat_at timestamptz not null,
    health       text        not null,
    detail       text,
    primary key (tenant_id, agent)
);
