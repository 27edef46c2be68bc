-- Facts that are committed and not yet published; a row lives for milliseconds unless the broker is away.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    headers    text        not null,
    body       bytea       not null,
    created_at timestamptz not null default now()
);

-- Messages that this service has acted on.
create table inbox (
    message_id  uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_received_at on inbox (received_at);
