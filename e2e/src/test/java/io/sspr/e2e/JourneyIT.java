package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Stop.Result;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One reset per outcome, over HTTP, on the running system: the rows of the tour, and what follows a reset. */
class JourneyIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();

    @TestFactory
    Stream<DynamicTest> everyOutcomeOfTheTour() {
        SYSTEM.tour().seed();
        return SYSTEM.tour().journeys().all().stream()
                .map(stop -> DynamicTest.dynamicTest(stop.user() + ": " + stop.tried(), () -> {
                    Result result = stop.walk().get();

                    assertThat(result.got()).isEqualTo(stop.expected());
                    await().atMost(Duration.ofSeconds(10))
                            .untilAsserted(() -> assertThat(SYSTEM.audit(stop.account(), result.supportCode()))
                                    .as("audit records of %s", result.supportCode())
                                    .isNotEmpty());
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
    void anEarlierCodeIsVoidOnceAnotherWasSent_R_PHN_11() {
        DemoAccount cleo = DemoAccounts.named("cleo");
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
        DemoAccount yuki = DemoAccounts.named("yuki");
        ResetClient reset = SYSTEM.client(yuki);
        reset.begin(yuki.upn());

        JsonNode answer = reset.sendCode("MOBILE_PHONE", "+81 9000000001").body();

        assertThat(answer.path("code").asText()).isEqualTo("PhoneMismatch");
        assertThat(answer.path("detail").asText()).contains("電話番号");
        assertThat(SYSTEM.tour().outside().countMessages("+81 9000000001")).isZero();
    }

    @Test
    void aPasswordNeedsAllGates_R_FLW_07() {
        DemoAccount will = DemoAccounts.named("will");
        ResetClient reset = SYSTEM.client(will);
        reset.begin(will.upn());

        JsonNode answer = reset.submit(SYSTEM.tour().journeys().newPassword()).body();

        assertThat(answer.path("code").asText()).isEqualTo("GatesNotPassed");
    }

    @Test
    void aCancelledResetIsOver_R_FLW_13() {
        DemoAccount cleo = DemoAccounts.named("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());

        assertThat(reset.cancel().status()).isEqualTo(204);
        assertThat(reset.look().body().path("state").asText()).isEqualTo("CANCELLED");
        assertThat(reset.sendCode("EMAIL", null).body().path("code").asText()).isEqualTo("SessionEnded");
    }
}
