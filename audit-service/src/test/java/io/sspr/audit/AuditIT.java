package io.sspr.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackResult;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxInfrastructure.class)
class AuditIT {
    private static final String PATH = "/api/v1/auditLogs/directoryAudits";
    private static final Duration FRESHNESS = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Tokens TOKENS = new Tokens();

    private static int statusBeforeKeysWerePublished;
    private static HttpServer keys;
    private static Broker broker;

    private final UUID account = UUID.randomUUID();
    private final UUID supportCode = UUID.randomUUID();
    private final Person taro = new Person(account, "甲斐 太郎", "Taro." + account + "@contoso.example", "203.0.113.7");

    @BeforeAll
    static void publishKeys() throws IOException {
        statusBeforeKeysWerePublished = get(TOKENS.reader("contoso"), Map.of()).statusCode();
        keys = TOKENS.publish(SandboxInfrastructure.JWKS_PORT);
        broker = new Broker();
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
        broker.close();
    }

    @Test
    void isUpBeforeResetServiceIs() {
        assertThat(statusBeforeKeysWerePublished).isEqualTo(401);
        assertThat(get(TOKENS.reader("contoso"), Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void showsFactsOfAllTopicsOnceThoughDeliveredTwice_R_AUD_55() {
        List<Event> facts = List.of(
                new ResetSucceeded(
                        supportCode, taro, List.of("MOBILE_PHONE", "EMAIL"), "agent-1", "Contoso", List.of()),
                WritebackResult.success(supportCode, "agent-1", Map.of("server", "ldaps://dc1")),
                new AgentEventRecorded(
                        "agent-1", 31002, "PasswordResetSuccess", AgentEventRecorded.Level.INFORMATION, null, Map.of()),
                new Delivered(supportCode, DeliveryFact.Content.CODE, Channel.SMS, 1),
                new DirectoryImported(taro, 1, 2));
        List<Message<Event>> messages = facts.stream().map(this::message).toList();

        messages.forEach(broker::publish);
        broker.publish(message(new AgentHeartbeat("agent-1", "1", NOON, AgentHeartbeat.Health.HEALTHY, null)));
        messages.forEach(broker::publish);
        Message<Event> last = message(new ResetCancelled(supportCode, taro, true));
        messages.forEach(former -> broker.publish(last));
        awaitLine(last.id());

        List<String> wanted = new ArrayList<>();
        messages.forEach(message -> wanted.add(message.id().toString()));
        wanted.add(last.id().toString());
        await().atMost(FRESHNESS)
                .untilAsserted(() -> assertThat(ids("correlationId eq '" + supportCode + "'"))
                        .containsExactlyInAnyOrderElementsOf(wanted));
    }

    @Test
    void showsALineInGraphsShape_R_AUD_03() {
        Message<Event> success =
                message(new ResetSucceeded(supportCode, taro, List.of("EMAIL"), null, "Contoso", List.of()));
        broker.publish(success);
        awaitLine(success.id());

        JsonPath page = get(TOKENS.reader("contoso"), Map.of("$filter", "correlationId eq " + supportCode))
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
    void findsByEveryProperty_R_AUD_02() {
        Message<Event> cancelled = message(new ResetCancelled(supportCode, taro, true));
        broker.publish(cancelled);
        awaitLine(cancelled.id());
        String mine = " and initiatedBy/user/id eq '" + account + "'";
        String id = cancelled.id().toString();

        assertThat(List.of(
                        "activityDisplayName eq 'Self-service password reset flow activity progress'" + mine,
                        "startswith(activityDisplayName,'Self-service')" + mine,
                        "activityDateTime eq 2026-05-01T12:00:00Z" + mine,
                        "activityDateTime gt 2026-05-01T11:59:59.999Z and activityDateTime lt 2026-05-01T21:00:01+09:00"
                                + mine,
                        "loggedByService eq 'Self-service Password Management' and result eq 'failure'" + mine,
                        "initiatedBy/user/displayName eq '甲斐 太郎'" + mine,
                        "initiatedBy/user/userPrincipalName eq 'taro." + account + "@CONTOSO.example'",
                        "startswith(initiatedBy/user/userPrincipalName,'TARO." + account + "')",
                        "targetResources/any(t:t/id eq '" + account + "')"))
                .allSatisfy(filter -> assertThat(ids(filter)).containsExactly(id));
        assertThat(List.of(
                        "activityDateTime ge 2026-05-01T12:00:00.001Z" + mine,
                        "activityDateTime le 2026-05-01T11:59:59Z" + mine,
                        "result eq 'success'" + mine,
                        "startswith(activityDisplayName,'%')" + mine,
                        "activityDisplayName eq ''' or true --'" + mine))
                .allSatisfy(filter -> assertThat(ids(filter)).isEmpty());
    }

    @Test
    void leadsThroughAllPagesWithoutGapOrRepetition_R_AUD_02() {
        List<Message<Event>> messages = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            messages.add(message(NOON.plusSeconds(i / 5), new ResetCancelled(supportCode, taro, true)));
        }
        messages.forEach(broker::publish);
        messages.forEach(message -> awaitLine(message.id()));

        List<String> seen = new ArrayList<>();
        Response page = get(
                TOKENS.reader("contoso"),
                Map.of(
                        "$filter", "correlationId eq '" + supportCode + "'",
                        "$top", "10",
                        "$orderby", "activityDateTime asc"));
        List<Integer> sizes = new ArrayList<>();
        while (page != null) {
            seen.addAll(page.jsonPath().getList("value.id"));
            sizes.add(page.jsonPath().getList("value").size());
            String next = page.jsonPath().get("'@odata.nextLink'");
            page = next == null ? null : follow(next);
        }

        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .isEqualTo(messages.stream()
                        .sorted(Comparator.comparing((Message<Event> message) -> message.time())
                                .thenComparing(message -> message.id().toString()))
                        .map(message -> message.id().toString())
                        .toList());
    }

    @Test
    void showsNoTenantToAnother() {
        Message<Event> cancelled = message(new ResetCancelled(supportCode, taro, true));
        broker.publish(cancelled);
        awaitLine(cancelled.id());

        Response page = get(TOKENS.reader("tailspin"), Map.of("$filter", "correlationId eq '" + supportCode + "'"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("value")).isEmpty();
    }

    @Test
    void showsAnEmptyListToTheUnlicensed_R_AUD_10() {
        Message<Event> cancelled = message(new ResetCancelled(supportCode, taro, true));
        broker.publish(cancelled);
        awaitLine(cancelled.id());

        Response page = get(TOKENS.token("contoso", "Global Administrator", false), Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("value")).isEmpty();
    }

    @Test
    void refusesEveryRouteWithoutAnAdministratorsToken_A19() {
        JsonPath openApi =
                given().queryParam("format", "json").get("/q/openapi").jsonPath();
        List<String> routes = new ArrayList<>(
                openApi.getMap("paths").keySet().stream().map(Object::toString).toList());

        assertThat(routes).contains(PATH);
        for (String route : routes) {
            problem(given().get(route), 401, "NotSignedIn");
            TOKENS.invalid().forEach(token -> problem(bearer(token).get(route), 401, "NotSignedIn"));
            problem(bearer(TOKENS.token("contoso", "User Administrator", true)).get(route), 403, "NotAllowed");
            problem(bearer(TOKENS.withoutTenant()).get(route), 403, "NotAllowed");
        }
    }

    @Test
    void answersEverythingElseWithAProblemInTheCallersLanguage() {
        String token = TOKENS.reader("contoso");
        Response filter = bearer(token)
                .header("Accept-Language", "ja")
                .queryParam("$filter", "result ne 'x'")
                .get(PATH);

        problem(filter, 400, "BadFilter");
        assertThat(filter.jsonPath().getString("detail")).contains("8 文字目").endsWith("eq");
        assertThat(filter.header("Content-Language")).isEqualTo("ja");
        problem(get(token, Map.of("$select", "id")), 400, "UnknownQueryOption");
        problem(get(token, Map.of("$top", "0")), 400, "BadQueryOptionValue");
        problem(given().get("/nowhere"), 404, "NotFound");
        problem(bearer(token).delete(PATH), 405, "MethodNotAllowed");
        problem(bearer(token).accept("text/html").get(PATH), 406, "NotAcceptable");
    }

    @Test
    void refusesToChangeALine() throws SQLException {
        Message<Event> cancelled = message(new ResetCancelled(supportCode, taro, true));
        broker.publish(cancelled);
        awaitLine(cancelled.id());

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
        broker.send(new ProducerRecord<>(topic, account.toString(), new byte[] {1, 2, 3}));
        Message<Event> next = message(new ResetCancelled(supportCode, taro, true));
        broker.publish(next);

        awaitLine(next.id());
        assertThat(broker.read(Topics.deadLetter(topic, "audit-service")))
                .anySatisfy(letter -> assertThat(letter.key()).isEqualTo(account.toString()));
    }

    private Message<Event> message(Event event) {
        return message(NOON, event);
    }

    private Message<Event> message(Instant time, Event event) {
        return new Message<>(UUID.randomUUID(), time, "/a-service", "contoso", account.toString(), supportCode, event);
    }

    private void awaitLine(UUID id) {
        await().atMost(FRESHNESS)
                .until(() -> ids("correlationId eq '" + supportCode + "'").contains(id.toString()));
    }

    private static List<String> ids(String filter) {
        Response page = get(TOKENS.reader("contoso"), Map.of("$filter", filter, "$top", "1000"));
        assertThat(page.statusCode()).as(filter).isEqualTo(200);
        return page.jsonPath().getList("value.id");
    }

    private static Response get(String token, Map<String, String> options) {
        return bearer(token).queryParams(options).get(PATH);
    }

    private static Response follow(String link) {
        assertThat(link).startsWith(SandboxInfrastructure.PUBLIC_URL + PATH + "?");
        return bearer(TOKENS.reader("contoso"))
                .urlEncodingEnabled(false)
                .get(link.substring(SandboxInfrastructure.PUBLIC_URL.length()));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void problem(Response response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getMap("").keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "remedy");
    }
}
