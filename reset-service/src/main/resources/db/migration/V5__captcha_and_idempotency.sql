-- Captchas that have passed, and may not pass again.
create table captcha_used (
    challenge  text primary key,
    expires_at timestamptz not null
);
create index captcha_used_expires_at on captcha_used (expires_at);

-- Requests with an Idempotency-Key and how they were answered. Nothing in here can be read without the request itself: id is a keyed hash of method,
-- address, caller and key; fingerprint one of the body; answer is null while the request is in progress, then sealed.
create table idempotent_request (
    id          bytea primary key,
    fingerprint bytea       not null,
    claim       uuid        not null,
    claimed_at  timestamptz not null,
    answer      bytea
);
create index idempotent_request_claimed_at on idempotent_request (claimed_at);
