package io.sspr.audit;

import static io.sspr.audit.AuditApi.BROKER;
import static io.sspr.audit.AuditApi.FRESHNESS;
import static io.sspr.audit.AuditApi.NOON;
import static io.sspr.audit.AuditApi.TOKENS;
import static io.sspr.audit.AuditApi.awaitLine;
import static io.sspr.audit.AuditApi.get;
import static io.sspr.audit.AuditApi.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.registration.MethodRegistered;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxInfrastructure.class)
class RecordFactIT {
    private final Flow flow = new Flow();

    @Test
    void showsFactsOfAllTopicsOnceThoughDeliveredTwice_R_AUD_55() {
        List<Event> facts = List.of(
                new ResetSucceeded(
                        flow.supportCode,
                        flow.taro,
                        List.of("MOBILE_PHONE", "EMAIL"),
                        "agent-1",
                        "Contoso",
                        null,
                        List.of()),
                WritebackResult.success(flow.supportCode, "agent-1", Map.of("server", "ldaps://dc1")),
                new AgentEventRecorded(
                        "agent-1", 31002, "PasswordResetSuccess", AgentEventRecorded.Level.INFORMATION, null, Map.of()),
                new Delivered(flow.supportCode, DeliveryFact.Content.CODE, Channel.SMS, 1),
                new MethodRegistered(flow.taro, "EMAIL", false, true),
                new PasswordResetByAdmin(flow.taro, flow.taro, true, "agent-1", "Contoso", null, List.of()),
                new AgentOnboarded("agent-1", flow.taro, List.of("encryption-1", "signing-1")),
                new DirectoryImported(flow.taro, 1, 2));
        List<Message<Event>> messages = facts.stream().map(flow::message).toList();

        messages.forEach(BROKER::publish);
        BROKER.publish(flow.message(new AgentHeartbeat("agent-1", "1", NOON, AgentHeartbeat.Health.HEALTHY, null)));
        messages.forEach(BROKER::publish);
        Message<Event> last = flow.message(new ResetCancelled(flow.supportCode, flow.taro, true));
        messages.forEach(former -> BROKER.publish(last));
        awaitLine(last);

        List<String> wanted = new ArrayList<>();
        messages.forEach(message -> wanted.add(message.id().toString()));
        wanted.add(last.id().toString());
        await().atMost(FRESHNESS)
                .untilAsserted(() -> assertThat(ids("correlationId eq '" + flow.supportCode + "'"))
                        .containsExactlyInAnyOrderElementsOf(wanted));
    }

    @Test
    void showsALineInGraphsShape_R_AUD_03() {
        Message<Event> success = flow.message(
                new ResetSucceeded(flow.supportCode, flow.taro, List.of("EMAIL"), null, "Contoso", null, List.of()));
        BROKER.publish(success);
        awaitLine(success);

        JsonPath page = get(TOKENS.reader("contoso"), Map.of("$filter", "correlationId eq " + flow.supportCode))
                .jsonPath();

        assertThat(page.<String>get("'@odata.context'"))
                .isEqualTo(SandboxInfrastructure.PUBLIC_URL + "/api/v1/$metadata#auditLogs/directoryAudits");
        assertThat(page.<Map<String, Object>>get("value[0]"))
                .containsEntry("id", success.id().toString())
                .containsEntry("category", "UserManagement")
                .containsEntry("result", "success")
                .containsEntry("resultReason", null)
                .containsEntry("activityDisplayName", "Reset password (self-service)")
                .containsEntry("activityDateTime", "2026-05-01T12:00:00Z")
                .containsEntry("loggedByService", "Self-service Password Management");
        assertThat(page.<String>get("value[0].initiatedBy.user.ipAddress")).isEqualTo("203.0.113.7");
        assertThat(page.<String>get("value[0].targetResources[0].type")).isEqualTo("User");
    }

    @Test
    void refusesToChangeALine() throws SQLException {
        flow.cancelled();

        try (Connection connection = DriverManager.getConnection(
                        SandboxInfrastructure.DATABASE, SandboxInfrastructure.USER, SandboxInfrastructure.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "update directory_audit set result = 'success'",
                    "delete from directory_audit",
                    "truncate directory_audit")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute(change))
                        .withMessageContaining("append-only");
            }
        }
    }

    @Test
    void putsAPoisonMessageAsideAndGoesOn() {
        String topic = Topics.RESET_EVENTS.of("contoso");
        BROKER.send(new ProducerRecord<>(topic, flow.account.toString(), new byte[] {1, 2, 3}));
        Message<Event> next = flow.message(new ResetCancelled(flow.supportCode, flow.taro, true));
        BROKER.publish(next);

        awaitLine(next);
        assertThat(BROKER.read(Topics.deadLetter(topic, "audit-service")))
                .anySatisfy(letter -> assertThat(letter.key()).isEqualTo(flow.account.toString()));
    }
}
