package io.sspr.agent.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.writeback.WritebackVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FindFaultTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private KeyRing keys;

    @BeforeEach
    void start() {
        keys = new KeyRing(new TestConfig("ldaps://localhost:1", "none", null, folder, true), clock);
    }

    @Test
    void findsNothingIfAllIsWell_R_WB_22() {
        assertThat(find(Optional.empty(), 256)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = WritebackVerdict.class,
            names = {
                "AGENT_CONFIGURATION",
                "POLICY_CONTROL_MISSING",
                "NO_RIGHTS",
                "DIRECTORY_CONFIGURATION",
                "KEY_MISMATCH"
            })
    void isToBeMended_R_WB_22(WritebackVerdict verdict) {
        // When
        Optional<Fault> fault = find(Optional.of(Refusal.of(verdict).with("ldapResult", 49)), 10);

        // Then
        assertThat(fault.map(Fault::entry)).isEqualTo(EventLogEntry.of(verdict.eventId()));
        assertThat(fault.orElseThrow().text()).contains(" ldapResult=49");
    }

    @ParameterizedTest
    @EnumSource(
            value = WritebackVerdict.class,
            mode = Mode.EXCLUDE,
            names = {
                "AGENT_CONFIGURATION",
                "POLICY_CONTROL_MISSING",
                "NO_RIGHTS",
                "DIRECTORY_CONFIGURATION",
                "KEY_MISMATCH"
            })
    void mendsItselfOrConcernsOneAccount_R_WB_22(WritebackVerdict verdict) {
        assertThat(find(Optional.of(Refusal.of(verdict)), 10)).isEmpty();
    }

    @Test
    void tellsWhichRightIsMissing_R_EVT_33004() {
        assertThat(find(Optional.of(Refusal.of(WritebackVerdict.NO_RIGHTS).with("missing", "write lockoutTime")), 10)
                        .map(Fault::text))
                .hasValueSatisfying(text -> assertThat(text).endsWith(" missing=write lockoutTime"));
    }

    @Test
    void serviceAccountsPasswordIsTooLong_R_WB_15_R_EVT_HR2() {
        assertThat(find(Optional.empty(), 257).map(Fault::text))
                .hasValueSatisfying(text -> assertThat(text).contains("hr=800700CE"));
    }

    @Test
    void passwordsWereSealedToOtherKeysTenMinutesAgo_R_EVT_32004() {
        // Given
        keys.missed();

        // Then
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(find(Optional.empty(), 10).map(Fault::entry)).contains(EventLogEntry.DECRYPTION_ERROR);
        clock.advance(Duration.ofMillis(1));
        assertThat(find(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void mismatchIsOverWhenAPasswordOpens_R_EVT_32004() {
        // Given
        keys.missed();

        // When
        keys.matched();

        // Then
        assertThat(find(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void stateCannotBeReadAnyMore_R_EVT_32005() throws Exception {
        // Given
        keys.isOnboarded();
        Files.writeString(folder.resolve("agent.jwe"), "damaged");

        // Then
        assertThat(find(Optional.empty(), 10).map(Fault::entry)).contains(EventLogEntry.CONFIGURATION_ERROR);
    }

    private Optional<Fault> find(Optional<Refusal> directory, int bindPasswordLength) {
        return new FindFault(keys, () -> directory, bindPasswordLength).find();
    }
}
