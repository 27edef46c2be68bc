package io.sspr.reset.sync;

import io.sspr.contract.sync.SyncedGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * The groups that come from the directory. Their id is their anchor; the licences that administrators give them in the cloud stay. Who is a member is
 * written down part by part, and takes effect at the end of the run, when everybody is known.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SyncedGroups {
    private static final String STORE = """
            insert into account_group (tenant_id, id, display_name, licences, synced_by, sync_run)
            values (?, ?, ?, '{}', ?, ?)
            on conflict (tenant_id, id) do update set display_name = excluded.display_name,
            synced_by = excluded.synced_by, sync_run = excluded.sync_run""";
    private static final String ENROL = """
            insert into synced_member (tenant_id, group_id, member, run)
            select ?, ?, member, ? from unnest(cast(? as text[])) as member group by member
            on conflict (tenant_id, group_id, member) do update set run = excluded.run""";

    /** The groups of this run: tenant, agent, run. */
    private static final String OF_RUN = "g.tenant_id = ? and g.synced_by = ? and g.sync_run = ?";

    private static final List<String> END = List.of(
            """
            delete from synced_member m using account_group g
            where m.tenant_id = g.tenant_id and m.group_id = g.id and m.run <> g.sync_run and\s""" + OF_RUN,
            """
            delete from group_account e using account_group g
            where e.tenant_id = g.tenant_id and e.group_id = g.id and not exists (
            select from synced_member m join account a on a.tenant_id = m.tenant_id and a.cloud_anchor = m.member
            where m.tenant_id = g.tenant_id and m.group_id = g.id and a.id = e.account_id) and\s""" + OF_RUN,
            """
            insert into group_account (tenant_id, group_id, account_id)
            select g.tenant_id, g.id, a.id from account_group g
            join synced_member m on m.tenant_id = g.tenant_id and m.group_id = g.id
            join account a on a.tenant_id = m.tenant_id and a.cloud_anchor = m.member
            where\s""" + OF_RUN + " on conflict do nothing",
            """
            delete from group_group e using account_group g
            where e.tenant_id = g.tenant_id and e.parent_id = g.id and not exists (
            select from synced_member m where m.tenant_id = g.tenant_id and m.group_id = g.id and m.member = e.child_id)
            and\s""" + OF_RUN,
            """
            insert into group_group (tenant_id, parent_id, child_id)
            select g.tenant_id, g.id, c.id from account_group g
            join synced_member m on m.tenant_id = g.tenant_id and m.group_id = g.id
            join account_group c on c.tenant_id = m.tenant_id and c.id = m.member
            where\s""" + OF_RUN + " on conflict do nothing");

    private final DataSource dataSource;

    SyncedGroups(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void store(Source source, Collection<SyncedGroup> groups) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement store = connection.prepareStatement(STORE);
                PreparedStatement enrol = connection.prepareStatement(ENROL)) {
            for (SyncedGroup group : groups) {
                store.setString(1, source.tenant());
                store.setString(2, group.anchor());
                store.setString(3, group.displayName() == null ? group.anchor() : group.displayName());
                store.setString(4, source.agent());
                store.setObject(5, source.run());
                store.addBatch();
                enrol.setString(1, source.tenant());
                enrol.setString(2, group.anchor());
                enrol.setObject(3, source.run());
                enrol.setArray(
                        4, connection.createArrayOf("text", group.members().toArray()));
                enrol.addBatch();
            }
            store.executeBatch();
            enrol.executeBatch();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Makes the groups of this run have exactly the members that it told of. */
    void end(Source source) {
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : END) {
                try (PreparedStatement step = connection.prepareStatement(sql)) {
                    identify(step, source);
                    step.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Removes what this agent told of before. */
    int remove(Source source, Collection<String> anchors) {
        String sql = "delete from account_group where tenant_id = ? and synced_by = ? and id = any(?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, source.tenant());
            delete.setString(2, source.agent());
            delete.setArray(3, connection.createArrayOf("text", anchors.toArray()));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Removes what this agent told of before, and not in this run. */
    int removeOthers(Source source) {
        String sql = "delete from account_group where tenant_id = ? and synced_by = ? and sync_run <> ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            identify(delete, source);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static void identify(PreparedStatement statement, Source source) throws SQLException {
        statement.setString(1, source.tenant());
        statement.setString(2, source.agent());
        statement.setObject(3, source.run());
    }

    private static IllegalStateException broken(SQLException cause) {
        return new IllegalStateException("synchronised groups are not at hand", cause);
    }
}
