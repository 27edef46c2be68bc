-- Decoys are made after users who hold something to prove themselves with.
create index account_decoy_model on account (tenant_id, id)
    where enabled and not guest and removed_at is null and cardinality(roles) = 0
        and coalesce(authentication_phone, mobile_phone, authentication_email, alternate_email) is not null;
