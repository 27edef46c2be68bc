package io.sspr.reset.registration;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.throttle.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * A user who may register, with all that is known of them at this step. All steps of one sign-in belong together: its id is the support code of every
 * fact about them. Source: R-REG-16.
 *
 * @param signIn names the sign-in
 * @param user with the address that the request came from, if a request was made
 */
record Visit(
        UUID signIn,
        Person user,
        Tenant tenant,
        Account account,
        SecurityInfo info,
        Registered registered,
        Instant now) {

    <E extends Event> Message<E> message(E event) {
        return new Message<>(
                UUID.randomUUID(),
                now,
                "/reset-service",
                tenant.id(),
                account.id().toString(),
                signIn,
                event);
    }

    /** Whose attempts are counted; the same as in a reset, so that neither is a way around the other. */
    Subject attempts() {
        return new Subject(account.id().toString(), tenant.id(), signIn, user);
    }

    /** Source: R-REG-09. */
    boolean isComplete() {
        return registered.gates(account, tenant, now).canBePassed();
    }

    Options options(Mode mode) {
        return Options.of(mode, tenant, account, info, now);
    }

    Visit with(Registered current) {
        return new Visit(signIn, user, tenant, account, info, current, now);
    }
}
