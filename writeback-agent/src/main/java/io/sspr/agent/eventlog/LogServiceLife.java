package io.sspr.agent.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes in the event log that the agent listens (31015) and that it stops (31016). A killed agent leaves no 31016; the
 * fact of one that was written may wait in the outbox until the next start. Source: R-WB-26.
 */
@ApplicationScoped
class LogServiceLife {
    private final EventLog eventLog;
    private final boolean listening;

    /** @param listening false while a command runs */
    LogServiceLife(
            EventLog eventLog,
            @ConfigProperty(name = "mp.messaging.incoming.writeback-requests.enabled", defaultValue = "true")
                    boolean listening) {
        this.eventLog = eventLog;
        this.listening = listening;
    }

    void started(@Observes StartupEvent event) {
        write(EventLogEntry.WRITE_BACK_SERVICE_STARTED);
    }

    /** Before the relay stops, so that the fact may still leave. */
    void stopping(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        write(EventLogEntry.WRITE_BACK_SERVICE_STOPPED);
    }

    private void write(EventLogEntry entry) {
        if (listening) {
            eventLog.write(entry, Map.of());
        }
    }
}
