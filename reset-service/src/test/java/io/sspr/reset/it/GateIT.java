package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.reset.ResetSucceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates that open to a code by mail or text message, on a real broker and database; the test plays notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GateIT extends ResetWalk {
    private static final String MOBILE = "+1 4255550101";

    @RepeatedTest(8)
    void whoeverLooksWhileAGateOpensSeesItOpenOrWhatOpensIt() throws Exception {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        String code = code(challenge);
        CompletableFuture<List<String>> looks = CompletableFuture.supplyAsync(() -> lookUntilOpen(begun));

        typeCode(begun, challenge, code).then().statusCode(200);

        assertThat(looks.get()).doesNotContain("GATES_OPEN without a challenge");
    }

    @Test
    void twoGatesOpenToAMailAndAText_R_FLW_08_R_MTH_21() {
        setPolicy("{\"methodsRequired\": 2}");
        Response begun = begin("cloud");

        Response half = passByMail(begun);
        assertThat(half.<String>path("state")).isEqualTo("GATES_OPEN");
        assertThat(half.<Integer>path("gatesPassed")).isEqualTo(1);
        assertThat(half.<Integer>path("gatesRequired")).isEqualTo(2);
        assertThat(problem(submit(begun))).isEqualTo("GatesNotPassed");

        Response open = passByText(begun);
        assertThat(open.<String>path("state")).isEqualTo("PASSWORD_OPEN");
        assertThat(submit(begun).statusCode()).isEqualTo(200);

        broker.await(GatePassed.class, fact -> isOf(fact, begun) && fact.event().gate() == 2);
        assertThat(broker.all(GatePassed.class, fact -> isOf(fact, begun)))
                .extracting(fact -> fact.event().method())
                .containsExactly("EMAIL", "MOBILE_PHONE");
        assertThat(broker.await(ResetSucceeded.class, fact -> isOf(fact, begun))
                        .event()
                        .methodsUsed())
                .containsExactly("EMAIL", "MOBILE_PHONE");
    }

    @Test
    void aMethodOpensOneGateOnly_R_MTH_25() {
        setPolicy("{\"methodsRequired\": 2}");
        Response begun = begin("cloud");

        Response half = passByMail(begun);

        assertThat(half.<List<String>>path("methods.method")).containsExactly("MOBILE_PHONE");
        assertThat(problem(sendCode(begun))).isEqualTo("MethodNotOffered");
    }

    @Test
    void aCallIsTheSameMethodAsAText_R_MTH_23() {
        setPolicy("{\"methodsRequired\": 2}");
        Response begun = begin("cloud");
        passByText(begun);

        Response call = choose(begun, Map.of("method", "MOBILE_PHONE", "channel", "VOICE", "phoneNumber", MOBILE));

        assertThat(problem(call)).isEqualTo("MethodNotOffered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4255550101", "+1 4255550109", "+44 4255550101", "+1 425555010", " ", "+1 4255550102x77"})
    void toANumberThatIsNotOnFileNothingIsSent_R_PHN_05_R_ERR_93(String typed) {
        Response begun = begin("cloud");

        Response mismatch = choose(begun, text(typed));

        assertThat(mismatch.statusCode()).isEqualTo(422);
        assertThat(problem(mismatch)).isEqualTo("PhoneMismatch");
        broker.await(PhoneNumberMismatched.class, fact -> isOf(fact, begun));
        code(choose(begun, text(MOBILE)).path("id"));
        assertThat(sent(begun)).hasSize(1);
    }

    @Test
    void withoutTheNumberNothingIsSent_R_PHN_05() {
        assertThat(problem(choose(begin("cloud"), Map.of("method", "MOBILE_PHONE"))))
                .isEqualTo("PhoneMismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14255550101", "+1 (425) 555-0101", "＋１ ４２５５５５０１０１", "+1.425.555.0101", "+1 4255550101x9"})
    void howTheNumberIsWrittenDoesNotMatter_R_PHN_06(String typed) {
        Response begun = begin("cloud");

        choose(begun, text(typed)).then().statusCode(202);
    }

    @Test
    void theCodeGoesWhereTheDirectorySays_R_PHN_05_R_MTH_01() {
        Response begun = begin("cloud");

        Response tampered = choose(begun, Map.of("method", "EMAIL", "destination", "mallory@evil.example"));
        assertThat(tampered.statusCode()).isEqualTo(400);

        code(choose(begun, text("+1(425)5550101")).path("id"));
        assertThat(sent(begun)).containsExactly(MOBILE);
    }

    @Test
    void aNewCodeVoidsTheFormer_R_PHN_11() {
        Response begun = begin("cloud");
        String former = sendCode(begun).path("id");
        String formerCode = code(former);
        String latter = sendCode(begun).path("id");

        assertThat(problem(typeCode(begun, former, formerCode))).isEqualTo("CodeVoid");
        assertThat(typeCode(begun, latter, code(latter)).<String>path("state")).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void aCodeOpensItsGateOnce_R_PHN_11() {
        setPolicy("{\"methodsRequired\": 2}");
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        String code = code(challenge);
        typeCode(begun, challenge, code).then().statusCode(200);

        assertThat(problem(typeCode(begun, challenge, code))).isEqualTo("CodeVoid");
        assertThat(look(begun).<Integer>path("gatesPassed")).isEqualTo(1);
    }

    @Test
    void aStepOnAnOutdatedViewIsNotTaken_R_FLW_34() {
        Response begun = begin("cloud");
        int seen = begun.path("version");
        String challenge = as(begun)
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("method", "EMAIL"))
                .post("/api/v1/resets/" + id(begun) + "/challenges")
                .path("id");

        Response second = as(begun)
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("method", "EMAIL"))
                .post("/api/v1/resets/" + id(begun) + "/challenges");
        Response early = as(begun)
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("code", code(challenge)))
                .post("/api/v1/resets/" + id(begun) + "/challenges/" + challenge);

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(problem(second)).isEqualTo("VersionOutdated");
        assertThat(early.statusCode()).isEqualTo(412);
        // The code was not used up, and nothing was sent in between.
        assertThat(typeCode(begun, challenge, code(challenge)).<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
        broker.await(GatePassed.class, fact -> isOf(fact, begun));
        assertThat(sent(begun)).hasSize(1);
    }

    @Test
    void theSameRequestTwiceSendsOneMessage_R_FLW_34() {
        Response begun = begin("cloud");
        String key = UUID.randomUUID().toString();

        String first = sendOnce(begun, key).path("id");
        Response second = sendOnce(begun, key);

        assertThat(second.<String>path("id")).isEqualTo(first);
        typeCode(begun, first, code(first)).then().statusCode(200);
        broker.await(GatePassed.class, fact -> isOf(fact, begun));
        assertThat(sent(begun)).hasSize(1);
    }

    @Test
    void whatBecameOfTheMessageIsShown_R_ERR_95() {
        Response begun = begin("cloud");
        UUID lost = UUID.fromString(sendCode(begun).path("id"));
        say(new DeliveryFailed(lost, Content.CODE, Channel.EMAIL, 3, Cause.REJECTED));
        await().atMost(SOON).until(() -> "FAILED".equals(look(begun).path("challenge.delivery")));

        UUID next = UUID.fromString(sendCode(begun).path("id"));
        assertThat(look(begun).<String>path("challenge.delivery")).isEqualTo("REQUESTED");
        say(new Delivered(next, Content.CODE, Channel.EMAIL, 1));
        await().atMost(SOON).until(() -> "DELIVERED".equals(look(begun).path("challenge.delivery")));
    }

    private Response passByMail(Response begun) {
        String challenge = sendCode(begun).path("id");
        return typeCode(begun, challenge, code(challenge));
    }

    private Response passByText(Response begun) {
        String challenge = choose(begun, text(MOBILE)).path("id");
        return typeCode(begun, challenge, code(challenge));
    }

    private static Map<String, String> text(String typed) {
        return Map.of("method", "MOBILE_PHONE", "phoneNumber", typed);
    }

    private static Response sendOnce(Response begun, String key) {
        return as(begun)
                .header("Idempotency-Key", key)
                .body(Map.of("method", "EMAIL"))
                .post("/api/v1/resets/" + id(begun) + "/challenges");
    }

    private void say(DeliveryFact fact) {
        broker.send(message(fact, accountId("cloud").toString()), Surroundings.NOTIFICATION_SIGNING);
    }

    /** Where the messages of this reset went so far. */
    private static List<String> sent(Response begun) {
        return broker.all(DeliverCode.class, message -> isOf(message, begun)).stream()
                .map(message -> message.event().destination())
                .toList();
    }

    private List<String> lookUntilOpen(Response begun) {
        List<String> seen = new ArrayList<>();
        while (!seen.contains("PASSWORD_OPEN")) {
            Response view = look(begun);
            String state = view.path("state");
            seen.add(
                    view.path("challenge") == null && state.equals("GATES_OPEN")
                            ? state + " without a challenge"
                            : state);
        }
        return seen;
    }
}
