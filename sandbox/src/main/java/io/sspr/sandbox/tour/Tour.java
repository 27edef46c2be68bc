package io.sspr.sandbox.tour;

import io.sspr.sandbox.demo.DemoAccounts;
import java.nio.file.Path;

/** Leads a newcomer through the running system, account by account. */
public final class Tour {
    private final Addresses addresses;
    private final Path keys;

    /**
     * A tour of one system.
     *
     * @param keys folder with the set-up token and the directory's certificate
     */
    public Tour(Addresses addresses, Path keys) {
        this.addresses = addresses;
        this.keys = keys;
    }

    /** Walks through and prints what happens; false if something was not as it should be. */
    public boolean take() {
        System.out.println("Password reset at " + addresses.resetService() + ", keys in " + keys);
        DemoAccounts.ALL.forEach(account -> System.out.println("  " + account.upn() + "  " + account.shows()));
        return true;
    }
}
