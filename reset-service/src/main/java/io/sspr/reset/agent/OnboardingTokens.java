package io.sspr.reset.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The hashes of the tokens that let agents in. All calls belong into a transaction. */
@ApplicationScoped
class OnboardingTokens {
    private final DataSource dataSource;

    OnboardingTokens(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A token that is still good.
     *
     * @param issuedBy the account of the administrator who asked for it
     */
    record Good(String tenant, UUID issuedBy) {}

    void store(byte[] hash, String tenant, UUID issuedBy, Instant now, Instant expiresAt) {
        String sql = "insert into onboarding_token (hash, tenant_id, issued_by, issued_at, expires_at)"
                + " values (?, ?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, hash);
            insert.setString(2, tenant);
            insert.setObject(3, issuedBy);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(expiresAt));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an onboarding token cannot be stored", e);
        }
    }

    /** The token with this hash, locked until the transaction ends; empty if there is none, it was used, or it is expired. */
    Optional<Good> lock(byte[] hash, Instant now) {
        String sql = "select tenant_id, issued_by from onboarding_token"
                + " where hash = ? and used_at is null and expires_at > ? for update";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, hash);
            select.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Good(row.getString(1), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an onboarding token cannot be read", e);
        }
    }

    void use(byte[] hash, String agent, Instant now) {
        String sql = "update onboarding_token set used_at = ?, used_by = ? where hash = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, agent);
            update.setBytes(3, hash);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an onboarding token cannot be used", e);
        }
    }

    /** Removes tokens, used or not, that expired before {@code oldest}. */
    void forget(Instant oldest) {
        String sql = "delete from onboarding_token where expires_at < ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.from(oldest));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("onboarding tokens cannot be removed", e);
        }
    }
}
