package io.sspr.agent.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.writeback.WritebackResult;
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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The agent's memory of requests, by which each takes effect once however often it is delivered. A request is
 * <em>started</em> in the ledger before the directory is written to, and <em>finished</em> together with its answer.
 * Thread-safe.
 *
 * <p>The rules ask for ten minutes of memory (R-WB-31g); it is a day, because the broker removes old requests lazily
 * and because administrators ask the morning after. Forgetting is harmless at any time after a request's expiry: what
 * is delivered then is refused as expired and never applied.
 */
@ApplicationScoped
class Ledger {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource;

    Ledger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is known of a request. Until the transaction ends nobody else gets an answer for the same request; a killed
     * agent's turn ends with its connection.
     */
    @Transactional(TxType.MANDATORY)
    Optional<LedgerEntry> takeTurn(UUID requestId) {
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, requestId);
            return find(connection, requestId);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /**
     * Commits at once, outside the caller's transaction: it must be known even if the agent is killed in the next
     * moment.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    void start(UUID requestId, String account, Instant receivedAt, long passwordLastSet) {
        String sql = """
                insert into writeback_ledger (request_id, account, received_at, password_last_set)
                values (?, ?, ?, ?)""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, requestId);
            insert.setString(2, account);
            insert.setTimestamp(3, Timestamp.from(receivedAt));
            insert.setLong(4, passwordLastSet);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    /** Remembers the answer, in the caller's transaction. The first answer stays. */
    @Transactional(TxType.MANDATORY)
    void finish(String account, Instant receivedAt, Instant now, WritebackResult result) {
        String sql = """
                insert into writeback_ledger (request_id, account, received_at, finished_at, result)
                values (?, ?, ?, ?, ?)
                on conflict (request_id) do update set finished_at = excluded.finished_at, result = excluded.result
                where writeback_ledger.result is null""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, result.requestId());
            upsert.setString(2, account);
            upsert.setTimestamp(3, Timestamp.from(receivedAt));
            upsert.setTimestamp(4, Timestamp.from(now));
            upsert.setString(5, JSON.writeValueAsString(result));
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    @Transactional
    void forgetOldRequests(Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from writeback_ledger where received_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    private static void lock(Connection connection, UUID requestId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, requestId.getMostSignificantBits() ^ requestId.getLeastSignificantBits());
            lock.execute();
        }
    }

    /** A statement after the lock's, so that it sees what the former holder committed. */
    private static Optional<LedgerEntry> find(Connection connection, UUID requestId) throws SQLException {
        String sql = "select received_at, password_last_set, result from writeback_ledger where request_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, requestId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(entry(row)) : Optional.empty();
            }
        }
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new LedgerEntry(
                row.getTimestamp("received_at").toInstant(),
                row.getLong("password_last_set"),
                result == null ? Optional.empty() : Optional.of(result(result)));
    }

    private static WritebackResult result(String json) {
        try {
            return JSON.readValue(json, WritebackResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger entry's result is not JSON", e);
        }
    }
}
