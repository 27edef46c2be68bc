package io.sspr.agent.request;

import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentEventRecorded.Level;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the lines of the event log about one answer: that it began, how it ended and, for a refusal, the detail.
 * Microsoft's table has no lines for an unlock; ours carry the number 0. A sign-in has none at all, or they would bury
 * the rest: only what an administrator has to mend is written. Source: R-EVT-31001 … R-EVT-31008.
 */
@ApplicationScoped
class LogAnswer {
    private final EventLog eventLog;

    LogAnswer(EventLog eventLog) {
        this.eventLog = eventLog;
    }

    void log(Message<WritebackRequest> message, Instant receivedAt, Instant now, WritebackResult result) {
        switch (result.operation()) {
            case RESET -> {
                eventLog.write(EventLogEntry.PASSWORD_RESET_START, receivedAt, message, Map.of());
                logEnd(message, now, result, EventLogEntry.PASSWORD_RESET_SUCCESS, EventLogEntry.PASSWORD_RESET_FAIL);
            }
            case CHANGE -> {
                eventLog.write(EventLogEntry.CHANGE_PASSWORD_START, receivedAt, message, Map.of());
                logEnd(message, now, result, EventLogEntry.CHANGE_PASSWORD_SUCCESS, EventLogEntry.CHANGE_PASSWORD_FAIL);
            }
            case RESET_BY_ADMIN -> {
                eventLog.write(EventLogEntry.RESET_BY_ADMIN_START, receivedAt, message, Map.of());
                logEnd(message, now, result, EventLogEntry.RESET_BY_ADMIN_SUCCESS, EventLogEntry.RESET_BY_ADMIN_FAIL);
            }
            case UNLOCK -> {
                eventLog.write(EventLogEntry.UNLOCK_START, receivedAt, message, Map.of());
                logEnd(message, now, result, EventLogEntry.UNLOCK_SUCCESS, EventLogEntry.UNLOCK_FAIL);
            }
            case VERIFY -> logWhatIsToBeMended(message, now, result);
        }
    }

    /** The line of a refusal; an expiry has none. */
    void logDetail(Message<WritebackRequest> message, Instant now, WritebackResult refused) {
        EventLogEntry.of(refused.eventId()).ifPresent(entry -> eventLog.write(entry, now, message, details(refused)));
    }

    private void logEnd(
            Message<WritebackRequest> message,
            Instant now,
            WritebackResult result,
            EventLogEntry success,
            EventLogEntry fail) {
        if (result.outcome() == Outcome.SUCCESS) {
            eventLog.write(success, now, message, Map.of());
            return;
        }
        eventLog.write(fail, now, message, details(result));
        logDetail(message, now, result);
    }

    private void logWhatIsToBeMended(Message<WritebackRequest> message, Instant now, WritebackResult result) {
        EventLogEntry.of(result.eventId())
                .filter(entry -> entry.level() == Level.ERROR)
                .ifPresent(entry -> eventLog.write(entry, now, message, details(result)));
    }

    private static Map<String, Object> details(WritebackResult refused) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", refused.reason().name());
        details.put("code", refused.code().number());
        details.putAll(refused.evidence());
        return details;
    }
}
