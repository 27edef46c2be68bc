package io.sspr.reset.throttle;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose attempts are counted, and what a fact about them has to say.
 *
 * @param key from {@link Subjects}
 * @param tenant null for a name under no known domain: nobody is told of it
 * @param supportCode null outside a flow
 * @param user unknown if the name leads to no account
 */
public record Subject(String key, String tenant, UUID supportCode, Person user) {

    /** Has the account as key if there is one, so that all its events stay in order. */
    <F extends Fact> Message<F> message(Instant at, F fact) {
        String about = user.id() == null ? tenant : user.id().toString();
        return new Message<>(UUID.randomUUID(), at, "/reset-service", tenant, about, supportCode, fact);
    }
}
