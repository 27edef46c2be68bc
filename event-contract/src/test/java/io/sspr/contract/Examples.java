package io.sspr.contract;

import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentEventRecorded.Level;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
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
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.MessagePurpose;
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
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.registration.RegistrationConfirmed;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.contract.registration.RegistrationUnfinished;
import io.sspr.contract.registration.VerificationRefused;
import io.sspr.contract.registration.VerificationRequested;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of every event, the same as in the golden files. */
final class Examples {
    private static final UUID RESET = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a001");
    private static final UUID CHALLENGE = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a002");
    private static final UUID REQUEST = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a003");
    private static final UUID ACCOUNT = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a004");
    private static final UUID SUPPORT_CODE = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a005");
    private static final UUID MESSAGE = UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a006");
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:15.250Z");
    private static final Instant LATER = Instant.parse("2026-11-22T09:30:45Z");
    private static final Person ERIN = new Person(ACCOUNT, "Erin Hagens", "erin@contoso.example", "203.0.113.7");
    private static final Person HELEN = new Person(
            UUID.fromString("6f1c2b1e-3b7e-4f0a-9a55-0c9be1d0a007"), null, "helen@contoso.example", "203.0.113.8");
    private static final Branding BRANDING = new Branding("https://www.contoso.example/logo.png", "#0A58CA");

    private Examples() {}

    static Message<Event> message(EventType type) {
        return new Message<>(MESSAGE, NOW, "/example", "contoso", ACCOUNT.toString(), SUPPORT_CODE, event(type));
    }

