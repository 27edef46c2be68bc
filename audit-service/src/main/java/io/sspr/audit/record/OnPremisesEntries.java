package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.AGENT_ANSWER;
import static io.sspr.audit.record.Activity.AGENT_EVENT;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Optional;

/**
 * What agents say. The facts know no person, so the account comes with the message. An agent's answer is a step, and the end is told by reset-service in a
 * line of its own. Source: R-AUD-24.
 */
final class OnPremisesEntries {
    private OnPremisesEntries() {}

    static Entry of(WritebackResult fact, Person user) {
        return (fact.outcome() == WritebackResult.Outcome.SUCCESS ? done(fact, user) : refused(fact, user))
                .with("RequestId", fact.requestId())
                .with("Reason", fact.reason())
                .with("EventId", fact.eventId())
                .with(fact.evidence());
    }

    /** The tenant's directory is a target as well, and the only one of what is about the agent itself. */
    static Entry of(AgentEventRecorded fact, Person user, String tenant) {
        Entry entry = fact.level() == AgentEventRecorded.Level.ERROR
                ? failure(AGENT_EVENT, fact.name())
                : success(AGENT_EVENT, fact.name());
        return entry.byApp(fact.agent())
                .to(user)
                .toDirectory(tenant)
                .with("EventId", fact.eventId())
                .with("Level", fact.level())
                .with("RequestId", fact.requestId())
                .with(fact.details());
    }

    private static Entry done(WritebackResult fact, Person user) {
        return success(step(fact.operation()), deed(fact.operation()))
                .byApp(fact.agent())
                .to(user)
                .with("SsprCode", "");
    }

    private static Entry refused(WritebackResult fact, Person user) {
        SsprCode code = fact.code() == null ? SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED : fact.code();
        Optional<String> mistake = usersMistake(fact);
        return failure(step(fact.operation()), mistake.orElse(code.title()))
                .byApp(fact.agent())
                .to(user)
                .with("SsprCode", mistake.isPresent() ? "" : code.code());
    }

    /**
     * A reset or an unlock by self-service goes through the gates; anything else does not, and is no step of such a flow. An administrator's unlock is
     * answered like a user's, and cannot be told from it here: the line about the unlock itself has the same support code.
     */
    private static Activity step(Operation operation) {
        return switch (operation) {
            case RESET, UNLOCK -> PROGRESS;
            case CHANGE, RESET_BY_ADMIN, VERIFY -> AGENT_ANSWER;
        };
    }

    private static String deed(Operation operation) {
        return switch (operation) {
            case RESET, RESET_BY_ADMIN -> "On-premises password set";
            case UNLOCK -> "On-premises account unlocked";
            case CHANGE -> "On-premises password changed";
            case VERIFY -> "On-premises password confirmed";
        };
    }

    /** What is no error 29 to anybody, whatever its number: the user types something else, or waits. Source: R-ERR-97, R-CHG-01. */
    private static Optional<String> usersMistake(WritebackResult fact) {
        if (fact.reason() == WritebackVerdict.PASSWORD_POLICY) {
            return Optional.of("OnPremisesPolicyViolation");
        }
        if (fact.reason() == WritebackVerdict.INCORRECT_PASSWORD) {
            return Optional.of("IncorrectPassword");
        }
        boolean isByPassword = fact.operation() == Operation.CHANGE || fact.operation() == Operation.VERIFY;
        return fact.reason() == WritebackVerdict.ACCOUNT_LOCKED_OUT && isByPassword
                ? Optional.of("AccountLockedOnPremises")
                : Optional.empty();
    }
}
