package io.sspr.reset.directory;

/** Fired by an import, within its transaction, for what has to be there for the tenant from then on. */
public record TenantImported(String tenant) {}
