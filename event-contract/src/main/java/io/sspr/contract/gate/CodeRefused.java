package io.sspr.contract.gate;

import io.sspr.contract.Person;
import java.util.UUID;

/** A code was typed that does not open the gate. */
public record CodeRefused(UUID resetId, Person user, UUID challengeId, int gate, String method, Cause cause)
        implements GateFact {
    /** Why the code was refused. */
    public enum Cause {
        WRONG,
        EXPIRED
    }
}
