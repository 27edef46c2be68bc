package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.launch.ServiceProcess;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Phones;
import io.sspr.sandbox.tour.ResetClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Processes are killed in the middle of a reset: the user gets a truthful end, once. */
class FaultIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Phones PHONES = new Phones(SYSTEM.world());
    private static final Duration EXPIRES_AFTER = Duration.ofSeconds(30);
    private static final Set<String> ENDS = Set.of("SUCCEEDED", "REFUSED");

    @Test
    void deadAgentShowsAs30AndItsRequestIsNeverAppliedLater_R_WB_31f() {
        DemoAccount frida = SYSTEM.seeded("frida");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(frida);
        String password = SYSTEM.tour().journeys().newPassword();
        ServiceProcess agent = SYSTEM.processes().writebackAgent();
        agent.kill();

        Answer answer = reset.submit(password);

        assertThat(answer.body().path("code").asText()).isEqualTo("SSPR_0030");
        assertThat(answer.took()).isLessThan(EXPIRES_AFTER.plusSeconds(5));
        agent.start();
        await("the agent to answer the request that it missed")
                .atMost(Duration.ofSeconds(60))
                .until(() -> SYSTEM.audit(frida, reset.supportCode()).toString().contains("EXPIRED")
                        && answeredByAgent(SYSTEM.audit(frida, reset.supportCode())));
        assertThat(SYSTEM.tour().outside().bind(frida.upn(), password)).isFalse();
        assertThat(SYSTEM.tour().outside().bind(frida.upn(), frida.initialPassword()))
                .isTrue();
        assertThat(reset.look().body().path("state").asText()).isEqualTo("REFUSED");
    }

    @RepeatedTest(2)
    void killedResetServiceLeavesOneTruthfulEndAndOneRecordOfIt() {
        DemoAccount tom = SYSTEM.seeded("tom");
        // After the last kill the agent counts as silent until its next heartbeat is read.
        ResetClient reset = await("the agent heard again")
                .atMost(Duration.ofSeconds(30))
                .ignoreException(IllegalStateException.class)
                .until(() -> SYSTEM.tour().journeys().atPasswordPage(tom), Objects::nonNull);
        String password = SYSTEM.tour().journeys().newPassword();
        ServiceProcess resetService = SYSTEM.processes().resetService();
        try {
            reset.submitWithoutWaiting(password);
        } finally {
            resetService.kill();
        }

        resetService.start();

        await("a terminal state")
                .atMost(EXPIRES_AFTER.plusSeconds(15))
                .until(() -> ENDS.contains(reset.look().body().path("state").asText()));
        boolean succeeded = reset.look().body().path("state").asText().equals("SUCCEEDED");
        assertThat(SYSTEM.tour().outside().bind(tom.upn(), password)).isEqualTo(succeeded);
        assertThat(SYSTEM.tour().outside().bind(tom.upn(), tom.initialPassword()))
                .isEqualTo(!succeeded);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SYSTEM.terminalRecords(tom, reset.supportCode()))
                        .isEqualTo(1));
    }

    @Test
    void killedAgentStartsNothingTwice_R_WB_31g() {
        DemoAccount nina = SYSTEM.seeded("nina");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(nina);
        String password = SYSTEM.tour().journeys().newPassword();
        ServiceProcess agent = SYSTEM.processes().writebackAgent();
        reset.submitWithoutWaiting(password);
        agent.kill();

        agent.start();

        await("a terminal state")
                .ignoreException(UncheckedIOException.class)
                .atMost(EXPIRES_AFTER.plusSeconds(15))
                .until(() -> ENDS.contains(reset.look().body().path("state").asText()));
        boolean succeeded = reset.look().body().path("state").asText().equals("SUCCEEDED");
        assertThat(SYSTEM.tour().outside().bind(nina.upn(), password)).isEqualTo(succeeded);
    }

    @Test
    void aKilledAgentComesBackWithItsKeys_R_WB_20() {
        JsonNode before = SYSTEM.tour().staff().agents(DemoTenant.CONTOSO);
        ServiceProcess agent = SYSTEM.processes().writebackAgent();
        agent.kill();

        agent.start();

        SYSTEM.tour().seed();
        DemoAccount frida = SYSTEM.seeded("frida");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(frida);
        Answer answer = reset.submit(SYSTEM.tour().journeys().newPassword());
        assertThat(answer.body().path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(SYSTEM.tour().staff().agents(DemoTenant.CONTOSO).findValues("keys"))
                .isNotEmpty()
                .isEqualTo(before.findValues("keys"));
    }

    @Test
    void aCallIsAnsweredAlthoughTheServiceThatPlacedItWasKilled_R_FLW_33() {
        DemoAccount vera = SYSTEM.seeded("vera");
        ResetClient reset = SYSTEM.client(vera);
        reset.begin(vera.upn());
        int seen = PHONES.countCalls(vera.phone());
        reset.challenge("MOBILE_PHONE", "VOICE", vera.phone());
        await("the phone to ring").until(() -> PHONES.countCalls(vera.phone()) > seen);
        await("the call to be remembered")
                .until(() -> reset.look()
                        .body()
                        .path("challenge")
                        .path("delivery")
                        .asText()
                        .equals("DELIVERED"));
        ServiceProcess notificationService = SYSTEM.processes().notificationService();
        notificationService.kill();
        PHONES.confirmCall(vera.phone(), seen);

        notificationService.start();

        await("the gate to open")
                .atMost(Duration.ofSeconds(45))
                .until(() -> reset.look().body().path("state").asText().equals("PASSWORD_OPEN"));
        assertThat(PHONES.countCalls(vera.phone())).isEqualTo(seen + 1);
        awaitDelivery();
    }

    /** The broker hands requests to the next reader only once it misses the killed one; whoever is tested next need not wait for that. */
    private static void awaitDelivery() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());
        int seen = SYSTEM.tour().outside().countMessages(cleo.alternateEmail());
        reset.sendCode("EMAIL", null);
        await("a code to be delivered")
                .atMost(Duration.ofSeconds(30))
                .until(() -> SYSTEM.tour().outside().countMessages(cleo.alternateEmail()) > seen);
        reset.cancel();
    }

    private static boolean answeredByAgent(JsonNode audits) {
        for (JsonNode audit : audits) {
            if (audit.path("initiatedBy").path("app").hasNonNull("displayName")
                    && audit.toString().contains("EXPIRED")) {
                return true;
            }
        }
        return false;
    }
}
