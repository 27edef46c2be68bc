package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import io.sspr.agent.TestClock;
import io.sspr.agent.eventlog.RecordedEvents;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchListenersTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final Listeners listeners = new Listeners();
    private final WatchListeners watchListeners = new WatchListeners(listeners, events, clock);

    @Test
    void listenersThatDoNotStartWithinAMinute_R_EVT_6800() {
        // When
        watchListeners.watch();
        clock.advance(Duration.ofSeconds(59));
        watchListeners.watch();

        // Then
        assertThat(events.numbers()).isEmpty();

        // When
        clock.advance(Duration.ofSeconds(1));
        watchListeners.watch();
        watchListeners.watch();

        // Then
        assertThat(events.numbers()).containsExactly(6800);
    }

    @Test
    void listenersThatStopAreNotedEachTimeOnce_R_EVT_31034() {
        // Given
        listeners.started = true;
        listeners.alive = true;
        watchListeners.watch();

        // When
        listeners.alive = false;
        watchListeners.watch();
        watchListeners.watch();
        listeners.alive = true;
        watchListeners.watch();
        listeners.alive = false;
        watchListeners.watch();

        // Then
        assertThat(events.numbers()).containsExactly(31034, 31034);
    }

    @Vetoed
    private static final class Listeners extends HealthCenter {
        private boolean started;
        private boolean alive;

        @Override
        public HealthReport getStartup() {
            return report(started);
        }

        @Override
        public HealthReport getLiveness() {
            return report(alive);
        }

        private static HealthReport report(boolean ok) {
            return HealthReport.builder()
                    .add(WritebackRequestConsumer.CHANNEL, ok)
                    .build();
        }
    }
}
