package io.sspr.reset.signin;

import io.sspr.reset.problem.Language;
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
}
