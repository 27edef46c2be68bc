package io.sspr.contract;

import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentEventRecorded.Level;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.reset.AccountNotVerified;
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
            case WRITEBACK_REQUESTED -> new WritebackRequested(RESET, ERIN, REQUEST, LATER);
            case RESET_SUCCEEDED ->
                new ResetSucceeded(
                        RESET,
                        ERIN,
                        List.of("EMAIL"),
                        "agent-1",
                        "Contoso",
                        List.of(new Notice(Audience.USER, "erin@home.example", "ja")));
            case RESET_REFUSED ->
                new ResetRefused(
                        RESET,
                        ERIN,
                        SsprCode.ON_PREMISES_CONNECTIVITY_ERROR,
                        Stage.SUBMIT,
                        "DIRECTORY_UNREACHABLE",
                        31034,
                        Map.of("ldapResult", 91));
            case RESET_CANCELLED -> new ResetCancelled(RESET, ERIN, false);
            case RESET_ABANDONED -> new ResetAbandoned(RESET, ERIN, true);
            case DIRECTORY_IMPORTED -> new DirectoryImported(ERIN, 2, 40);
            case WRITEBACK_REQUEST ->
                new WritebackRequest(
                        REQUEST,
                        "contoso",
                        Operation.RESET,
                        "AAECAwQFBgcICQoLDA0ODw==",
                        "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a.b.c.d",
                        LATER);
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
                        Channel.SMS,
                        "+81 9012345678",
                        "ja",
                        "Contoso",
                        "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a.b.c.d",
                        LATER);
            case DELIVERED -> new Delivered(CHALLENGE, Content.CODE, Channel.SMS, 1);
            case DELIVERY_FAILED ->
                new DeliveryFailed(RESET, Content.NOTICE, Channel.EMAIL, 3, DeliveryFailed.Cause.UNREACHABLE);
        };
    }
}
