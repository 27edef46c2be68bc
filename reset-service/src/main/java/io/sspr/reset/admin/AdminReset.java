package io.sspr.reset.admin;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.signin.Visitor;
import java.time.Instant;

/**
 * An administrator gives a user another password, as far as it is not secret.
 *
 * @param account whose password it will be, as it was when the administrator asked
 * @param by the administrator
 * @param mustChange whether the user has to replace it at the next sign-in. Source: R-WB-45
 */
record AdminReset(Tenant tenant, Account account, Person by, boolean mustChange, Visitor visitor) {

    /** A fact about the user, with the account as key. */
    <F extends Fact> Message<F> message(Instant at, F fact) {
        return visitor.message(tenant.id(), account.id(), at, fact);
    }
}