    private static Event event(EventType type) {
        return switch (type) {
            case RESET_STARTED -> new ResetStarted(RESET, ERIN, 2, List.of("MOBILE_PHONE", "EMAIL"));
            case ACCOUNT_NOT_VERIFIED ->
                new AccountNotVerified(null, Person.unknown("203.0.113.7"), AccountNotVerified.Cause.UNKNOWN);
            case CODE_REQUESTED -> new CodeRequested(RESET, ERIN, CHALLENGE, 1, "EMAIL");
            case PHONE_NUMBER_MISMATCHED -> new PhoneNumberMismatched(RESET, ERIN, 1, "MOBILE_PHONE");
            case CODE_REFUSED -> new CodeRefused(RESET, ERIN, CHALLENGE, 1, "EMAIL", CodeRefused.Cause.WRONG);
            case GATE_PASSED -> new GatePassed(RESET, ERIN, 1, "EMAIL", 2);
            case PASSWORD_REFUSED -> new PasswordRefused(RESET, ERIN, Policy.CLOUD, List.of("LENGTH", "CATEGORIES"));
            case WRITEBACK_REQUESTED -> new WritebackRequested(RESET, ERIN, REQUEST, Operation.RESET, LATER);
            case RESET_SUCCEEDED ->
                new ResetSucceeded(
                        RESET,
                        ERIN,
                        List.of("EMAIL"),
                        "agent-1",
                        "Contoso",
                        BRANDING,
                        List.of(new Notice(Audience.USER, "erin@home.example", "ja")));
            case ACCOUNT_UNLOCKED ->
                new AccountUnlocked(
                        RESET,
                        ERIN,
                        List.of("MOBILE_PHONE", "EMAIL"),
                        "agent-1",
                        "Contoso",
                        BRANDING,
                        List.of(new Notice(Audience.USER, "erin@home.example", "ja")));
            case RESET_REFUSED ->
                new ResetRefused(
                        RESET,
                        ERIN,
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR,
                        Stage.SUBMIT,
                        Operation.RESET,
                        "DIRECTORY_UNREACHABLE",
                        31034,
                        Map.of("ldapResult", 91));
            case RESET_CANCELLED -> new ResetCancelled(RESET, ERIN, false);
            case RESET_ABANDONED -> new ResetAbandoned(RESET, ERIN, true);
            case ADMIN_CONTACTED ->
                new AdminContacted(
                        RESET,
                        ERIN,
                        "MOBILE_PHONE",
                        Channel.VOICE,
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR,
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR.title(),
                        "Contoso",
                        BRANDING,
                        "https://password.contoso.example/admin/users",
                        List.of(new Notice(Audience.ADMINISTRATOR, "helen@home.example", "ja")));
            case ATTEMPTS_BLOCKED -> new AttemptsBlocked(ERIN, "PHONE", 5, Instant.parse("2026-11-23T09:30:15.250Z"));
            case BLOCK_LIFTED -> new BlockLifted(HELEN, ERIN);
            case PASSWORD_CHANGED ->
                new PasswordChanged(
                        ERIN,
                        "agent-1",
                        "Contoso",
                        null,
                        List.of(new Notice(Audience.USER, "erin@home.example", "ja")));
            case PASSWORD_CHANGE_REFUSED ->
                new PasswordChangeRefused(
                        ERIN,
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR.title(),
                        List.of(),
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR,
                        31034,
                        Map.of("ldapResult", 91));
            case PASSWORD_RESET_BY_ADMIN ->
                new PasswordResetByAdmin(
                        ERIN,
                        HELEN,
                        true,
                        "agent-1",
                        "Contoso",
                        BRANDING,
                        List.of(new Notice(Audience.USER, "erin@home.example", "ja")));
            case PASSWORD_RESET_BY_ADMIN_REFUSED ->
                new PasswordResetByAdminRefused(
                        ERIN,
                        HELEN,
                        SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED.title(),
                        List.of(),
                        SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED,
                        33004,
                        Map.of("adminCount", 1));
            case ACCOUNT_UNLOCKED_BY_ADMIN -> new AccountUnlockedByAdmin(ERIN, HELEN, "agent-1");
            case ACCOUNT_UNLOCK_BY_ADMIN_REFUSED ->
                new AccountUnlockByAdminRefused(
                        ERIN,
                        HELEN,
                        SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED.title(),
                        SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED,
                        33004,
                        Map.of("adminCount", 1));
            case SIGN_IN_LOCKED_OUT -> new SignInLockedOut(ERIN, 10, LATER);
            case VERIFICATION_REQUESTED -> new VerificationRequested(ERIN, CHALLENGE, "MOBILE_PHONE", Purpose.REGISTER);
            case VERIFICATION_REFUSED ->
                new VerificationRefused(ERIN, CHALLENGE, "EMAIL", Purpose.PROVE, VerificationRefused.Cause.WRONG);
            case IDENTITY_PROVEN -> new IdentityProven(ERIN, "APP_CODE");
            case METHOD_REGISTERED -> new MethodRegistered(ERIN, "MOBILE_PHONE", false, true);
            case METHOD_REMOVED -> new MethodRemoved(ERIN, "SECURITY_QUESTIONS", false);
            case REGISTRATION_CONFIRMED -> new RegistrationConfirmed(ERIN, List.of("MOBILE_PHONE", "EMAIL"));
            case REGISTRATION_REFUSED -> new RegistrationRefused(ERIN, SsprCode.USER_NOT_LICENSED, "NotLicensed");
            case REGISTRATION_UNFINISHED -> new RegistrationUnfinished(ERIN, "EMAIL");
            case DIRECTORY_IMPORTED -> new DirectoryImported(ERIN, 2, 40);
            case POLICY_CHANGED ->
                new PolicyChanged(ERIN, List.of(new PolicyChanged.Change("lockout.threshold", "10", "5")));
            case POLICY_CHANGE_REFUSED -> new PolicyChangeRefused(ERIN, List.of("methodsRequired"));
            case WRITEBACK_SWITCHED -> new WritebackSwitched(ERIN, true);
            case ONBOARDING_TOKEN_ISSUED -> new OnboardingTokenIssued(HELEN, LATER);
            case AGENT_ONBOARDED ->
                new AgentOnboarded("agent-1", HELEN, List.of("agent-1-encryption-1", "agent-1-signing-1"));
            case AGENT_KEYS_ROLLED ->
                new AgentKeysRolled("agent-1", List.of("agent-1-encryption-2", "agent-1-signing-2"));
            case AGENT_OFFBOARDED -> new AgentOffboarded("agent-1", HELEN);
            case MESSAGE_DISTRUSTED ->
                new MessageDistrusted(
                        Topics.WRITEBACK_RESULTS.of("contoso"), REQUEST, BrokenSealException.Fault.KEY_MISMATCH);
            case DIRECTORY_SYNCHRONISED -> new DirectorySynchronised(REQUEST, "agent-1", false, 100, 2, 3);
            case ACCOUNTS_SYNCHRONISED ->
                new AccountsSynchronised(
                        REQUEST,
                        1,
                        true,
                        false,
                        List.of(new SyncedAccount(
                                "AAECAwQFBgcICQoLDA0ODw==",
                                "erin@contoso.example",
                                "Erin Hagens",
                                "Erin",
                                "Hagens",
                                "erin@contoso.example",
                                "+81 9012345678",
                                null,
                                "ja",
                                true)),
                        List.of(new SyncedGroup(
                                "EAECAwQFBgcICQoLDA0ODw==", "Staff", List.of("AAECAwQFBgcICQoLDA0ODw=="))),
                        List.of("IAECAwQFBgcICQoLDA0ODw=="));
            case WRITEBACK_REQUEST ->
                new WritebackRequest(
                        REQUEST,
                        "contoso",
                        Operation.CHANGE,
                        "AAECAwQFBgcICQoLDA0ODw==",
                        "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a.b.c.d",
                        "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.e.f.g.h",
                        NOW,
                        LATER,
                        null);
            case WRITEBACK_RESULT ->
                WritebackResult.refused(
                        REQUEST,
                        "agent-1",
                        WritebackVerdict.DIRECTORY_UNREACHABLE,
                        Map.of("server", "ldaps://dc1.corp.contoso.example:636", "ldapResult", 91));
            case AGENT_HEARTBEAT -> new AgentHeartbeat("agent-1", "0.1.0", NOW, Health.HEALTHY, null);
            case AGENT_EVENT_RECORDED ->
                new AgentEventRecorded(
                        "agent-1",
                        31001,
                        "PasswordResetStart",
                        Level.INFORMATION,
                        REQUEST,
                        Map.of("operation", "RESET"));
            case DELIVER_CODE ->
                new DeliverCode(
                        CHALLENGE,
                        "contoso",
                        MessagePurpose.RESET,
                        Channel.SMS,
                        "+81 9012345678",
                        "ja",
                        "Contoso",
                        BRANDING,
                        "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a.b.c.d",
                        LATER);
            case DELIVERED -> new Delivered(CHALLENGE, Content.CODE, Channel.SMS, 1);
            case DELIVERY_FAILED ->
                new DeliveryFailed(RESET, Content.NOTICE, Channel.EMAIL, 3, DeliveryFailed.Cause.UNREACHABLE);
            case ASK_APPROVAL ->
                new AskApproval(
                        CHALLENGE,
                        "contoso",
                        MessagePurpose.IDENTITY,
                        Channel.VOICE,
                        "+81 9012345678",
                        "ja",
                        "Contoso",
                        LATER);
            case APPROVAL_ANSWERED -> new ApprovalAnswered(CHALLENGE, Channel.VOICE, true);
        };
    }
}
