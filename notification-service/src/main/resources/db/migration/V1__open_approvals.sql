-- Calls and pushes that went out and wait for their answer. Neither phone number nor device is kept.
create table open_approval (
    delivery_id  uuid primary key,
    channel      text        not null,
    tenant       text        not null,
    subject      text        not null,
    support_code uuid,
    attempts     integer     not null,
    expires_at   timestamptz not null,
    -- When the carrier is to be asked next.
    ask_at       timestamptz not null
);
create index open_approval_ask_at on open_approval (channel, ask_at);
