package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.REGISTERED;
import static io.sspr.audit.record.Activity.REGISTRATION_STARTED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_DELETED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_REVIEWED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_SAVED;
import static io.sspr.audit.record.Activity.SECURITY_INFO_VERIFICATION;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.registration.IdentityProven;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.MethodRemoved;
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.registration.RegistrationConfirmed;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.contract.registration.RegistrationUnfinished;
import io.sspr.contract.registration.VerificationRefused;
import io.sspr.contract.registration.VerificationRequested;

/** What users did about the data that proves who they are: a line for each datum. Source: R-REG-16, R-AUD-26, R-AUD-27, R-AUD-30. */
final class RegistrationEntries {
    private RegistrationEntries() {}

    static Entry of(MethodRegistered fact) {
        return success(fact.replaced() ? SECURITY_INFO_SAVED : REGISTERED, null)
                .byAndTo(fact.user())
                .with("DataRegistered", MethodNames.of(fact.method()))
                .with("RegistrationComplete", fact.registrationComplete());
    }

    static Entry of(MethodRemoved fact) {
        return success(SECURITY_INFO_DELETED, null)
                .byAndTo(fact.user())
                .with("DataDeleted", MethodNames.of(fact.method()))
                .with("RegistrationComplete", fact.registrationComplete());
    }

    static Entry of(RegistrationConfirmed fact) {
        return success(SECURITY_INFO_REVIEWED, null)
                .byAndTo(fact.user())
                .with("DataRegistered", MethodNames.join(fact.methods()));
    }

    /** The user sees one text, whatever the reason. Source: R-REG-02, R-REG-03, R-ERR-89. */
    static Entry of(RegistrationRefused fact) {
        return failure(REGISTERED, "RegistrationNotAllowed")
                .byAndTo(fact.user())
                .with("SsprCode", fact.code() == null ? "" : fact.code().code())
                .with("Reason", fact.reason());
    }

    /** Says nothing of whether the user can reset: what was registered before is still there. Source: R-REG-15. */
    static Entry of(RegistrationUnfinished fact) {
        return failure(REGISTERED, "RegistrationUnfinished")
                .byAndTo(fact.user())
                .with("Method", MethodNames.of(fact.method()));
    }

    static Entry of(VerificationRequested fact) {
        return success(
                        fact.purpose() == Purpose.REGISTER ? REGISTRATION_STARTED : SECURITY_INFO_VERIFICATION,
                        "Started a verification method")
                .byAndTo(fact.user())
                .with("Purpose", fact.purpose())
                .with("Method", MethodNames.of(fact.method()))
                .with("ChallengeId", fact.verificationId());
    }

    static Entry of(VerificationRefused fact) {
        return failure(SECURITY_INFO_VERIFICATION, problem(fact.cause()))
                .byAndTo(fact.user())
                .with("Purpose", fact.purpose())
                .with("Method", MethodNames.of(fact.method()))
                .with("ChallengeId", fact.verificationId());
    }

    static Entry of(IdentityProven fact) {
        return success(SECURITY_INFO_VERIFICATION, "Completed a verification method")
                .byAndTo(fact.user())
                .with("Purpose", Purpose.PROVE)
                .with("Method", MethodNames.of(fact.method()));
    }

    private static String problem(VerificationRefused.Cause cause) {
        return switch (cause) {
            case WRONG -> "WrongCode";
            case EXPIRED -> "CodeExpired";
            case DENIED -> "ApprovalDenied";
        };
    }
}
