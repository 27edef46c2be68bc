package io.sspr.reset.admin;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.signin.Visitor;
import java.time.Instant;

/**
 * An administrator lets a user in again who is locked out of sign-in.
 *
 * @param account whose it is, as it was when the administrator asked
 * @param by the administrator
 */
record AdminUnlock(Tenant tenant, Account account, Person by, Visitor visitor) {

    /** A fact about the user, with the account as key. */
    <F extends Fact> Message<F> message(Instant at, F fact) {
        return visitor.message(tenant.id(), account.id(), at, fact);
    }
}
