package io.sspr.agent.onboarding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.KeyRing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/**
 * Takes the agent's leave: reset-service forgets its keys, then the agent destroys them. From then on users of the
 * directory are told that writeback is not set up (10). Source: R-WB-25, R-EVT-31012.
 */
@Singleton
public class Offboard {
    private final KeyRing keys;
    private final AboutThisAgent aboutThisAgent;
    private final EventLog eventLog;
    private final String tenant;
    private final String agent;

    Offboard(KeyRing keys, AboutThisAgent aboutThisAgent, EventLog eventLog, AgentConfig config) {
        this.keys = keys;
        this.aboutThisAgent = aboutThisAgent;
        this.eventLog = eventLog;
        this.tenant = config.tenant();
        this.agent = config.agent().name();
    }

    /**
     * The agent must be onboarded.
     *
     * @return whether the keys are gone on both sides; if not, the event log says why and nothing was destroyed here
     */
    public boolean offboard() throws InterruptedException {
        eventLog.write(EventLogEntry.OFFBOARDING_EVENT_START, Map.of());
        ObjectNode body = PublicKeys.none().put("tenant", tenant).put("agent", agent);
        Reply reply = aboutThisAgent.ask("offboarding", body);
        return switch (reply.kind()) {
            case ACCEPTED -> destroy(reply);
            case UNREACHABLE -> {
                eventLog.write(EventLogEntry.OFF_BOARDING_ERROR, reply.details());
                yield failed(reply.details());
            }
            case REFUSED, SENSELESS -> failed(reply.details());
        };
    }

    private boolean destroy(Reply reply) {
        try {
            keys.offboarded();
        } catch (IOException e) {
            Map<String, Object> cause = Map.of("cause", e.getClass().getSimpleName());
            eventLog.write(EventLogEntry.CONFIGURATION_ERROR, cause);
            return failed(cause);
        }
        eventLog.write(EventLogEntry.OFFBOARDING_EVENT_SUCCESS, reply.details());
        return true;
    }

    private boolean failed(Map<String, Object> details) {
        eventLog.write(EventLogEntry.OFFBOARDING_EVENT_FAIL, details);
        return false;
    }
}
