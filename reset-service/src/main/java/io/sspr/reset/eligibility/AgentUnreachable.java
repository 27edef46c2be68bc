package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.writeback.AgentReachability;

/** The tenant's agent has not been heard of for too long. Source: R-CHK-10, R-WB-22. */
final class AgentUnreachable implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return candidate.isManagedOnPremises() && candidate.agent() == AgentReachability.UNREACHABLE;
    }

    @Override
    public SsprCode code() {
        return SsprCode.ON_PREMISES_CONNECTIVITY_ERROR;
    }
}
