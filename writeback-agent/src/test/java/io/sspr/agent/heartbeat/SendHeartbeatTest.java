package io.sspr.agent.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.eventlog.RecordedEvents;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.RecordedRelay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendHeartbeatTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final RecordedRelay relay = new RecordedRelay();
    private TestConfig config;
    private KeyRing keys;
    private Optional<Refusal> wrong = Optional.empty();
    private SendHeartbeat sendHeartbeat;

    @BeforeEach
    void start() {
        config = new TestConfig("ldaps://localhost:1", "none", null, folder, true);
        keys = new KeyRing(config, clock);
        FindFault findFault = new FindFault(keys, () -> wrong, 10);
        sendHeartbeat = new SendHeartbeat(findFault, relay, events, keys, config, clock, "1.0");
    }

    @AfterEach
    void stop() throws InterruptedException {
        relay.end();
    }

    @Test
    void saysNothingUntilItIsOnboardedThenAtOnce_R_WB_22() throws Exception {
        // When
        sendHeartbeat.sendIfDue();

        // Then
        assertThat(relay.sent()).isEmpty();

        // When
        TestKeys.in(folder);
        sendHeartbeat.sendIfDue();
        sendHeartbeat.sendIfDue();

        // Then
        assertThat(beats()).hasSize(1);
        assertThat(beats().get(0).health()).isEqualTo(Health.HEALTHY);
        clock.advance(INTERVAL);
        sendHeartbeat.sendIfDue();
        assertThat(beats()).hasSize(2);
    }

    @Test
    void saysNothingOnceItIsOffboarded_R_WB_25() throws Exception {
        // Given
        TestKeys.in(folder);
        sendHeartbeat.sendIfDue();

        // When
        keys.offboarded();
        clock.advance(INTERVAL);
        sendHeartbeat.sendIfDue();

        // Then
        assertThat(beats()).hasSize(1);
    }

    @Test
    void faultIsInEachBeatAndHasALineWhenItBeginsAndEnds_R_EVT_33004() throws Exception {
        // Given
        TestKeys.in(folder);
        wrong = Optional.of(Refusal.of(WritebackVerdict.NO_RIGHTS));

        // When
        beat();
        beat();
        wrong = Optional.empty();
        beat();
        beat();

        // Then
        assertThat(beats())
                .extracting(AgentHeartbeat::health)
                .containsExactly(
                        Health.CONFIGURATION_FAULT, Health.CONFIGURATION_FAULT, Health.HEALTHY, Health.HEALTHY);
        assertThat(beats().get(0).detail()).contains("33004");
        assertThat(events.numbers()).containsExactly(33004, 31019, 31019, 0, 31019, 31019);
    }

    @Test
    void brokenWayToTheBrokerIsAWarningThenAnError_R_EVT_32014_R_EVT_32002_R_EVT_32015() throws Exception {
        // Given
        TestKeys.in(folder);
        relay.goAway();

        // When
        for (int attempt = 0; attempt < 3; attempt++) {
            sendHeartbeat.sendIfDue();
            clock.advance(Duration.ofSeconds(10));
        }

        // Then
        assertThat(events.numbers()).containsExactly(32014, 32015, 32002);

        // When
        relay.comeBack();
        sendHeartbeat.sendIfDue();

        // Then
        assertThat(beats()).hasSize(1);
        assertThat(events.numbers()).endsWith(31019);
    }

    private void beat() throws InterruptedException {
        sendHeartbeat.sendIfDue();
        clock.advance(INTERVAL);
    }

    private List<AgentHeartbeat> beats() {
        return relay.sent().stream()
                .map(message -> message.as(AgentHeartbeat.class).event())
                .toList();
    }
}
