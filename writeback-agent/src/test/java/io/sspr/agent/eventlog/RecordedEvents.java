package io.sspr.agent.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event log in memory. */
@Vetoed
public final class RecordedEvents extends EventLog {
    private final List<LogLine> lines = new ArrayList<>();

    public RecordedEvents() {
        super(
                null,
                null,
                new TestClock(Instant.parse("2026-03-01T12:00:00Z")),
                new TestConfig("ldaps://localhost:1", "none", null, null, true));
    }

    @Override
    public void write(EventLogEntry entry, Map<String, Object> details) {
        LogLine line = new LogLine();
        line.id = lines.size() + 1L;
        line.occurredAt = Instant.parse("2026-03-01T12:00:00Z");
        line.eventId = entry.number();
        line.name = entry.title();
        line.level = entry.level().name();
        line.details = new ObjectMapper().valueToTree(details).toString();
        lines.add(line);
    }

    /** As they are, numbers only. */
    public List<Integer> numbers() {
        return lines.stream().map(line -> line.eventId).toList();
    }

    /** All details of all lines. */
    public String details() {
        return lines.stream().map(line -> line.details).toList().toString();
    }

    List<LogLine> lines() {
        return lines;
    }

    @Override
    List<LogLine> linesAfter(long after) {
        return lines.stream().filter(line -> line.id > after).limit(2).toList();
    }
}
