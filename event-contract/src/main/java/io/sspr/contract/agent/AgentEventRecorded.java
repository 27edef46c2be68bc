package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import java.util.Map;
import java.util.UUID;

/**
 * The agent wrote a line into its event log. Source: R-EVT-31001 … R-EVT-33009.
 *
 * @param eventId Microsoft's event number
 * @param name for example {@code PasswordResetStart}
 * @param requestId the writeback it belongs to; null if to none
 * @param details what the line says, by name; never a secret
 */
public record AgentEventRecorded(
        String agent, int eventId, String name, Level level, UUID requestId, Map<String, Object> details)
        implements AgentEvent, Fact {
    /** As in the Windows event log. */
    public enum Level {
        INFORMATION,
        WARNING,
        ERROR
    }
}
