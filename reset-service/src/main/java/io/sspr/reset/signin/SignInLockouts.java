package io.sspr.reset.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The failed sign-ins of all subjects. Whoever changes a subject's locks it first; all calls belong into a transaction. */
@ApplicationScoped
class SignInLockouts {
    private final DataSource dataSource;

    SignInLockouts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The subject's state, with its row locked until the transaction ends. One statement, since a row may be removed between two. */
    LockoutState lock(String subject, Instant now) {
        String sql = """
                insert into sign_in_lockout (subject, failures, bad_marks, attempted_at) values (?, 0, '{}', ?)
                on conflict (subject) do update set attempted_at = excluded.attempted_at
                returning failures, locked_until, bad_marks""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, subject);
            lock.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                Timestamp lockedUntil = row.getTimestamp("locked_until");
                String[] marks = (String[]) row.getArray("bad_marks").getArray();
                return new LockoutState(
                        row.getInt("failures"), lockedUntil == null ? null : lockedUntil.toInstant(), List.of(marks));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the failed sign-ins cannot be read", e);
        }
    }

    /** The end of the subject's last lock, which may be over; empty if there was none. */
    Optional<Instant> lockedUntil(String subject) {
        String sql = "select locked_until from sign_in_lockout where subject = ? and locked_until is not null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the failed sign-ins cannot be read", e);
        }
    }

    void store(String subject, LockoutState state) {
        String sql = "update sign_in_lockout set failures = ?, locked_until = ?, bad_marks = ? where subject = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            Array marks = connection.createArrayOf("text", state.badMarks().toArray());
            update.setInt(1, state.failures());
            update.setTimestamp(2, state.lockedUntil() == null ? null : Timestamp.from(state.lockedUntil()));
            update.setArray(3, marks);
            update.setString(4, subject);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the failed sign-ins cannot be written", e);
        }
    }

    void clear(String subject) {
        update("delete from sign_in_lockout where subject = ?", subject);
    }

    /** Removes those who did not try since {@code oldest} and are not locked any more. Passes over those in use. */
    void forget(Instant oldest, Instant now) {
        String sql = """
                delete from sign_in_lockout where subject in (
                    select subject from sign_in_lockout
                    where attempted_at < ? and (locked_until is null or locked_until <= ?)
                    for update skip locked)""";
        update(sql, Timestamp.from(oldest), Timestamp.from(now));
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the failed sign-ins cannot be written", e);
        }
    }
}
