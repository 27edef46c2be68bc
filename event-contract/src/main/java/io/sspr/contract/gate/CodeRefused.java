package io.sspr.contract.gate;

import io.sspr.contract.Person;
import java.util.UUID;

/** What the user gave (a code, answers, a reply on the phone) does not open the gate. */
public record CodeRefused(UUID resetId, Person user, UUID challengeId, int gate, String method, Cause cause)
        implements GateFact {
    /** Why the code was refused. */
    public enum Cause {
        WRONG,
        EXPIRED,
        /** The user refused the request on the phone. */
        DENIED
    }
}
