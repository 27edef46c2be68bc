package io.sspr.agent.key;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Opens the agent's state at start, before any request is read. One that exists and cannot be opened stops the agent:
 * it could open no password and sign nothing. Source: R-EVT-32005.
 */
@Singleton
class OpenState {
    private static final Logger LOG = Logger.getLogger(OpenState.class);

    private final KeyRing keys;
    private final EventLog eventLog;
    private final boolean listening;

    /** @param listening false while a command runs, which says itself what it cannot do */
    OpenState(
            KeyRing keys,
            EventLog eventLog,
            @ConfigProperty(name = "mp.messaging.incoming.writeback-requests.enabled", defaultValue = "true")
                    boolean listening) {
        this.keys = keys;
        this.eventLog = eventLog;
        this.listening = listening;
    }

    void open(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!listening) {
            return;
        }
        try {
            if (!keys.isOnboarded()) {
                LOG.info("The agent is not onboarded and waits for a token.");
            }
        } catch (UnreadableStateException e) {
            eventLog.write(EventLogEntry.CONFIGURATION_ERROR, Map.of("what", "agent.jwe"));
            throw new ConfigurationException("The agent cannot start. " + e.getMessage());
        }
    }
}
