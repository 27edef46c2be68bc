package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.AGENT_EVENT;
import static io.sspr.audit.record.Activity.POLICY_CHANGE;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Activity.RESET;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;
import static io.sspr.audit.record.Entry.timeout;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.Change;
import io.sspr.contract.Event;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Fact → line of the audit log, one row per fact. A failure that has a name is told by its name, a step by its sense. Source: R-AUD-20 … R-AUD-52.
 */
final class DescribeFact {
    private static final Map<Class<? extends Fact>, BiFunction<Fact, Message<?>, Entry>> ROWS = new HashMap<>();

    static {
        row(
                ResetStarted.class,
                (fact, message) -> success(PROGRESS, "Account found and allowed to reset")
                        .byAndTo(fact.user())
                        .with("GatesRequired", fact.gatesRequired())
                        .with("MethodsOffered", MethodNames.join(fact.methodsOffered())));
        row(
                AccountNotVerified.class,
                (fact, message) -> failure(PROGRESS, "AccountNotVerified")
                        .byAndTo(fact.user())
                        .with("Cause", fact.cause()));
        row(
                CodeRequested.class,
                (fact, message) -> success(PROGRESS, "Started a verification method")
                        .byAndTo(fact.user())
                        .with("Gate", fact.gate())
                        .with("Method", MethodNames.of(fact.method()))
                        .with("ChallengeId", fact.challengeId()));
        row(
                PhoneNumberMismatched.class,
                (fact, message) -> failure(PROGRESS, "PhoneMismatch")
                        .byAndTo(fact.user())
                        .with("Gate", fact.gate())
                        .with("Method", MethodNames.of(fact.method())));
        row(
                CodeRefused.class,
                (fact, message) -> failure(PROGRESS, codeRefusal(fact))
                        .byAndTo(fact.user())
                        .with("Gate", fact.gate())
                        .with("Method", MethodNames.of(fact.method()))
                        .with("ChallengeId", fact.challengeId()));
        row(
                GatePassed.class,
                (fact, message) -> success(PROGRESS, "Completed a verification method")
                        .byAndTo(fact.user())
                        .with("Gate", fact.gate())
                        .with("GatesRequired", fact.gatesRequired())
                        .with("Method", MethodNames.of(fact.method())));
        row(
                PasswordRefused.class,
                (fact, message) -> failure(RESET, policy(fact))
                        .byAndTo(fact.user())
                        .with("SsprCode", "")
                        .with("BrokenRules", fact.rules() == null ? null : String.join(", ", fact.rules())));
        row(
                WritebackRequested.class,
                (fact, message) -> success(PROGRESS, "Asked the on-premises side to set the password")
                        .byAndTo(fact.user())
                        .with("RequestId", fact.requestId())
                        .with("ExpiresAt", fact.expiresAt()));
        row(
                ResetSucceeded.class,
                (fact, message) -> success(RESET, null)
                        .byAndTo(fact.user())
                        .with("MethodsUsed", MethodNames.join(fact.methodsUsed()))
                        .with("SsprCode", "")
                        .with("OnPremisesAgent", fact.onPremisesAgent() == null ? "None" : fact.onPremisesAgent()));
        row(
                ResetRefused.class,
                (fact, message) -> failure(
                                fact.stage() == ResetRefused.Stage.SUBMIT ? RESET : PROGRESS,
                                fact.code().title())
                        .byAndTo(fact.user())
                        .with("SsprCode", fact.code().code())
                        .with("Reason", fact.reason())
                        .with("EventId", fact.eventId())
                        .with(fact.evidence()));
        row(
                ResetCancelled.class,
                (fact, message) -> failure(PROGRESS, "Cancelled " + stage(fact.gatesWerePassed()))
                        .byAndTo(fact.user()));
        row(
                ResetAbandoned.class,
                (fact, message) -> timeout(PROGRESS, "Abandoned " + stage(fact.gatesWerePassed()))
                        .byAndTo(fact.user()));
        row(
                DirectoryImported.class,
                (fact, message) -> success(POLICY_CHANGE, "Directory imported")
                        .by(fact.by())
                        .toPolicy(
                                message.tenant(),
                                List.of(
                                        new Change("Groups", null, String.valueOf(fact.groups())),
                                        new Change("Accounts", null, String.valueOf(fact.accounts())))));
        row(
                WritebackResult.class,
                (fact, message) -> writeback(fact)
                        .byApp(fact.agent())
                        .to(account(message))
                        .with("RequestId", fact.requestId())
                        .with("Reason", fact.reason())
                        .with("EventId", fact.eventId())
                        .with(fact.evidence()));
        row(
                AgentEventRecorded.class,
                (fact, message) -> agentEvent(fact)
                        .byApp(fact.agent())
                        .to(account(message))
                        .toDirectory(message.tenant())
                        .with("EventId", fact.eventId())
                        .with("Level", fact.level())
                        .with("RequestId", fact.requestId())
                        .with(fact.details()));
        row(
                Delivered.class,
                (fact, message) -> success(PROGRESS, "Message taken by mail server or gateway")
                        .byAndTo(account(message))
                        .with("Content", fact.content())
                        .with("Channel", fact.channel())
                        .with("DeliveryId", fact.deliveryId())
                        .with("Attempts", fact.attempts()));
        row(
                DeliveryFailed.class,
                (fact, message) -> failure(PROGRESS, "Undeliverable")
                        .byAndTo(account(message))
                        .with("Content", fact.content())
                        .with("Channel", fact.channel())
                        .with("DeliveryId", fact.deliveryId())
                        .with("Attempts", fact.attempts())
                        .with("Cause", fact.cause()));
    }

