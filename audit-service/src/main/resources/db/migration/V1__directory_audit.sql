-- The audit log. The document is the whole line in Graph's shape; the other columns are the parts that can be filtered by.
create table directory_audit (
    id                    uuid        primary key,
    tenant                text        not null,
    activity_date_time    timestamptz not null,
    activity_display_name text        not null,
    logged_by_service     text        not null,
    correlation_id        uuid,
    result                text        not null,
    user_id               uuid,
    user_display_name     text,
    user_principal_name   text,
    target_id             text,
    document              jsonb       not null,
    recorded_at           timestamptz not null default now()
);

-- Pages go by time and id, within a tenant.
create index directory_audit_page on directory_audit (tenant, activity_date_time, id);
create index directory_audit_activity on directory_audit (tenant, activity_display_name, activity_date_time, id);
create index directory_audit_correlation on directory_audit (tenant, correlation_id);
create index directory_audit_user on directory_audit (tenant, user_id, activity_date_time, id);
create index directory_audit_user_name on directory_audit (tenant, lower(user_principal_name) text_pattern_ops);
create index directory_audit_target on directory_audit (tenant, target_id, activity_date_time, id);

-- A line, once written, stays as it is.
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger directory_audit_append_only before update or delete or truncate on directory_audit
    for each statement execute function refuse_change_of_audit();
