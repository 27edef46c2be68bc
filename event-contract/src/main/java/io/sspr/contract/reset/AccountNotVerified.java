package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.util.UUID;

/** Nobody was found who may reset under the name that was typed. The user never learns the cause; the administrator does. Source: R-ERR-91, R-ERR-94. */
public record AccountNotVerified(UUID resetId, Person user, Cause cause) implements ResetFact {
    /** Why no account was verified. */
    public enum Cause {
        UNKNOWN,
        SIGN_IN_DISABLED,
        GUEST,
        /** A mail address of an account was typed, and the tenant does not allow to sign in with it. */
        ALTERNATE_ID_NOT_ENABLED,
        /** A mail address of a federated account was typed; those have no alternate name. */
        ALTERNATE_ID_FEDERATED,
        /** The mail address belongs to more than one account. */
        AMBIGUOUS_ADDRESS,
        /** The user became an administrator, or the policy stricter, after the gates were passed. */
        MORE_GATES_REQUIRED
    }
}
