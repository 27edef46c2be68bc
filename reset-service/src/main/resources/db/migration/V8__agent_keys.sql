-- The public keys (JWK) of the tenants' agents. A current one has no end; a retired signing key is still believed for a day.
create table agent_key (
    tenant_id     text        not null references tenant,
    agent         text        not null,
    use           text        not null check (use in ('ENCRYPTION', 'SIGNING')),
    kid           text        not null,
    jwk           text        not null,
    registered_at timestamptz not null,
    retired_at    timestamptz,
    primary key (tenant_id, use, kid)
);
create index agent_key_agent on agent_key (tenant_id, agent);

-- Keys that came with an import name no agent.
insert into agent_key (tenant_id, agent, use, kid, jwk, registered_at)
select tenant.id, 'imported', key.use, key.jwk::jsonb ->> 'kid', key.jwk, now()
from tenant
cross join lateral (values ('ENCRYPTION', agent_encryption_key), ('SIGNING', agent_signing_key)) as key (use, jwk)
where agent_encryption_key is not null and agent_signing_key is not null;

alter table tenant drop column agent_encryption_key;
alter table tenant drop column agent_signing_key;

-- What lets one agent in, once: the hash of a token that only its administrator has seen.
create table onboarding_token (
    hash       bytea primary key,
    tenant_id  text        not null references tenant,
    issued_by  uuid        not null references account on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_by    text
);
create index onboarding_token_expired on onboarding_token (expires_at);

-- The last message of each topic that no agent had signed, of those that were told of.
create table distrusted_message (
    tenant_id  text        not null references tenant,
    topic      text        not null,
    message_id uuid        not null,
    told_at    timestamptz not null,
    primary key (tenant_id, topic)
);
