package io.sspr.audit.record;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.contract.Event;
import io.sspr.contract.EventType;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.agent.AgentEventRecorded;
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
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import io.sspr.contract.writeback.WritebackResult;
import java.util.UUID;

/**
 * Fact → line of the audit log, one row per kind of event; one that is missing does not compile. A failure that has a name is told by its name, a step by
 * its sense. Source: R-AUD-20 … R-AUD-52.
 */
final class DescribeFact {
    private DescribeFact() {}

    /** @throws IllegalArgumentException if the message is no fact */
    static DirectoryAudit describe(Message<?> message) {
        return entry(message).of(message);
    }

    private static Entry entry(Message<?> message) {
        Event event = message.event();
        return switch (EventType.of(event)) {
            case RESET_STARTED -> ResetEntries.of((ResetStarted) event);
            case ACCOUNT_NOT_VERIFIED -> ResetEntries.of((AccountNotVerified) event);
            case CODE_REQUESTED -> GateEntries.of((CodeRequested) event);
            case PHONE_NUMBER_MISMATCHED -> GateEntries.of((PhoneNumberMismatched) event);
            case CODE_REFUSED -> GateEntries.of((CodeRefused) event);
            case GATE_PASSED -> GateEntries.of((GatePassed) event);
            case PASSWORD_REFUSED -> ResetEntries.of((PasswordRefused) event);
            case WRITEBACK_REQUESTED -> ResetEntries.of((WritebackRequested) event);
            case RESET_SUCCEEDED -> ResetEntries.of((ResetSucceeded) event);
            case ACCOUNT_UNLOCKED -> ResetEntries.of((AccountUnlocked) event);
            case RESET_REFUSED -> ResetEntries.of((ResetRefused) event);
            case RESET_CANCELLED -> ResetEntries.of((ResetCancelled) event);
            case RESET_ABANDONED -> ResetEntries.of((ResetAbandoned) event);
            case ADMIN_CONTACTED -> ContactEntries.of((AdminContacted) event);
            case ATTEMPTS_BLOCKED -> BlockEntries.of((AttemptsBlocked) event);
            case BLOCK_LIFTED -> BlockEntries.of((BlockLifted) event);
            case PASSWORD_CHANGED -> ChangeEntries.of((PasswordChanged) event);
            case PASSWORD_CHANGE_REFUSED -> ChangeEntries.of((PasswordChangeRefused) event);
            case PASSWORD_RESET_BY_ADMIN -> ChangeEntries.of((PasswordResetByAdmin) event);
            case PASSWORD_RESET_BY_ADMIN_REFUSED -> ChangeEntries.of((PasswordResetByAdminRefused) event);
            case ACCOUNT_UNLOCKED_BY_ADMIN -> ChangeEntries.of((AccountUnlockedByAdmin) event);
            case ACCOUNT_UNLOCK_BY_ADMIN_REFUSED -> ChangeEntries.of((AccountUnlockByAdminRefused) event);
            case SIGN_IN_LOCKED_OUT -> BlockEntries.of((SignInLockedOut) event);
            case VERIFICATION_REQUESTED -> RegistrationEntries.of((VerificationRequested) event);
            case VERIFICATION_REFUSED -> RegistrationEntries.of((VerificationRefused) event);
            case IDENTITY_PROVEN -> RegistrationEntries.of((IdentityProven) event);
            case METHOD_REGISTERED -> RegistrationEntries.of((MethodRegistered) event);
            case METHOD_REMOVED -> RegistrationEntries.of((MethodRemoved) event);
            case REGISTRATION_CONFIRMED -> RegistrationEntries.of((RegistrationConfirmed) event);
            case REGISTRATION_REFUSED -> RegistrationEntries.of((RegistrationRefused) event);
            case REGISTRATION_UNFINISHED -> RegistrationEntries.of((RegistrationUnfinished) event);
            case DIRECTORY_IMPORTED -> PolicyEntries.of((DirectoryImported) event, message.tenant());
            case POLICY_CHANGED -> PolicyEntries.of((PolicyChanged) event, message.tenant());
            case POLICY_CHANGE_REFUSED -> PolicyEntries.of((PolicyChangeRefused) event, message.tenant());
            case WRITEBACK_SWITCHED -> PolicyEntries.of((WritebackSwitched) event, message.tenant());
            case ONBOARDING_TOKEN_ISSUED -> AgentEntries.of((OnboardingTokenIssued) event, message.tenant());
            case AGENT_ONBOARDED -> AgentEntries.of((AgentOnboarded) event, message.tenant());
            case AGENT_KEYS_ROLLED -> AgentEntries.of((AgentKeysRolled) event, message.tenant());
            case AGENT_OFFBOARDED -> AgentEntries.of((AgentOffboarded) event, message.tenant());
            case MESSAGE_DISTRUSTED -> AgentEntries.of((MessageDistrusted) event, message.tenant());
            case DIRECTORY_SYNCHRONISED -> AgentEntries.of((DirectorySynchronised) event, message.tenant());
            case WRITEBACK_RESULT -> OnPremisesEntries.of((WritebackResult) event, account(message));
            case AGENT_EVENT_RECORDED ->
                OnPremisesEntries.of((AgentEventRecorded) event, account(message), message.tenant());
            case DELIVERED -> DeliveryEntries.of((Delivered) event, account(message));
            case DELIVERY_FAILED -> DeliveryEntries.of((DeliveryFailed) event, account(message));
            case APPROVAL_ANSWERED -> DeliveryEntries.of((ApprovalAnswered) event, account(message));
            case WRITEBACK_REQUEST, DELIVER_CODE, ASK_APPROVAL, AGENT_HEARTBEAT, ACCOUNTS_SYNCHRONISED ->
                throw new IllegalArgumentException(message.type() + " is no fact");
        };
    }

    /** The account that a message is about, by its id only; null if it is about an agent. */
    private static Person account(Message<?> message) {
        try {
            return new Person(UUID.fromString(message.subject()), null, null, null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
