package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.List;
import java.util.UUID;

/**
 * A new password broke a policy; the user stays on the password page with gates and time kept. Source: R-FLW-42.
 *
 * @param rules the broken rules as far as the policy's owner tells, never a part of the password
 */
public record PasswordRefused(UUID resetId, Person user, Policy policy, List<String> rules) implements ResetFact {
    /** Whose policy refused. */
    public enum Policy {
        CLOUD,
        /** Terms that are easy to guess, or names. */
        BANNED,
        ON_PREMISES
    }
}
