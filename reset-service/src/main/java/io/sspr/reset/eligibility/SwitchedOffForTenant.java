package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.policy.TenantPolicy;

/** Reset is switched off for the whole tenant; administrators are not bound by the switch. Source: R-CHK-04. */
final class SwitchedOffForTenant implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return !candidate.isAdministrator() && candidate.tenant().policy().ssprEnabled() == TenantPolicy.Scope.NONE;
    }

    @Override
    public SsprCode code() {
        return SsprCode.TENANT_SSPR_FLAG_DISABLED;
    }
}
