package io.sspr.reset.throttle;

import io.sspr.reset.throttle.Standing.Block;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The attempts and blocks of all subjects. Whoever changes a subject's locks it first; all calls belong into a transaction. Source: R-THR-14. */
@ApplicationScoped
class AttemptCounters {
    private final DataSource dataSource;

    AttemptCounters(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The subject's last block, over or not, with its row locked until the transaction ends. One statement, since a row may be removed between two. */
    Optional<Block> lock(String subject) {
        String sql = """
                insert into throttle_subject (subject) values (?)
                on conflict (subject) do update set subject = excluded.subject
                returning blocked_until, blocked_by""";
        return block(sql, subject);
    }

    /** The subject's last block, over or not. */
    Optional<Block> find(String subject) {
        return block("select blocked_until, blocked_by from throttle_subject where subject = ?", subject);
    }

    List<Instant> attemptsAfter(Instant time, String subject, Limit limit) {
        String sql = "select at from throttle_event where subject = ? and bucket = ? and at > ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            select.setString(2, limit.name());
            select.setTimestamp(3, Timestamp.from(time));
            List<Instant> attempts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    attempts.add(rows.getTimestamp(1).toInstant());
                }
            }
            return attempts;
        } catch (SQLException e) {
            throw new IllegalStateException("the attempts cannot be read", e);
        }
    }

    void add(String subject, Limit limit, Instant at) {
        update(
                "insert into throttle_event (subject, bucket, at) values (?, ?, ?)",
                subject,
                limit.name(),
                Timestamp.from(at));
    }

    void forgetAttempts(String subject) {
        update("delete from throttle_event where subject = ?", subject);
    }

    void block(String subject, Block block) {
        update(
                "update throttle_subject set blocked_until = ?, blocked_by = ? where subject = ?",
                Timestamp.from(block.until()),
                block.by().name(),
                subject);
    }

    void unblock(String subject) {
        update("update throttle_subject set blocked_until = null, blocked_by = null where subject = ?", subject);
    }

    /** Removes attempts made before {@code oldest}, and subjects of whom nothing else is known. Passes over those in use. */
    void forget(Instant oldest, Instant now) {
        update("delete from throttle_event where at < ?", Timestamp.from(oldest));
        String sql = """
                delete from throttle_subject where subject in (
                    select subject from throttle_subject s
                    where (blocked_until is null or blocked_until <= ?)
                    and not exists (select from throttle_event e where e.subject = s.subject)
                    for update skip locked)""";
        update(sql, Timestamp.from(now));
    }

    private Optional<Block> block(String sql, String subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getTimestamp("blocked_until") == null) {
                    return Optional.empty();
                }
                return Optional.of(new Block(
                        row.getTimestamp("blocked_until").toInstant(), Limit.valueOf(row.getString("blocked_by"))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the block cannot be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the attempts cannot be written", e);
        }
    }
}
