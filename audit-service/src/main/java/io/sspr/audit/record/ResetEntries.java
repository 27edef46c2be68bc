package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Activity.RESET;
import static io.sspr.audit.record.Activity.UNLOCK;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;
import static io.sspr.audit.record.Entry.timeout;

import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.writeback.WritebackRequest.Operation;

/** What happened to a reset as a whole. Source: R-AUD-23 … R-AUD-25, R-AUD-40 … R-AUD-46. */
final class ResetEntries {
    private ResetEntries() {}

    static Entry of(ResetStarted fact) {
        return success(PROGRESS, "Account found and allowed to reset")
                .byAndTo(fact.user())
                .with("GatesRequired", fact.gatesRequired())
                .with("MethodsOffered", MethodNames.join(fact.methodsOffered()));
    }

    static Entry of(AccountNotVerified fact) {
        return failure(PROGRESS, problem(fact.cause()))
                .byAndTo(fact.user())
                .with("Cause", fact.cause())
                .with("Warning", warning(fact.cause()))
                .with("Remedy", remedy(fact.cause()));
    }

    static Entry of(PasswordRefused fact) {
        return failure(RESET, violation(fact.policy()))
                .byAndTo(fact.user())
                .with("SsprCode", "")
                .withAll("BrokenRules", fact.rules());
    }

    static Entry of(WritebackRequested fact) {
        return success(PROGRESS, wish(fact.operation()))
                .byAndTo(fact.user())
                .with("RequestId", fact.requestId())
                .with("ExpiresAt", fact.expiresAt());
    }

    static Entry of(ResetSucceeded fact) {
        return success(RESET, null)
                .byAndTo(fact.user())
                .with("MethodsUsed", MethodNames.join(fact.methodsUsed()))
                .with("SsprCode", "")
                .withAgent(fact.onPremisesAgent());
    }

    static Entry of(AccountUnlocked fact) {
        return success(UNLOCK, null)
                .byAndTo(fact.user())
                .with("MethodsUsed", MethodNames.join(fact.methodsUsed()))
                .with("SsprCode", "")
                .withAgent(fact.onPremisesAgent());
    }

    static Entry of(ResetRefused fact) {
        return failure(activity(fact), fact.code().title())
                .byAndTo(fact.user())
                .with("SsprCode", fact.code().code())
                .with("Reason", fact.reason())
                .with("EventId", fact.eventId())
                .with(fact.evidence());
    }

    static Entry of(ResetCancelled fact) {
        return failure(PROGRESS, "Cancelled " + stage(fact.gatesWerePassed())).byAndTo(fact.user());
    }

    static Entry of(ResetAbandoned fact) {
        return timeout(PROGRESS, "Abandoned " + stage(fact.gatesWerePassed())).byAndTo(fact.user());
    }

    private static Activity activity(ResetRefused fact) {
        if (fact.stage() != ResetRefused.Stage.SUBMIT) {
            return PROGRESS;
        }
        return fact.operation() == Operation.UNLOCK ? UNLOCK : RESET;
    }

    private static String wish(Operation operation) {
        return operation == Operation.UNLOCK
                ? "Asked the on-premises side to unlock the account"
                : "Asked the on-premises side to set the password";
    }

    /** The user is told the same of all of them. Source: R-ERR-91, R-ERR-94. */
    private static String problem(AccountNotVerified.Cause cause) {
        return switch (cause) {
            case UNKNOWN, SIGN_IN_DISABLED, GUEST, ALTERNATE_ID_FEDERATED, AMBIGUOUS_ADDRESS -> "AccountNotVerified";
            case ALTERNATE_ID_NOT_ENABLED -> "AlternateIdNotEnabled";
            case MORE_GATES_REQUIRED -> "MoreGatesRequired";
        };
    }

    /** Null if nothing is wrong with the directory. */
    private static String warning(AccountNotVerified.Cause cause) {
        return cause == AccountNotVerified.Cause.AMBIGUOUS_ADDRESS
                ? "More than one account has this mail address"
                : null;
    }

    /** What the administrator can do, or tell the user; null where the cause says it. Source: R-ERR-94. */
    private static String remedy(AccountNotVerified.Cause cause) {
        return switch (cause) {
            case UNKNOWN, SIGN_IN_DISABLED, GUEST -> null;
            case ALTERNATE_ID_NOT_ENABLED ->
                "Enable sign-in with email as alternate login ID, or have the user type the user principal name";
            case ALTERNATE_ID_FEDERATED ->
                "Have the user type the user principal name; federated accounts have no alternate login ID";
            case AMBIGUOUS_ADDRESS -> "Give each account a mail address of its own";
            case MORE_GATES_REQUIRED -> "Have the user start again and prove what is required now";
        };
    }

    private static String violation(PasswordRefused.Policy policy) {
        return switch (policy) {
            case CLOUD -> "CloudPolicyViolation";
            case BANNED -> "FuzzyPolicyViolationInvalidPassword";
            case ON_PREMISES -> "OnPremisesPolicyViolation";
        };
    }

    private static String stage(boolean gatesWerePassed) {
        return gatesWerePassed ? "before submitting a new password" : "before passing the required methods";
    }
}
