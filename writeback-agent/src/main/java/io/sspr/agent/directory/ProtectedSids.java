package io.sspr.agent.directory;

import java.util.Set;

/**
 * The accounts and groups that Active Directory guards itself (AdminSDHolder). Their direct and indirect members are
 * marked with adminCount=1 within the hour; their SIDs say so at once. Source: R-WB-13, R-ADM-10.
 */
final class ProtectedSids {
    /**
     * Administrator, krbtgt, Domain Admins, Domain Controllers, Schema Admins, Enterprise Admins, Read-only Domain
     * Controllers, Key Admins, Enterprise Key Admins.
     */
    private static final Set<Long> OF_DOMAIN = Set.of(500L, 502L, 512L, 516L, 518L, 519L, 521L, 526L, 527L);

    /** Administrators, Account, Server, Print and Backup Operators, Replicator. */
    private static final Set<Long> BUILTIN = Set.of(544L, 548L, 549L, 550L, 551L, 552L);

    private ProtectedSids() {}

    static boolean contain(Sid sid) {
        return sid.isOfDomain() && OF_DOMAIN.contains(sid.relativeId())
                || sid.isBuiltin() && BUILTIN.contains(sid.relativeId());
    }
}
