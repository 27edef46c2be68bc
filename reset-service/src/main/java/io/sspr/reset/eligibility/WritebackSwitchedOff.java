package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.writeback.AgentReachability;

/** The password is mastered on-premises and nothing writes it back. Source: R-CHK-09. */
final class WritebackSwitchedOff implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return candidate.isManagedOnPremises()
                && (candidate.agent() == AgentReachability.NOT_ONBOARDED
                        || !candidate.tenant().policy().writebackEnabled());
    }

    @Override
    public SsprCode code() {
        return SsprCode.WRITEBACK_NOT_ENABLED;
    }
}
