package io.sspr.reset.contact;

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
import java.util.UUID;
import javax.sql.DataSource;

/** Who asked for help within the last day, so that nobody has administrators mailed all the time. Source: R-HLP-06. */
@ApplicationScoped
class HelpRequests {
    private static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofHours(24);

    private final DataSource dataSource;

    HelpRequests(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this session has asked before. Its row is locked by the caller. */
    @Transactional(TxType.MANDATORY)
    boolean hasAsked(UUID session) {
        return count("select count(*) from help_request where session_id = ?", session) > 0;
    }

    /**
     * Counts a request, unless it would be one too many.
     *
     * @param subject under what attempts are counted
     * @param session null outside one
     * @return whether it may go on; from then on further ones of this subject wait until the transaction ends
     */
    @Transactional(TxType.MANDATORY)
    boolean mayAsk(String subject, UUID session, Instant now) {
        takeTurn(subject);
        int made = count(
                "select count(*) from help_request where subject = ? and at > ?",
                subject,
                Timestamp.from(now.minus(WINDOW)));
        if (made >= MOST) {
            return false;
        }
        update(
                "insert into help_request (id, subject, session_id, at) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                subject,
                session,
                Timestamp.from(now));
        return true;
    }

    /** Removes those that count no more. */
    @Transactional(TxType.MANDATORY)
    void forget(Instant now) {
        update("delete from help_request where at <= ?", Timestamp.from(now.minus(WINDOW)));
    }

    /** So that counting and adding is one step, whichever replica does it. */
    private void takeTurn(String subject) {
        String sql = "select pg_advisory_xact_lock(hashtextextended('help ' || ?, 0))";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = prepared(connection, sql, subject)) {
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("no turn can be taken", e);
        }
    }

    private int count(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the requests for help cannot be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = prepared(connection, sql, values)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the requests for help cannot be written", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
