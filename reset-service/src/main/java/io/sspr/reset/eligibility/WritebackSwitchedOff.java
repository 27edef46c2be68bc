package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;

/** The password is mastered on-premises and nothing writes it back. Source: R-CHK-09. */
final class WritebackSwitchedOff implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return candidate.isManagedOnPremises()
                && !(candidate.tenant().isOnboarded()
                        && candidate.tenant().policy().writebackEnabled());
    }

    @Override
    public SsprCode code() {
        return SsprCode.WRITEBACK_NOT_ENABLED;
    }
}