    private DescribeFact() {}

    /** @throws IllegalArgumentException if the message's fact has no row */
    static DirectoryAudit describe(Message<?> message) {
        Event event = message.event();
        BiFunction<Fact, Message<?>, Entry> row = ROWS.get(event.getClass());
        if (row == null) {
            throw new IllegalArgumentException("no audit activity is known for " + message.type());
        }
        return row.apply((Fact) event, message).of(message);
    }

    private static <F extends Fact> void row(Class<F> type, BiFunction<F, Message<?>, Entry> description) {
        ROWS.put(type, (fact, message) -> description.apply(type.cast(fact), message));
    }

    /** The account that a message is about, by its id only; null if it is about an agent. */
    private static Person account(Message<?> message) {
        try {
            return new Person(UUID.fromString(message.subject()), null, null, null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String codeRefusal(CodeRefused fact) {
        return fact.cause() == CodeRefused.Cause.EXPIRED ? "CodeExpired" : "WrongCode";
    }

    private static String policy(PasswordRefused fact) {
        return fact.policy() == PasswordRefused.Policy.ON_PREMISES
                ? "OnPremisesPolicyViolation"
                : "CloudPolicyViolation";
    }

    private static String stage(boolean gatesWerePassed) {
        return gatesWerePassed ? "before submitting a new password" : "before passing the required methods";
    }

    /** A password that the on-premises policy refused is no error 29 to anybody: the user chooses another one (R-ERR-97). */
    private static Entry writeback(WritebackResult fact) {
        if (fact.outcome() == WritebackResult.Outcome.SUCCESS) {
            return success(PROGRESS, "On-premises password set").with("SsprCode", "");
        }
        if (fact.reason() == WritebackVerdict.PASSWORD_POLICY) {
            return failure(PROGRESS, "OnPremisesPolicyViolation").with("SsprCode", "");
        }
        SsprCode code = fact.code() == null ? SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED : fact.code();
        return failure(PROGRESS, code.title()).with("SsprCode", code.code());
    }

    private static Entry agentEvent(AgentEventRecorded fact) {
        return fact.level() == AgentEventRecorded.Level.ERROR
                ? failure(AGENT_EVENT, fact.name())
                : success(AGENT_EVENT, fact.name());
    }
}
