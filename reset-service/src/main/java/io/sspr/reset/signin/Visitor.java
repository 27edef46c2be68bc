package io.sspr.reset.signin;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.reset.problem.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * Who sends a request, as far as it is seen from outside, and how to answer.
 *
 * @param supportCode new for every request; in its answer, its facts and its messages
 */
public record Visitor(UUID supportCode, Language language, String ipAddress) {
    public static Visitor now(Language language, String ipAddress) {
        return new Visitor(UUID.randomUUID(), language, ipAddress);
    }

    /** A fact about a user that comes of the request, with the account as key. */
    public <F extends Fact> Message<F> message(String tenant, UUID account, Instant at, F fact) {
        return new Message<>(UUID.randomUUID(), at, "/reset-service", tenant, account.toString(), supportCode, fact);
    }
}
