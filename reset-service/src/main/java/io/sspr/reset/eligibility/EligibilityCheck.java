package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;

/** One reason for which a reset is refused before it begins. */
interface EligibilityCheck {
    boolean fails(Candidate candidate);

    SsprCode code();

    /** What the administrator reads; a name of ours, not a sentence. */
    default String reason() {
        return getClass().getSimpleName();
    }
}
