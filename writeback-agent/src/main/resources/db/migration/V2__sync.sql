-- What this agent told of the directory's users and groups, so that it tells only what is new. Names are distinguished names in their normal form.
create table synced_object (
    object_guid uuid primary key,
    name        text  not null,
    anchor      text  not null,
    -- SHA-256 of what was told last; null for what is known by name only so far.
    told        bytea,
    -- The run that saw it last.
    run         uuid  not null
);
create index synced_object_name on synced_object (name);
create index synced_object_anchor on synced_object (anchor);

-- Up to where the directory was read; at most one row.
create table sync_cookie (
    id         int primary key check (id = 1),
    controller text        not null,
    scope      text        not null,
    usn        bigint      not null,
    read_at    timestamptz not null,
    full_at    timestamptz not null
);
