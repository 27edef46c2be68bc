package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come more than once, on a real database; {@link RepeatedResource} counts how often they are carried out. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class IdempotencyIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String BODY = "{\"word\":\"secret-of-the-request\"}";

    @Inject
    MovedClock clock;

    @Inject
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void startCounting() {
        RepeatedResource.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "text", "later", "nothing", "problem"})
    void theSecondOfTwoGetsTheFirstAnswer_R_FLW_34(String kind) {
        Response first = post(kind, key, BODY);

        Response second = post(kind, key, BODY);

        assertThat(RepeatedResource.times()).isEqualTo(1);
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header :
                List.of("Location", "Content-Type", "Content-Language", "Cache-Control", "Preference-Applied")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void withoutAKeyEveryRequestIsCarriedOut_R_FLW_34() {
        given().contentType(ContentType.JSON).body(BODY).post("/test/repeated/object");
        given().contentType(ContentType.JSON).body(BODY).post("/test/repeated/object");

        assertThat(RepeatedResource.times()).isEqualTo(2);
    }

    @Test
    void theBodyReachesTheResourceUnchanged_R_FLW_34() {
        String body = new JsonObject().put("word", "ユ".repeat(300_000)).encode();

        assertThat(post("object", key, body).jsonPath().getString("word")).isEqualTo("ユ".repeat(300_000));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused_R_FLW_34() {
        post("object", key, BODY);

        Response other = post("object", key, "{\"word\":\"other\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("code")).isEqualTo("IdempotencyKeyReused");
        assertThat(RepeatedResource.times()).isEqualTo(1);
    }

    @Test
    void theSameKeyInAnotherCallersHandsIsAnotherKey_R_FLW_34() {
        post("object", key, BODY);

        Response other = request(key, BODY).header("Authorization", "Bearer x").post("/test/repeated/object");

        assertThat(other.header("Idempotency-Replayed")).isNull();
        assertThat(RepeatedResource.times()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"failure, 503", "exception, 500", "throttled, 429"})
    void notNowIsNotRemembered_R_FLW_34(String kind, int status) {
        assertThat(post(kind, key, BODY).statusCode()).isEqualTo(status);
        assertThat(post(kind, key, BODY).statusCode()).isEqualTo(status);

        assertThat(RepeatedResource.times()).isEqualTo(2);
    }

    @Test
    void aRequestInProgressIsNotStartedAgain_R_FLW_34() {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post("slow", key, BODY));
        await().atMost(SOON).until(() -> RepeatedResource.times() == 1);

        Response meanwhile = post("slow", key, BODY);
        RepeatedResource.goOn();
        first.join();

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.<String>path("code")).isEqualTo("RequestInProgress");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("1");
        assertThat(post("slow", key, BODY).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(RepeatedResource.times()).isEqualTo(1);
    }

    @Test
    void aRequestWhoseServerDiedIsTakenOver_R_FLW_34() {
        CompletableFuture<Response> dead = CompletableFuture.supplyAsync(() -> post("slow", key, BODY));
        await().atMost(SOON).until(() -> RepeatedResource.times() == 1);
        clock.moveOn(Duration.ofSeconds(91));

        CompletableFuture<Response> successor = CompletableFuture.supplyAsync(() -> post("slow", key, BODY));
        await().atMost(SOON).until(() -> RepeatedResource.times() == 2);
        RepeatedResource.goOn();
        dead.join();

        assertThat(post("slow", key, BODY).asString())
                .isEqualTo(successor.join().asString());
        assertThat(RepeatedResource.times()).isEqualTo(2);
    }

    @Test
    void ofFiftyAtOnceOneIsCarriedOut_R_FLW_34() {
        List<Integer> statuses = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> post("object", key, BODY).statusCode())
                .toList();

        assertThat(RepeatedResource.times()).isEqualTo(1);
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
    }

    @Test
    void afterADayTheKeyIsForgotten_R_FLW_34() {
        post("object", key, BODY);
        clock.moveOn(Duration.ofHours(24).plusSeconds(1));

        assertThat(post("object", key, "{\"word\":\"new\"}").statusCode()).isEqualTo(201);
        assertThat(RepeatedResource.times()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsTooLongIsRefused_R_FLW_34() {
        Response refused = post("object", "k".repeat(129), BODY);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("code")).isEqualTo("MalformedRequest");
        assertThat(refused.<String>path("errors[0].where")).isEqualTo("Idempotency-Key");
        assertThat(RepeatedResource.times()).isZero();
    }

    @Test
    void nothingOfRequestAndAnswerIsReadableInTheDatabase_R_FLW_34() throws SQLException {
        post("object", key, BODY);

        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select r::text from idempotent_request r");
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).isTrue();
            do {
                assertThat(rows.getString(1)).doesNotContain(key, hex(key), "secret-of", hex("secret-of"), hex("word"));
            } while (rows.next());
        }
    }

    private static Response post(String kind, String key, String body) {
        return request(key, body).post("/test/repeated/" + kind);
    }

    private static RequestSpecification request(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "ja")
                .header("Idempotency-Key", key)
                .body(body);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
