-- Who asked the administrators for help within the last day: an account by its id, or a name that leads to no account by its keyed hash.
create table help_request (
    id         uuid primary key,
    subject    text        not null,
    session_id uuid unique,
    at         timestamptz not null
);
create index help_request_subject on help_request (subject, at);
