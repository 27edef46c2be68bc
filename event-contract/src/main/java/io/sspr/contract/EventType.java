package io.sspr.contract;

import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.policy.DirectorySynchronised;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.WritebackSwitched;
import io.sspr.contract.registration.IdentityProven;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.registration.MethodRemoved;
import io.sspr.contract.registration.RegistrationConfirmed;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.contract.registration.RegistrationUnfinished;
import io.sspr.contract.registration.VerificationRefused;
import io.sspr.contract.registration.VerificationRequested;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import java.util.Arrays;
import java.util.Optional;

/** The whole published language on one screen: every event's CloudEvents {@code type}, its Java record and the topic it travels on. */
public enum EventType {
    RESET_STARTED("io.sspr.reset.started.v1", ResetStarted.class, Topics.RESET_EVENTS),
    ACCOUNT_NOT_VERIFIED("io.sspr.reset.account-not-verified.v1", AccountNotVerified.class, Topics.RESET_EVENTS),
    CODE_REQUESTED("io.sspr.gate.code-requested.v1", CodeRequested.class, Topics.RESET_EVENTS),
    PHONE_NUMBER_MISMATCHED(
            "io.sspr.gate.phone-number-mismatched.v1", PhoneNumberMismatched.class, Topics.RESET_EVENTS),
    CODE_REFUSED("io.sspr.gate.code-refused.v1", CodeRefused.class, Topics.RESET_EVENTS),
    GATE_PASSED("io.sspr.gate.passed.v1", GatePassed.class, Topics.RESET_EVENTS),
    PASSWORD_REFUSED("io.sspr.reset.password-refused.v1", PasswordRefused.class, Topics.RESET_EVENTS),
    WRITEBACK_REQUESTED("io.sspr.reset.writeback-requested.v1", WritebackRequested.class, Topics.RESET_EVENTS),
    RESET_SUCCEEDED("io.sspr.reset.succeeded.v1", ResetSucceeded.class, Topics.RESET_EVENTS),
    ACCOUNT_UNLOCKED("io.sspr.reset.account-unlocked.v1", AccountUnlocked.class, Topics.RESET_EVENTS),
    RESET_REFUSED("io.sspr.reset.refused.v1", ResetRefused.class, Topics.RESET_EVENTS),
    RESET_CANCELLED("io.sspr.reset.cancelled.v1", ResetCancelled.class, Topics.RESET_EVENTS),
    RESET_ABANDONED("io.sspr.reset.abandoned.v1", ResetAbandoned.class, Topics.RESET_EVENTS),
    ADMIN_CONTACTED("io.sspr.reset.admin-contacted.v1", AdminContacted.class, Topics.RESET_EVENTS),
    ATTEMPTS_BLOCKED("io.sspr.throttle.attempts-blocked.v1", AttemptsBlocked.class, Topics.RESET_EVENTS),
    BLOCK_LIFTED("io.sspr.throttle.block-lifted.v1", BlockLifted.class, Topics.RESET_EVENTS),
    PASSWORD_CHANGED("io.sspr.change.succeeded.v1", PasswordChanged.class, Topics.RESET_EVENTS),
    PASSWORD_CHANGE_REFUSED("io.sspr.change.refused.v1", PasswordChangeRefused.class, Topics.RESET_EVENTS),
    PASSWORD_RESET_BY_ADMIN("io.sspr.change.reset-by-admin.v1", PasswordResetByAdmin.class, Topics.RESET_EVENTS),
    PASSWORD_RESET_BY_ADMIN_REFUSED(
            "io.sspr.change.reset-by-admin-refused.v1", PasswordResetByAdminRefused.class, Topics.RESET_EVENTS),
    ACCOUNT_UNLOCKED_BY_ADMIN("io.sspr.change.unlocked-by-admin.v1", AccountUnlockedByAdmin.class, Topics.RESET_EVENTS),
    ACCOUNT_UNLOCK_BY_ADMIN_REFUSED(
            "io.sspr.change.unlock-by-admin-refused.v1", AccountUnlockByAdminRefused.class, Topics.RESET_EVENTS),
    SIGN_IN_LOCKED_OUT("io.sspr.signin.locked-out.v1", SignInLockedOut.class, Topics.RESET_EVENTS),
    VERIFICATION_REQUESTED(
            "io.sspr.registration.verification-requested.v1", VerificationRequested.class, Topics.REGISTRATION_EVENTS),
    VERIFICATION_REFUSED(
            "io.sspr.registration.verification-refused.v1", VerificationRefused.class, Topics.REGISTRATION_EVENTS),
    IDENTITY_PROVEN("io.sspr.registration.identity-proven.v1", IdentityProven.class, Topics.REGISTRATION_EVENTS),
    METHOD_REGISTERED("io.sspr.registration.method-registered.v1", MethodRegistered.class, Topics.REGISTRATION_EVENTS),
    METHOD_REMOVED("io.sspr.registration.method-removed.v1", MethodRemoved.class, Topics.REGISTRATION_EVENTS),
    REGISTRATION_CONFIRMED(
            "io.sspr.registration.confirmed.v1", RegistrationConfirmed.class, Topics.REGISTRATION_EVENTS),
    REGISTRATION_REFUSED("io.sspr.registration.refused.v1", RegistrationRefused.class, Topics.REGISTRATION_EVENTS),
    REGISTRATION_UNFINISHED(
            "io.sspr.registration.unfinished.v1", RegistrationUnfinished.class, Topics.REGISTRATION_EVENTS),
    DIRECTORY_IMPORTED("io.sspr.policy.directory-imported.v1", DirectoryImported.class, Topics.POLICY_EVENTS),
    POLICY_CHANGED("io.sspr.policy.changed.v1", PolicyChanged.class, Topics.POLICY_EVENTS),
    POLICY_CHANGE_REFUSED("io.sspr.policy.change-refused.v1", PolicyChangeRefused.class, Topics.POLICY_EVENTS),
    WRITEBACK_SWITCHED("io.sspr.policy.writeback-switched.v1", WritebackSwitched.class, Topics.POLICY_EVENTS),
    ONBOARDING_TOKEN_ISSUED(
            "io.sspr.agent.onboarding-token-issued.v1", OnboardingTokenIssued.class, Topics.POLICY_EVENTS),
    AGENT_ONBOARDED("io.sspr.agent.onboarded.v1", AgentOnboarded.class, Topics.POLICY_EVENTS),
    AGENT_KEYS_ROLLED("io.sspr.agent.keys-rolled.v1", AgentKeysRolled.class, Topics.POLICY_EVENTS),
    AGENT_OFFBOARDED("io.sspr.agent.offboarded.v1", AgentOffboarded.class, Topics.POLICY_EVENTS),
    MESSAGE_DISTRUSTED("io.sspr.agent.message-distrusted.v1", MessageDistrusted.class, Topics.POLICY_EVENTS),
    DIRECTORY_SYNCHRONISED(
            "io.sspr.policy.directory-synchronised.v1", DirectorySynchronised.class, Topics.POLICY_EVENTS),
    WRITEBACK_REQUEST("io.sspr.writeback.request.v1", WritebackRequest.class, Topics.WRITEBACK_REQUESTS),
    WRITEBACK_RESULT("io.sspr.writeback.result.v1", WritebackResult.class, Topics.WRITEBACK_RESULTS),
    AGENT_HEARTBEAT("io.sspr.agent.heartbeat.v1", AgentHeartbeat.class, Topics.AGENT_EVENTS),
    AGENT_EVENT_RECORDED("io.sspr.agent.event-recorded.v1", AgentEventRecorded.class, Topics.AGENT_EVENTS),
    ACCOUNTS_SYNCHRONISED("io.sspr.sync.accounts-synchronised.v1", AccountsSynchronised.class, Topics.SYNC_ACCOUNTS),
    DELIVER_CODE("io.sspr.delivery.deliver-code.v1", DeliverCode.class, Topics.DELIVERY_REQUESTS),
    DELIVERED("io.sspr.delivery.delivered.v1", Delivered.class, Topics.DELIVERY_RESULTS),
    DELIVERY_FAILED("io.sspr.delivery.failed.v1", DeliveryFailed.class, Topics.DELIVERY_RESULTS),
    ASK_APPROVAL("io.sspr.delivery.ask-approval.v1", AskApproval.class, Topics.DELIVERY_REQUESTS),
    APPROVAL_ANSWERED("io.sspr.delivery.approval-answered.v1", ApprovalAnswered.class, Topics.DELIVERY_RESULTS);

    private final String type;
    private final Class<? extends Event> body;
    private final Topics topic;

    EventType(String type, Class<? extends Event> body, Topics topic) {
        this.type = type;
        this.body = body;
        this.topic = topic;
    }

    /** The CloudEvents attribute {@code type}. */
    public String type() {
        return type;
    }

    public Class<? extends Event> body() {
        return body;
    }

    public Topics topic() {
        return topic;
    }

    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.body == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.getClass() + " has no name on the wire"));
    }

    static Optional<EventType> named(String type) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.type.equals(type))
                .findFirst();
    }
}
