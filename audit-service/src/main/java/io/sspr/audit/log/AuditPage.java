package io.sspr.audit.log;

import io.sspr.audit.log.AuditQuery.Position;
import java.util.List;
import java.util.Optional;

/**
 * Some lines of the audit log, in the order asked for.
 *
 * @param next where the next page goes on; empty if this is the last one
 */
public record AuditPage(List<DirectoryAudit> lines, Optional<Position> next) {
    public static final AuditPage EMPTY = new AuditPage(List.of(), Optional.empty());
}
