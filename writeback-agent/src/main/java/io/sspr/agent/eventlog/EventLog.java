package io.sspr.agent.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.agent.AgentConfig;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The agent's event log: a table on the agent's side and, for all lines but heartbeats, a fact for everybody else, both
 * in one transaction. Lines of one writeback are published in order with everything else of that account. Thread-safe.
 * Source: R-WB-52.
 */
@ApplicationScoped
public class EventLog {
    /**
     * Of interest only while somebody asks whether the agent lives; at one in five minutes they would soon outnumber
     * all else.
     */
    private static final Duration HEARTBEATS_KEPT = Duration.ofDays(1);

    private static final Duration LINES_KEPT = Duration.ofDays(90);
    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager lines;
    private final Outbox outbox;
    private final Clock clock;
    private final String tenant;
    private final String agent;

    EventLog(EntityManager lines, Outbox outbox, Clock clock, AgentConfig config) {
        this.lines = lines;
        this.outbox = outbox;
        this.clock = clock;
        this.tenant = config.tenant();
        this.agent = config.agent().name();
    }

    /** Writes a line about the agent itself. */
    @Transactional
    public void write(EventLogEntry entry, Map<String, Object> details) {
        write(entry, clock.instant(), agent, null, null, details);
    }

    /** Writes a line about one request. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(EventLogEntry entry, Instant at, Message<WritebackRequest> request, Map<String, Object> details) {
        write(
                entry,
                at,
                request.subject(),
                request.supportCode(),
                request.event().requestId(),
                details);
    }

    /** The lines after the one with the id {@code after}, the oldest first: a page of them, empty at the end. */
    @Transactional
    List<LogLine> linesAfter(long after) {
        return lines.createQuery("from LogLine where id > :after order by id", LogLine.class)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList();
    }

    /** Removes what nobody will look up any more. */
    @Transactional
    public void forgetOldLines() {
        Instant now = clock.instant();
        lines.createQuery("delete from LogLine where occurredAt < :all"
                        + " or (eventId = :heartbeat and occurredAt < :heartbeats)")
                .setParameter("all", now.minus(LINES_KEPT))
                .setParameter("heartbeat", EventLogEntry.SERVICE_BUS_HEARTBEAT.number())
                .setParameter("heartbeats", now.minus(HEARTBEATS_KEPT))
                .executeUpdate();
    }

    private void write(
            EventLogEntry entry,
            Instant at,
            String subject,
            UUID supportCode,
            UUID requestId,
            Map<String, Object> details) {
        LogLine line = new LogLine();
        line.occurredAt = at;
        line.eventId = entry.number();
        line.name = entry.title();
        line.level = entry.level().name();
        line.requestId = requestId;
        line.supportCode = supportCode;
        line.details = json(details);
        lines.persist(line);
        if (entry != EventLogEntry.SERVICE_BUS_HEARTBEAT) {
            AgentEventRecorded fact =
                    new AgentEventRecorded(agent, entry.number(), entry.title(), entry.level(), requestId, details);
            outbox.add(new Message<>(UUID.randomUUID(), at, "/writeback-agent", tenant, subject, supportCode, fact));
        }
    }

    private static String json(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the details of a line are no JSON", e);
        }
    }
}
