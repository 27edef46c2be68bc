package io.sspr.agent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the agent remembers of the directory's objects from run to run; in its database, so that their number does not
 * matter. Thread-safe.
 */
@ApplicationScoped
class SyncMemory {
    private final DataSource dataSource;

    SyncMemory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An object as it was told.
     *
     * @param told SHA-256; null if it was not yet
     * @param run the run that saw it last
     */
    record Known(UUID guid, String anchor, byte[] told, UUID run) {}

    /**
     * An object as it is now.
     *
     * @param told SHA-256 of what the cloud side has acknowledged; null leaves what is remembered
     */
    record Seen(DirectoryObject object, byte[] told) {}

    @Transactional
    Optional<Cookie> cookie() {
        String sql = "select controller, scope, usn, read_at, full_at from sync_cookie";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Cookie(
                            row.getString("controller"),
                            row.getString("scope"),
                            row.getLong("usn"),
                            row.getTimestamp("read_at").toInstant(),
                            row.getTimestamp("full_at").toInstant()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Ends a run. After a full one, objects that it did not see are forgotten. */
    @Transactional
    void end(UUID run, boolean full, Cookie cookie) {
        String sql = """
                insert into sync_cookie (id, controller, scope, usn, read_at, full_at) values (1, ?, ?, ?, ?, ?)
                on conflict (id) do update set controller = excluded.controller, scope = excluded.scope,
                usn = excluded.usn, read_at = excluded.read_at, full_at = excluded.full_at""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement("delete from synced_object where run <> ?");
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            if (full) {
                forget.setObject(1, run);
                forget.executeUpdate();
            }
            upsert.setString(1, cookie.controller());
            upsert.setString(2, cookie.scope());
            upsert.setLong(3, cookie.usn());
            upsert.setTimestamp(4, Timestamp.from(cookie.readAt()));
            upsert.setTimestamp(5, Timestamp.from(cookie.fullAt()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** The anchors of the objects with these names, as far as they are known. */
    @Transactional
    List<String> anchorsOf(Collection<String> names) {
        String sql = "select anchor from synced_object where name = any(?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<String> anchors = new ArrayList<>();
                while (row.next()) {
                    anchors.add(row.getString("anchor"));
                }
                return anchors;
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Transactional
    Map<UUID, Known> known(Collection<UUID> guids) {
        return find("object_guid = any(?)", "uuid", guids);
    }

    /** Notes that known objects are still there. */
    @Transactional
    void meet(Collection<UUID> guids, UUID run) {
        String sql = "update synced_object set run = ? where object_guid = any(?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, run);
            update.setArray(2, connection.createArrayOf("uuid", guids.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Whatever is known and this run has not seen. */
    @Transactional
    Collection<Known> notMetIn(UUID run) {
        return find("run <> all(?)", "uuid", List.of(run)).values();
    }

    /** Whatever is known under these anchors. */
    @Transactional
    Map<UUID, Known> withAnchors(Collection<String> anchors) {
        return find("anchor = any(?)", "text", anchors);
    }

    private Map<UUID, Known> find(String condition, String type, Collection<?> values) {
        String sql = "select object_guid, anchor, told, run from synced_object where " + condition;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf(type, values.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, Known> known = new HashMap<>();
                while (row.next()) {
                    UUID guid = row.getObject("object_guid", UUID.class);
                    known.put(
                            guid,
                            new Known(
                                    guid,
                                    row.getString("anchor"),
                                    row.getBytes("told"),
                                    row.getObject("run", UUID.class)));
                }
                return known;
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Transactional
    void remember(Collection<Seen> objects, UUID run) {
        String sql = """
                insert into synced_object (object_guid, name, anchor, told, run) values (?, ?, ?, ?, ?)
                on conflict (object_guid) do update set name = excluded.name, anchor = excluded.anchor,
                told = coalesce(excluded.told, synced_object.told), run = excluded.run""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Seen each : objects) {
                upsert.setObject(1, each.object().guid());
                upsert.setString(2, each.object().name());
                upsert.setString(3, each.object().anchor());
                upsert.setBytes(4, each.told());
                upsert.setObject(5, run);
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Transactional
    void forget(Collection<UUID> guids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from synced_object where object_guid = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", guids.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(SQLException cause) {
        return new IllegalStateException("what was synchronised is not at hand", cause);
    }
}
