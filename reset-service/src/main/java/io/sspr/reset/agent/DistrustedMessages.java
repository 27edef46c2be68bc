package io.sspr.reset.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** When it was last told, and of which message, that a topic holds what no agent has signed. */
@ApplicationScoped
class DistrustedMessages {
    private final DataSource dataSource;

    DistrustedMessages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Marks the message as told of. False, and nothing is marked, if it was already, if another one of this topic was told of after {@code quietSince}, or
     * if there is no such tenant.
     */
    boolean mark(String tenant, String topic, UUID message, Instant now, Instant quietSince) {
        String sql = "insert into distrusted_message (tenant_id, topic, message_id, told_at)"
                + " select id, ?, ?, cast(? as timestamptz) from tenant where id = ?"
                + " on conflict (tenant_id, topic) do update"
                + " set message_id = excluded.message_id, told_at = excluded.told_at"
                + " where distrusted_message.message_id <> excluded.message_id and distrusted_message.told_at <= ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, topic);
            upsert.setObject(2, message);
            upsert.setTimestamp(3, Timestamp.from(now));
            upsert.setString(4, tenant);
            upsert.setTimestamp(5, Timestamp.from(quietSince));
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a distrusted message cannot be marked", e);
        }
    }
}
