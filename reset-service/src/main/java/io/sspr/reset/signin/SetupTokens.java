package io.sspr.reset.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The one token that was made at the first start: its hash, and whether it was used. All calls belong into a transaction. */
@ApplicationScoped
class SetupTokens {
    private final DataSource dataSource;

    SetupTokens(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps the hash of the first token ever; false if there was one before. */
    boolean store(byte[] hash, Instant now) {
        String sql = "insert into setup_token (id, hash, created_at) values (1, ?, ?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, hash);
            insert.setTimestamp(2, Timestamp.from(now));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the set-up token cannot be stored", e);
        }
    }

    /** The hash of the token as long as it was not used. */
    Optional<byte[]> unused() {
        String sql = "select hash from setup_token where used_at is null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the set-up token cannot be read", e);
        }
    }

    /** Uses the token up; of several at once only one succeeds. */
    boolean use(Instant now) {
        String sql = "update setup_token set used_at = ? where used_at is null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(now));
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the set-up token cannot be used", e);
        }
    }
}
