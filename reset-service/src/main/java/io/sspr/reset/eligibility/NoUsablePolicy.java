package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy;

/** Reset is on, but the policy cannot let anybody through: no group to select by, or fewer methods than gates. Source: R-CHK-05. */
final class NoUsablePolicy implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        if (candidate.isAdministrator()) {
            return false;
        }
        TenantPolicy policy = candidate.tenant().policy();
        boolean groupIsMissing = policy.ssprEnabled() == TenantPolicy.Scope.SELECTED && !candidate.scopeGroupExists();
        return groupIsMissing || !RequiredGates.canBePassedBySomebody(candidate.tenant());
    }

    @Override
    public SsprCode code() {
        return SsprCode.SSPR_NOT_ENABLED_IN_USER_POLICY;
    }
}
