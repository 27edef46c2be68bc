package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the tests of the running service share: the steps of a reset, and the parts of agent and notification-service. */
abstract class ResetWalk extends OwnTenant {
    static final Duration SOON = Duration.ofSeconds(20);

    static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker();
    }

    @AfterAll
    static void disconnect() throws InterruptedException {
        broker.close();
    }

    Response begin(String name) {
        if (name.equals("federated")) {
            beat();
        }
        Response begun = tryToBegin(name);
        begun.then().statusCode(201);
        return begun;
    }

    Response tryToBegin(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "userId", name.contains("@") ? name : name + "@" + domain(), "captcha", CaptchaSolver.take()))
                .post("/api/v1/resets");
    }

    /** The agent's topics exist a moment after the import, and its heartbeat is known a moment after it was sent. */
    void beat() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(() -> {
            broker.send(
                    message(new AgentHeartbeat("agent-1", "1", clock.instant(), Health.HEALTHY, null), "agent-1"),
                    Surroundings.AGENT_SIGNING);
            Response begun = tryToBegin("federated");
            boolean isKnown = begun.statusCode() == 201;
            if (isKnown) {
                liftBlock("federated");
            }
            return isKnown;
        });
    }

    Response atPasswordPage(String name) {
        Response begun = begin(name);
        String challenge = sendCode(begun).path("id");
        assertThat(typeCode(begun, challenge, code(challenge)).<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
        return begun;
    }

    Response sendCode(Response begun) {
        return choose(begun, Map.of("method", "EMAIL"));
    }

    static Response choose(Response begun, Map<String, String> wish) {
        return as(begun).body(wish).post("/api/v1/resets/" + id(begun) + "/challenges");
    }

    static Response typeCode(Response begun, String challenge, String code) {
        return reply(begun, challenge, Map.of("code", code));
    }

    static Response reply(Response begun, String challenge, Map<String, ?> reply) {
        return as(begun).body(reply).post("/api/v1/resets/" + id(begun) + "/challenges/" + challenge);
    }

    Response submit(Response begun) {
        return submit(begun, PASSWORD);
    }

    static Response submit(Response begun, String password) {
        return as(begun).body(Map.of("newPassword", password)).post("/api/v1/resets/" + id(begun) + "/password");
    }

    Response look(Response begun) {
        return as(begun).get("/api/v1/resets/" + id(begun));
    }

    String state(Response begun) {
        return look(begun).path("state");
    }

    static RequestSpecification as(Response begun) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + begun.path("sessionToken"));
    }

    static String id(Response begun) {
        return begun.path("id");
    }

    String code(String challenge) {
        DeliverCode request = broker.await(
                        DeliverCode.class,
                        sent -> sent.event().deliveryId().toString().equals(challenge))
                .event();
        try {
            return Seal.open(request.sealedCode(), request.sealContext(), Surroundings.NOTIFICATION, clock.instant())
                    .reveal();
        } catch (BrokenSealException e) {
            throw new AssertionError(e);
        }
    }

    static Message<WritebackRequest> request(Response begun) {
        return broker.await(
                WritebackRequest.class, sent -> sent.supportCode().toString().equals(begun.path("supportCode")));
    }

    void answer(Message<WritebackRequest> request, WritebackResult result, PublicJsonWebKey signer) {
        broker.send(
                new Message<>(
                        UUID.randomUUID(),
                        clock.instant(),
                        "/writeback-agent",
                        tenant,
                        request.subject(),
                        request.supportCode(),
                        result),
                signer);
    }

    <T extends Event> Message<T> message(T event, String subject) {
        return new Message<>(UUID.randomUUID(), clock.instant(), "/test", tenant, subject, UUID.randomUUID(), event);
    }

    static boolean isOf(Message<?> fact, Response begun) {
        return fact.supportCode().toString().equals(begun.path("supportCode"));
    }

    static String problem(Response answer) {
        return answer.path("code");
    }

    /** An answer byte for byte, but for its time and support code. */
    static String comparable(Response answer) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        String body = answer.asString();
        String supportCode = body.isEmpty() ? "" : answer.path("supportCode");
        return answer.statusLine() + "\n" + headers + "\n\n" + body.replace(supportCode, "");
    }
}
