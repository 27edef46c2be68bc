package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.UUID;

/** Nobody was found who may reset under the name that was typed. The user never learns the cause; the administrator does. Source: R-ERR-91, R-ERR-94. */
public record AccountNotVerified(UUID resetId, Person user, Cause cause) implements ResetFact {
    /** Why no account was verified. */
    public enum Cause {
        UNKNOWN,
        SIGN_IN_DISABLED,
        GUEST
    }
}
