package io.sspr.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The audit log as an administrator's program sees it, and the broker as the other services use it. */
final class AuditApi {
    static final String PATH = "/api/v1/auditLogs/directoryAudits";
    static final Duration FRESHNESS = Duration.ofSeconds(10);
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final Tokens TOKENS = new Tokens();
    static final Broker BROKER = new Broker();

    /** What a token was worth while nobody had published the key that it is signed with. */
    static final int STATUS_BEFORE_KEYS =
            get(TOKENS.reader("contoso"), Map.of()).statusCode();

    static {
        TOKENS.publish(SandboxInfrastructure.JWKS_PORT);
    }

    private AuditApi() {}

    static void awaitLine(Message<?> message) {
        await().atMost(FRESHNESS)
                .until(() -> ids("correlationId eq '" + message.supportCode() + "'")
                        .contains(message.id().toString()));
    }

    static List<String> ids(String filter) {
        Response page = get(TOKENS.reader("contoso"), Map.of("$filter", filter, "$top", "1000"));
        assertThat(page.statusCode()).as(filter).isEqualTo(200);
        return page.jsonPath().getList("value.id");
    }

    static Response get(String token, Map<String, String> options) {
        return bearer(token).queryParams(options).get(PATH);
    }

    static Response follow(String link) {
        assertThat(link).startsWith(SandboxInfrastructure.PUBLIC_URL + PATH + "?");
        return bearer(TOKENS.reader("contoso"))
                .urlEncodingEnabled(false)
                .get(link.substring(SandboxInfrastructure.PUBLIC_URL.length()));
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
