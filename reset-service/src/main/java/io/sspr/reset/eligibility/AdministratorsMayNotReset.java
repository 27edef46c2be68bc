package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;

/** The tenant took self-service reset away from its administrators. Source: R-CHK-03, R-ADM-08. */
final class AdministratorsMayNotReset implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        return candidate.isAdministrator() && !candidate.tenant().policy().allowedToUseSspr();
    }

    @Override
    public SsprCode code() {
        return SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
    }
}
