package io.sspr.audit.log;

import java.time.Instant;
import java.util.UUID;

/**
 * One page of the audit log that somebody asks for.
 *
 * @param top how many lines at most, from 1
 * @param oldestFirst the order by time; lines of the same time are ordered by id
 * @param after the last line of the page before; null for the first page
 */
public record AuditQuery(Filter filter, int top, boolean oldestFirst, Position after) {
    /** The place of a line in the order. New lines never move it, so pages neither repeat nor skip a line. */
    public record Position(Instant time, UUID id) {}
}
