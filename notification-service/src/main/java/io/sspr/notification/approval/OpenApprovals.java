package io.sspr.notification.approval;

import io.sspr.contract.delivery.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers calls and pushes until they are answered or given up, and shares out among the replicas who asks for which. Thread-safe. */
@ApplicationScoped
class OpenApprovals {
    private final DataSource dataSource;

    OpenApprovals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the transaction in which its placing is reported. */
    @Transactional(TxType.MANDATORY)
    void add(OpenApproval approval, Instant now) {
        String sql = """
                insert into open_approval
                    (delivery_id, channel, tenant, subject, support_code, attempts, expires_at, ask_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (delivery_id) do nothing""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, approval.deliveryId());
            insert.setString(2, approval.channel().name());
            insert.setString(3, approval.tenant());
            insert.setString(4, approval.subject());
            insert.setObject(5, approval.supportCode());
            insert.setInt(6, approval.attempts());
            insert.setTimestamp(7, Timestamp.from(approval.expiresAt()));
            insert.setTimestamp(8, Timestamp.from(now));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an open approval cannot be stored", e);
        }
    }

    /**
     * Those of a channel whose turn it is, longest waiting first. Nobody else gets them before {@code pause} is over. It is committed at once, since the
     * caller asks the carrier next and must not keep a transaction open meanwhile.
     */
    @Transactional(TxType.REQUIRES_NEW)
    List<OpenApproval> takeDue(Channel channel, Instant now, Duration pause, int limit) {
        String sql = """
                update open_approval set ask_at = ?
                where delivery_id in (
                    select delivery_id from open_approval where channel = ? and ask_at <= ?
                    order by ask_at limit ? for update skip locked)
                returning delivery_id, channel, tenant, subject, support_code, attempts, expires_at""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(now.plus(pause)));
            update.setString(2, channel.name());
            update.setTimestamp(3, Timestamp.from(now));
            update.setInt(4, limit);
            try (ResultSet row = update.executeQuery()) {
                List<OpenApproval> due = new ArrayList<>();
                while (row.next()) {
                    due.add(read(row));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("open approvals cannot be read", e);
        }
    }

    /** Forgets one, in the transaction in which its outcome is reported; false if another replica was first. */
    @Transactional(TxType.MANDATORY)
    boolean remove(UUID deliveryId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from open_approval where delivery_id = ?")) {
            delete.setObject(1, deliveryId);
            return delete.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("an open approval cannot be removed", e);
        }
    }

    private static OpenApproval read(ResultSet row) throws SQLException {
        return new OpenApproval(
                row.getObject("delivery_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("tenant"),
                row.getString("subject"),
                row.getObject("support_code", UUID.class),
                row.getInt("attempts"),
                row.getTimestamp("expires_at").toInstant());
    }
}
