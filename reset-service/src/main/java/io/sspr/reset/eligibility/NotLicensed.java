package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Licence;

/** No licence covers this reset. Cloud-only administrators need none. Source: R-CHK-07, R-LIC-02, R-LIC-03, R-LIC-08. */
final class NotLicensed implements EligibilityCheck {
    @Override
    public boolean fails(Candidate candidate) {
        if (candidate.isManagedOnPremises()) {
            return candidate.licences().stream().noneMatch(Licence::allowsWriteback);
        }
        return !candidate.isAdministrator() && candidate.licences().stream().noneMatch(Licence::allowsReset);
    }

    @Override
    public SsprCode code() {
        return SsprCode.USER_NOT_LICENSED;
    }
}
