-- What this agent did about each request. Holds no password, neither readable nor sealed.
create table writeback_ledger (
    request_id        uuid primary key,
    account           text        not null,
    received_at       timestamptz not null,
    -- The directory's pwdLastSet just before the first write; null if there was none.
    password_last_set bigint,
    finished_at       timestamptz,
    -- The answer as JSON; null while the write is under way or its outcome unknown.
    result            text
);
create index writeback_ledger_received_at on writeback_ledger (received_at);

create table event_log (
    id           bigint generated always as identity primary key,
    occurred_at  timestamptz not null,
    event_id     integer     not null,
    name         text        not null,
    level        text        not null,
    request_id   uuid,
    support_code uuid,
    details      text        not null
);
create index event_log_occurred_at on event_log (occurred_at);
