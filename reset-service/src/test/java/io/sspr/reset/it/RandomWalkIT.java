package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.throttle.BlockLifted;
import io.sspr.contract.writeback.WritebackRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever never reads a code gets nowhere, in whatever order they call whatever there is, with tokens and challenges of several resets; on a real
 * broker and database. Source: R-FLW-07, R-FLW-08, R-ADM-04.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RandomWalkIT extends ResetWalk {
    private static final int WALKS = 20;
    private static final int CALLS = 25;
    private static final String MOBILE = "+1 4255550101";

    private final List<Response> resets = new ArrayList<>();
    private final List<String> challenges = new ArrayList<>();
    private Random random;

    static List<Integer> seeds() {
        return IntStream.range(0, WALKS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWalkWithoutACodeReachesThePasswordPage(int seed) {
        random = new Random(seed);
        if (random.nextBoolean()) {
            setPolicy("{\"methodsRequired\": 2, \"allowUnlockWithoutReset\": true}");
        }
        resets.add(begin("cloud"));
        resets.add(begin(ADMINISTRATOR));

        for (int i = 0; i < CALLS; i++) {
            Response answer = call();
            assertThat(answer.statusCode()).isBetween(200, 499);
            assertThat(answer.asString()).doesNotContain("PASSWORD_OPEN", "WRITEBACK_PENDING", "SUCCEEDED", "UNLOCKED");
        }

        assertThat(resets).allSatisfy(reset -> assertThat(state(reset)).isIn("GATES_OPEN", "BLOCKED", "CANCELLED"));
        assertThat(resets)
                .allSatisfy(reset ->
                        assertThat(look(reset).<Integer>path("gatesPassed")).isZero());
        nothingHappened();
    }

    /** Both passwords are the ones they were, and the broker has heard of no success before it hears of what comes after the walk. */
    private void nothingHappened() {
        asSignedIn("cloud");
        hearOfSomethingLater();
        assertThat(broker.all(GatePassed.class, this::isOfTenant)).isEmpty();
        assertThat(broker.all(ResetSucceeded.class, this::isOfTenant)).isEmpty();
        assertThat(broker.all(AccountUnlocked.class, this::isOfTenant)).isEmpty();
        assertThat(broker.all(WritebackRequest.class, this::isOfTenant)).isEmpty();
    }

    private void hearOfSomethingLater() {
        liftBlock("cloud");
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        while (typeCode(begun, challenge, "no code").statusCode() != 429) {}
        liftBlock("cloud");
        broker.await(BlockLifted.class, this::isOfTenant);
    }

    private Response call() {
        String reset = "/api/v1/resets/" + one(ids());
        RequestSpecification caller = caller();
        return switch (random.nextInt(9)) {
            case 0 -> beginAnother();
            case 1 -> caller.get(reset);
            case 2, 3 -> remember(caller.body(wish()).post(reset + "/challenges"));
            case 4, 5, 6 -> caller.body(reply()).post(reset + "/challenges/" + one(challengesAndNone()));
            case 7 -> caller.body(password()).post(reset + "/" + one(List.of("password", "unlock")));
            default -> random.nextInt(4) == 0 ? caller.delete(reset) : caller.get(reset);
        };
    }

    private Response beginAnother() {
        Response begun = tryToBegin(one(List.of("cloud", ADMINISTRATOR, "disabled", "nobody")));
        if (begun.statusCode() == 201) {
            resets.add(begun);
        }
        return begun;
    }

    private RequestSpecification caller() {
        RequestSpecification caller = given().contentType(ContentType.JSON);
        switch (random.nextInt(8)) {
            case 0 -> caller.header("Authorization", "Bearer " + UUID.randomUUID());
            case 1 -> caller.header("X-Nobody", "no token");
            default -> caller.header("Authorization", "Bearer " + one(resets).path("sessionToken"));
        }
        if (random.nextInt(6) == 0) {
            caller.header("If-Match", "\"" + random.nextInt(6) + "\"");
        }
        return caller;
    }

    private Map<String, Object> wish() {
        Map<String, Object> wish = new HashMap<>();
        wish.put(
                "method",
                one(List.of(
                        "EMAIL",
                        "MOBILE_PHONE",
                        "OFFICE_PHONE",
                        "APP_CODE",
                        "APP_NOTIFICATION",
                        "SECURITY_QUESTIONS")));
        wish.put("phoneNumber", one(List.of(MOBILE, "+1 4255550100", "+1 4255550199")));
        if (random.nextBoolean()) {
            wish.put("channel", one(List.of("SMS", "VOICE", "EMAIL", "PUSH")));
        }
        return wish;
    }

    /** Nothing that could be a code by chance. */
    private Map<String, Object> reply() {
        return random.nextInt(4) == 0
                ? Map.of("answers", List.of(Map.of("question", "p:FIRST_PET", "answer", "Rex")))
                : Map.of("code", one(List.of("", "00000", "0000000", "approved", "null", "' or true --")));
    }

    private static Map<String, Object> password() {
        return Map.of("newPassword", "Walked-Through-77", "confirmation", "Walked-Through-77");
    }

    private Response remember(Response challenge) {
        if (challenge.statusCode() == 202) {
            challenges.add(challenge.path("id"));
        }
        return challenge;
    }

    private List<String> ids() {
        return resets.stream().map(ResetWalk::id).toList();
    }

    private List<String> challengesAndNone() {
        List<String> all = new ArrayList<>(challenges);
        all.add(UUID.randomUUID().toString());
        return all;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean isOfTenant(Message<?> message) {
        return message.tenant().equals(tenant);
    }
}
