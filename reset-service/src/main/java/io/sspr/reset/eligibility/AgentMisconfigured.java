package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.writeback.AgentReachability;

/** The tenant's agent is there but says that its configuration is at fault. Source: R-CHK-11. */
final class AgentMisconfigured implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return candidate.isManagedOnPremises() && candidate.agent() == AgentReachability.MISCONFIGURED;
    }

    @Override
    public SsprCode code() {
        return SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;
    }
}
