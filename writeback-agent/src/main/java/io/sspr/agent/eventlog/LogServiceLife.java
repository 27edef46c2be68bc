package io.sspr.agent.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Map;

/**
 * Notes in the event log that the agent listens (31015) and that it stops (31016). A killed agent leaves no 31016; the
 * fact of one that was written may wait in the outbox until the next start. Source: R-WB-26.
 */
@ApplicationScoped
class LogServiceLife {
    private final EventLog eventLog;

    LogServiceLife(EventLog eventLog) {
        this.eventLog = eventLog;
    }

    void started(@Observes StartupEvent event) {
        eventLog.write(EventLogEntry.WRITE_BACK_SERVICE_STARTED, Map.of());
    }

    /** Before the relay stops, so that the fact may still leave. */
    void stopping(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        eventLog.write(EventLogEntry.WRITE_BACK_SERVICE_STOPPED, Map.of());
    }
}
