-- Whoever tries to reset a password: an account by its id, or a name that leads to no account by its keyed hash. Locked while an attempt is counted.
create table throttle_subject (
    subject       text primary key,
    blocked_until timestamptz,
    blocked_by    text
);

-- The attempts that count. No foreign key: they are removed by their age, whatever becomes of the subject's row.
create table throttle_event (
    subject text        not null,
    bucket  text        not null,
    at      timestamptz not null
);
create index throttle_event_subject on throttle_event (subject, bucket, at);
create index throttle_event_at on throttle_event (at);
