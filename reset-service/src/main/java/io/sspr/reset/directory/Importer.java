package io.sspr.reset.directory;

import io.sspr.contract.Person;
import io.sspr.reset.signin.Caller;

/**
 * Who imports a tenant.
 *
 * @param administrator the tenant's own; null while it is set up
 * @param setupToken by which the tenant is set up; null for an administrator
 */
record Importer(Caller administrator, String setupToken, String ipAddress) {
    static Importer of(Caller administrator) {
        return new Importer(administrator, null, administrator.person().ipAddress());
    }

    boolean setsUp() {
        return administrator == null;
    }

    /** Unknown at the set-up. */
    Person person() {
        return setsUp() ? Person.unknown(ipAddress) : administrator.person();
    }

    @Override
    public String toString() {
        return "Importer[" + person().id() + "]";
    }
}
