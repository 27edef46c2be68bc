package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.List;
import java.util.UUID;

/**
 * A user was found eligible and a session began.
 *
 * @param gatesRequired 1 or 2
 * @param methodsOffered names such as {@code EMAIL}, in the order in which they are shown
 */
public record ResetStarted(UUID resetId, Person user, int gatesRequired, List<String> methodsOffered)
        implements ResetFact {}
