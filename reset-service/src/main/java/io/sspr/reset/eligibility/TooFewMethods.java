package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;

/** The account has fewer usable methods than gates: data is missing or malformed. Source: R-CHK-08. */
final class TooFewMethods implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return !candidate.gates().canBePassed();
    }

    @Override
    public SsprCode code() {
        return SsprCode.USER_NOT_PROPERLY_CONFIGURED;
    }
}
