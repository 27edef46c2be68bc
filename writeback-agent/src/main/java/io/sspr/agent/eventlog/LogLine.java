package io.sspr.agent.eventlog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of the event log as stored; never changed. */
@Entity
@Table(name = "event_log")
class LogLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "event_id")
    int eventId;

    String name;

    String level;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "support_code")
    UUID supportCode;

    /** A JSON object. */
    String details;
}
