package io.sspr.contract.reset;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.util.UUID;

/** What happened to a reset as a whole. */
public sealed interface ResetFact extends Fact
        permits AccountNotVerified,
                AccountUnlocked,
                AdminContacted,
                PasswordRefused,
                ResetAbandoned,
                ResetCancelled,
                ResetRefused,
                ResetStarted,
                ResetSucceeded,
                WritebackRequested {
    /** The session; null for an attempt that never became one. */
    UUID resetId();

    Person user();
}
