-- Age of the password, and which access tokens count: a token names the moment that stood here when it was issued.
alter table account add column password_set_at timestamptz;
alter table account add column password_never_expires boolean not null default false;
alter table account add column must_change_password boolean not null default false;
alter table account add column tokens_valid_from timestamptz not null default timestamptz '1970-01-01 00:00:00Z';
update account set password_set_at = now() where password_hash is not null;

-- Bad sign-ins in a row, by account id, or by keyed hash of a name that leads to no account. Marks are keyed hashes of bad passwords.
create table sign_in_lockout (
    subject      text primary key,
    failures     int         not null,
    locked_until timestamptz,
    bad_marks    text[]      not null,
    attempted_at timestamptz not null
);
create index sign_in_lockout_attempted on sign_in_lockout (attempted_at);

-- What an agent is asked for outside a reset. The request itself, with its sealed passwords, is never stored.
create table agent_request (
    request_id   uuid primary key,
    tenant_id    text        not null references tenant,
    account_id   uuid        not null references account,
    operation    text        not null,
    state        text        not null,
    agent        text,
    reason       text,
    evidence     jsonb,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    pending_hash text,
    support_code uuid        not null,
    ip_address   text        not null,
    language     text        not null
);
create index agent_request_pending on agent_request (expires_at) where state = 'PENDING';
create index agent_request_account on agent_request (account_id);

-- The one-time token that was printed at the first start; at most one row.
create table setup_token (
    id         int primary key check (id = 1),
    hash       bytea       not null,
    created_at timestamptz not null,
    used_at    timestamptz
);
