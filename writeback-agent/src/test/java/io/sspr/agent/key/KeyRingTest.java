package io.sspr.agent.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.eventlog.RecordedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestConfig config;
    private KeyRing ring;
    private KeyPair pair;

    @BeforeEach
    void onboard() throws Exception {
        config = new TestConfig("ldaps://localhost:1", "none", null, folder.resolve("state"), true);
        ring = new KeyRing(config, clock);
        pair = KeyPair.made(NOW);
    }

    @Test
    void withoutAStateTheAgentIsNotOnboarded_R_WB_20() {
        assertThat(ring.isOnboarded()).isFalse();
        assertThatThrownBy(ring::signing).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void remembersItsKeysAcrossARestart_R_WB_21() throws Exception {
        // When
        ring.onboarded(pair, resetServiceKey());

        // Then
        KeyRing restarted = new KeyRing(config, clock);
        assertThat(restarted.isOnboarded()).isTrue();
        assertThat(ids(restarted)).containsExactly(pair.encryption().getKeyId());
        assertThat(restarted.opening().iterator().next().getPrivateKey())
                .isEqualTo(pair.encryption().getPrivateKey());
        assertThat(restarted.signing().getPrivateKey()).isEqualTo(pair.signing().getPrivateKey());
        assertThat(restarted.resetService().getPrivateKey()).isNull();
        assertThat(restarted.madeAt()).isEqualTo(NOW);
    }

    @Test
    void stateTellsNothingWithoutThePasswordAndIsItsOwnersOnly_R_WB_21() throws Exception {
        // When
        ring.onboarded(pair, resetServiceKey());

        // Then
        String stored = Files.readString(file());
        assertThat(stored.split("\\.")).hasSize(5);
        assertThat(stored).doesNotContain(pair.encryption().getKeyId());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("agent.jwe", "agent.lock");
        }
    }

    @Test
    void wrongPasswordStopsTheAgentWithOneLineAndTheEvent_R_EVT_32005() throws Exception {
        // Given
        ring.onboarded(pair, resetServiceKey());

        // Then
        assertStops(new KeyRing(config.withStatePassword("another-long-password"), clock));
    }

    @Test
    void damagedStateStopsTheAgentWithOneLineAndTheEvent_R_EVT_32005() throws Exception {
        // Given
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "no state at all");

        // Then
        assertStops(new KeyRing(config, clock));
    }

    @Test
    void stateOfAnotherAgentIsNotRead_R_WB_21() throws Exception {
        // Given
        String json = RingJson.write(Ring.first(pair, resetServiceKey()), TestConfig.TENANT, "agent-2");

        // Then
        assertThat(RingJson.read(json, TestConfig.TENANT, "agent-2").current().ids())
                .isEqualTo(pair.ids());
        assertThatThrownBy(() -> RingJson.read(json, TestConfig.TENANT, "agent-1"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RingJson.read(json, "fabrikam", "agent-2")).isInstanceOf(IOException.class);
    }

    @Test
    void agentWithoutAStateStarts_R_WB_20() {
        // Given
        RecordedEvents events = new RecordedEvents();

        // When
        new OpenState(ring, events, true).open(new StartupEvent());

        // Then
        assertThat(events.numbers()).isEmpty();
    }

    @Test
    void refusesAShortPassword_R_WB_21() {
        assertThatThrownBy(() -> new KeyRing(config.withStatePassword("fifteen-charact"), clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SSPR_AGENT_STATE_PASSWORD");
    }

    @Test
    void statesDamageWhileRunningIsAFaultAndTheKeysInMemoryServeOn_R_EVT_32005() throws Exception {
        // Given
        ring.onboarded(pair, resetServiceKey());

        // When
        Files.writeString(file(), "damaged");

        // Then
        assertThat(ids(ring)).containsExactly(pair.encryption().getKeyId());
        assertThat(ring.fault()).hasValueSatisfying(line -> assertThat(line).contains("agent.jwe"));
    }

    @Test
    void seesWhatACommandDidBesideIt_R_WB_24_R_WB_25() throws Exception {
        // Given
        KeyRing command = new KeyRing(config, clock);

        // Then
        command.onboarded(pair, resetServiceKey());
        assertThat(ring.isOnboarded()).isTrue();
        KeyPair next = command.prepared();
        assertThat(ids(ring)).contains(next.encryption().getKeyId());
        command.offboarded();
        assertThat(ring.isOnboarded()).isFalse();
    }

    @Test
    void preparedKeysAreStoredAndOpenButDoNotSignYet_R_WB_24() throws Exception {
        // Given
        ring.onboarded(pair, resetServiceKey());

        // When
        KeyPair next = ring.prepared();

        // Then
        KeyRing restarted = new KeyRing(config, clock);
        assertThat(ids(restarted))
                .containsExactly(pair.encryption().getKeyId(), next.encryption().getKeyId());
        assertThat(restarted.signing().getKeyId()).isEqualTo(pair.signing().getKeyId());
        assertThat(restarted.prepared().ids()).isEqualTo(next.ids());
    }

    @Test
    void formerKeyOpensForADayAndIsThenDestroyed_R_WB_24() throws Exception {
        // Given
        ring.onboarded(pair, resetServiceKey());
        KeyPair next = ring.prepared();
        ring.confirmed();
        String former = pair.encryption().getKeyId();

        // Then
        assertThat(ring.signing().getKeyId()).isEqualTo(next.signing().getKeyId());
        assertThat(ring.next()).isEmpty();
        clock.advance(Duration.ofHours(24).minusMillis(1));
        ring.forgetOld();
        assertThat(ids(ring)).containsExactly(next.encryption().getKeyId(), former);

        // When
        clock.advance(Duration.ofMillis(1));

        // Then
        assertThat(ids(ring)).containsExactly(next.encryption().getKeyId());
        assertThat(new StateFile(config).read().orElseThrow().retired()).hasSize(1);
        ring.forgetOld();
        assertThat(new StateFile(config).read().orElseThrow().retired()).isEmpty();
    }

    @Test
    void confirmingOnceMoreChangesNothing_R_WB_24() throws Exception {
        // Given
        ring.onboarded(pair, resetServiceKey());
        KeyPair next = ring.prepared();

        // When
        ring.confirmed();
        ring.confirmed();

        // Then
        assertThat(ids(ring))
                .containsExactly(next.encryption().getKeyId(), pair.encryption().getKeyId());
    }

    @Test
    void keysAreNamedByTheirThumbprints_R_WB_31a() throws Exception {
        assertThat(pair.ids())
                .containsExactly(
                        pair.encryption().calculateBase64urlEncodedThumbprint("SHA-256"),
                        pair.signing().calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    private void assertStops(KeyRing unreadable) {
        RecordedEvents events = new RecordedEvents();
        assertThatThrownBy(() -> new OpenState(unreadable, events, true).open(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("SSPR_AGENT_STATE_PASSWORD")
                .message()
                .doesNotContain("\n", "another-long-password", "no state at all");
        assertThat(events.numbers()).containsExactly(32005);
    }

    private Path file() {
        return folder.resolve("state").resolve("agent.jwe");
    }

    private static List<String> ids(KeyRing ring) {
        return ring.opening().stream().map(PublicJsonWebKey::getKeyId).toList();
    }

    private static PublicJsonWebKey resetServiceKey() throws Exception {
        PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("reset-1");
        return PublicJsonWebKey.Factory.newPublicJwk(key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
