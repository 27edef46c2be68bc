package io.sspr.agent.request;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Notes in the event log that the agent's listeners did not start within a minute (6800), or stopped listening (31034);
 * once until they are well again. Runs on one thread. Source: R-WB-23, R-WB-26.
 */
@Singleton
class WatchListeners {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HealthCenter listeners;
    private final EventLog eventLog;
    private final Clock clock;
    private final Instant since;
    private boolean started;
    private boolean noted;

    WatchListeners(HealthCenter listeners, EventLog eventLog, Clock clock) {
        this.listeners = listeners;
        this.eventLog = eventLog;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        started = started || listeners.getStartup().isOk();
        boolean isWell = started && listeners.getLiveness().isOk();
        if (isWell) {
            noted = false;
            return;
        }
        boolean isOverdue = started || !clock.instant().isBefore(since.plus(PATIENCE));
        if (isOverdue && !noted) {
            noted = true;
            eventLog.write(
                    started ? EventLogEntry.SERVICE_BUS_LISTENER_ERROR : EventLogEntry.WRITEBACK_ENDPOINT_NOT_STARTED,
                    Map.of());
        }
    }
}
