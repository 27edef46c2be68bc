package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Http;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Stop;
import io.sspr.sandbox.tour.Stop.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One reset per outcome, over HTTP, on the running system: the rows of the tour, and what follows a reset. */
class JourneyIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Http RESET = new Http(SYSTEM.resetService());
    private static final String POLICY = "/api/v1/admin/policy";
    private static final String QUESTIONS = "/api/v1/registration/security-questions";

    @TestFactory
    Stream<DynamicTest> everyOutcomeOfTheTour() {
        return SYSTEM.stops().stream()
                .map(stop -> DynamicTest.dynamicTest(stop.user() + ": " + stop.tried(), () -> {
                    Result result = SYSTEM.walk(stop);

                    assertThat(result.got()).isEqualTo(stop.expected());
                    if (result.supportCode() != null) {
                        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> isAudited(stop, result));
                    }
                }));
    }

    @Test
    void tellsTheUserByMailThatThePasswordWasReset_R_NTF_01() {
        DemoAccount tom = SYSTEM.seeded("tom");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(tom);
        int seen = SYSTEM.tour().outside().countMessages(tom.alternateEmail());
        String password = SYSTEM.tour().journeys().newPassword();

        reset.submit(password);

        JsonNode notice = SYSTEM.tour().outside().awaitMessage(tom.alternateEmail(), seen);
        assertThat(notice.path("text").asText())
                .contains(tom.upn(), reset.supportCode())
                .doesNotContain(password);
        assertThat(notice.path("html").asText()).contains(tom.upn()).doesNotContain(password);
    }

    @Test
    void recordsEveryStepOfAResetOnce() {
        DemoAccount petra = SYSTEM.seeded("petra");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(petra);

        reset.submit(SYSTEM.tour().journeys().newPassword());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SYSTEM.terminalRecords(petra, reset.supportCode()))
                        .isEqualTo(1));
        assertThat(SYSTEM.audit(petra, reset.supportCode()))
                .extracting(audit -> audit.path("correlationId").asText())
                .hasSizeGreaterThan(5)
                .containsOnly(reset.supportCode());
    }

    @Test
    void aResetLeavesWhatIsRegisteredAsItIs() {
        DemoAccount bea = SYSTEM.seeded("bea");
        registerAnswers(SYSTEM.signedIn(bea));
        JsonNode before = registrationOf(SYSTEM.signedIn(bea));
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(bea);
        String password = SYSTEM.tour().journeys().newPassword();

        reset.submit(password);

        String token = SYSTEM.tour().staff().signIn(bea.upn(), password).orElseThrow();
        JsonNode after = registrationOf(SystemUnderTest.bearer(token));
        assertThat(before.path("registered")).isNotEmpty();
        assertThat(after).isEqualTo(before);
        RESET.send("DELETE", QUESTIONS, null, SystemUnderTest.bearer(token));
    }

    @Test
    void aResetEndsAllSignIns_R_FLW_12() {
        DemoAccount ada = SYSTEM.seeded("ada");
        Map<String, String> former = SYSTEM.signedIn(ada);
        assertThat(RESET.get(POLICY, former).status()).isEqualTo(200);
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(ada);
        String password = SYSTEM.tour().journeys().newPassword();
        assertThat(RESET.get(POLICY, former).status()).as("before the end").isEqualTo(200);

        reset.submit(password);

        assertThat(RESET.get(POLICY, former).status()).isEqualTo(401);
        String token = SYSTEM.tour().staff().signIn(ada.upn(), password).orElseThrow();
        assertThat(RESET.get(POLICY, SystemUnderTest.bearer(token)).status()).isEqualTo(200);
    }

    @Test
    void aFailedResetEndsNoSignIn() {
        DemoAccount paul = SYSTEM.seeded("paul");
        Map<String, String> former = SYSTEM.signedIn(paul);
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(paul);

        reset.submit(SYSTEM.tour().journeys().newPassword());

        assertThat(reset.look().body().path("state").asText()).isEqualTo("REFUSED");
        assertThat(RESET.get("/api/v1/registration", former).status()).isEqualTo(200);
    }

    @Test
    void anEarlierCodeIsVoidOnceAnotherWasSent_R_PHN_11() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());
        int seen = SYSTEM.tour().outside().countMessages(cleo.alternateEmail());
        String firstChallenge = reset.sendCode("EMAIL", null).body().path("id").asText();
        String firstCode = SYSTEM.tour().outside().awaitCode(cleo.alternateEmail(), seen);
        reset.sendCode("EMAIL", null);

        JsonNode answer = reset.typeCode(firstChallenge, firstCode).body();

        assertThat(answer.path("code").asText()).isEqualTo("CodeVoid");
    }

    @Test
    void nothingGoesToAWrongPhoneNumber_R_PHN_05() {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        ResetClient reset = SYSTEM.client(yuki);
        reset.begin(yuki.upn());

        JsonNode answer = reset.sendCode("MOBILE_PHONE", "+81 9000000001").body();

        assertThat(answer.path("code").asText()).isEqualTo("PhoneMismatch");
        assertThat(answer.path("detail").asText()).contains("電話番号");
        assertThat(SYSTEM.tour().outside().countMessages("+81 9000000001")).isZero();
    }

    @Test
    void aPasswordNeedsAllGates_R_FLW_07() {
        DemoAccount will = SYSTEM.seeded("will");
        ResetClient reset = SYSTEM.client(will);
        reset.begin(will.upn());

        JsonNode answer = reset.submit(SYSTEM.tour().journeys().newPassword()).body();

        assertThat(answer.path("code").asText()).isEqualTo("GatesNotPassed");
    }

    @Test
    void aCancelledResetIsOver_R_FLW_13() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());

        assertThat(reset.cancel().status()).isEqualTo(204);
        assertThat(reset.look().body().path("state").asText()).isEqualTo("CANCELLED");
        assertThat(reset.sendCode("EMAIL", null).body().path("code").asText()).isEqualTo("SessionEnded");
    }

    /** A flow has its records, and one that reached its end exactly one record of that. */
    private static void isAudited(Stop stop, Result result) {
        assertThat(SYSTEM.audit(stop.account(), result.supportCode())).isNotEmpty();
        if (stop.expected().endsWith("success")) {
            assertThat(SYSTEM.successesOf(stop.end(), stop.account(), result.supportCode()))
                    .isEqualTo(1);
        }
    }

    private static JsonNode registrationOf(Map<String, String> headers) {
        ObjectNode registration =
                RESET.get("/api/v1/registration", headers).body().deepCopy();
        registration.remove("supportCode");
        return registration;
    }

    private static void registerAnswers(Map<String, String> headers) {
        JsonNode offered = RESET.get("/api/v1/registration", headers).body().path("securityQuestions");
        List<Map<String, String>> answers = offered.path("questions").findValuesAsText("key").stream()
                .limit(offered.path("registerCount").asInt())
                .map(key -> Map.of(
                        "question", key, "answer", SYSTEM.tour().journeys().newPassword()))
                .toList();
        assertThat(RESET.send("PUT", QUESTIONS, Map.of("answers", answers), headers)
                        .status())
                .isEqualTo(204);
    }
}
