package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.policy.TenantPolicy;

/** The account is not in the group that may reset. Source: R-CHK-06. */
final class OutsideScope implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return !candidate.isAdministrator()
                && candidate.tenant().policy().ssprEnabled() == TenantPolicy.Scope.SELECTED
                && !candidate.inScopeGroup();
    }

    @Override
    public SsprCode code() {
        return SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
    }
}
