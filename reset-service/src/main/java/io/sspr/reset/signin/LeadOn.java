package io.sspr.reset.signin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.page.Portal;
import io.sspr.reset.registration.AskAtSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Where users go who have just signed in: to what they wanted, by way of registration if they are to be asked. Nothing but the name of a portal is in
 * these addresses, so that nobody is led elsewhere. Source: R-REG-12, R-REG-13.
 */
@ApplicationScoped
class LeadOn {
    private final AskAtSignIn askAtSignIn;

    LeadOn(AskAtSignIn askAtSignIn) {
        this.askAtSignIn = askAtSignIn;
    }

    /** @param then name of the portal that was wanted; any other text or null for the one that most want */
    URI from(Account account, String then) {
        Portal wanted = wanted(account, then);
        return URI.create(
                askAtSignIn.isDue(account)
                        ? Portal.REGISTRATION.address() + "?mode=interrupt&then=" + wanted.path()
                        : wanted.address());
    }

    /** As {@link #from}, by way of a page that tells of a password which is about to expire. Source: R-CLD-07. */
    URI byWayOfNotice(Account account, String then) {
        return URI.create(Portal.SIGN_IN.address() + "/expiring?then="
                + wanted(account, then).path());
    }

    private static Portal wanted(Account account, String then) {
        return Portal.wanted(then)
                .orElse(Role.isAdministrator(account.roles()) ? Portal.ADMINISTRATION : Portal.REGISTRATION);
    }
}
