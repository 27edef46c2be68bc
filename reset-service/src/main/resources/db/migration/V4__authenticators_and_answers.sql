-- An app registered for an account. The secret is encrypted by the service; last_step is the step of the last code that was used.
create table authenticator (
    id         uuid primary key,
    account_id uuid        not null references account,
    kind       text        not null,
    name       text        not null,
    device     text,
    secret     bytea       not null,
    last_step  bigint      not null,
    created_at timestamptz not null,
    check (device is null or kind = 'MICROSOFT')
);
create index authenticator_account on authenticator (account_id);

-- A user's answer to a security question, as a slow salted hash. The text is that of an organisation's own question when it was chosen.
create table security_answer (
    id            uuid primary key,
    account_id    uuid        not null references account,
    question_key  text        not null,
    question_text text,
    answer_hash   text        not null,
    created_at    timestamptz not null,
    unique (account_id, question_key)
);
