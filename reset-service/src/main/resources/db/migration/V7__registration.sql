-- The office number at which its user was reached; another number in the directory has to be verified anew.
alter table account add column verified_office_phone text;
-- When the user last said that the registered data is right, or made it complete.
alter table account add column security_info_confirmed_at timestamptz;

-- What a signed-in user verifies: a phone, mailbox or app to be registered, or who they are. What is to be registered waits here and is forgotten once
-- the verification is over; the secret of an app is encrypted by the service.
create table verification (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    sign_in    uuid        not null,
    purpose    text        not null,
    method     text        not null,
    channel    text,
    datum      text,
    app_kind   text,
    app_name   text,
    app_device text,
    app_secret bytea,
    code_hash  bytea,
    status     text        not null,
    delivery   text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    passed_at  timestamptz
);
create unique index verification_open on verification (sign_in) where status = 'OPEN';
create index verification_overdue on verification (expires_at) where status = 'OPEN';
create index verification_account on verification (account_id);
create index verification_created on verification (created_at);

-- What proves who somebody is goes with the account: whoever gets the same name later is somebody else.
alter table authenticator
    drop constraint authenticator_account_id_fkey,
    add constraint authenticator_account_id_fkey foreign key (account_id) references account on delete cascade;
alter table security_answer
    drop constraint security_answer_account_id_fkey,
    add constraint security_answer_account_id_fkey foreign key (account_id) references account on delete cascade;
