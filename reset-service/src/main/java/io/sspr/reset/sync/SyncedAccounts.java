package io.sspr.reset.sync;

import io.sspr.contract.sync.SyncedAccount;
import io.sspr.reset.directory.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The part of the accounts that belongs to the directory. What users registered, and roles, licences and usage location, which administrators give in
 * the cloud, is never touched.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SyncedAccounts {
    private static final String UPDATE = """
            update account set display_name = ?, given_name = ?, surname = ?, mail = ?, mobile_phone = ?,
            office_phone = ?, preferred_language = coalesce(?, preferred_language), enabled = ?, synced_by = ?,
            sync_run = ?, user_principal_name = coalesce(?, user_principal_name),
            removed_at = case when cast(? as text) is null then removed_at end where id = ?""";
    private static final String INSERT = """
            insert into account (display_name, given_name, surname, mail, mobile_phone, office_phone,
            preferred_language, enabled, synced_by, sync_run, user_principal_name, cloud_anchor, kind, tenant_id, id,
            guest, roles, licences) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, '{}', '{}')""";
    private static final String REMOVE = """
            update account set removed_at = ?, tokens_valid_from = greatest(?, tokens_valid_from + interval '1 ms')
            where tenant_id = ? and synced_by = ? and removed_at is null and\s""";

    private final DataSource dataSource;

    SyncedAccounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Marks the tenant as one with a directory. Source: R-ADM-06. */
    void markSynchronised(String tenant) {
        String sql =
                "update tenant set directory_sync = true, version = version + 1 where id = ? and not directory_sync";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, tenant);
            update.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** In lower case. */
    Set<String> domainsOf(String tenant) {
        String sql = "select domain from tenant_domain where tenant_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            Set<String> domains = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    domains.add(row.getString("domain"));
                }
            }
            return domains;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** The ids of the tenant's accounts by anchor, removed ones included. */
    Map<String, UUID> withAnchors(String tenant, Collection<String> anchors) {
        String sql = "select cloud_anchor, id from account where tenant_id = ? and cloud_anchor = any(?)"
                + " order by removed_at nulls first";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            select.setArray(2, connection.createArrayOf("text", anchors.toArray()));
            return byText(select);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** The ids of living accounts, of whatever tenant, by name in lower case. */
    Map<String, UUID> withNames(Collection<String> names) {
        String sql = "select lower(user_principal_name), id from account"
                + " where lower(user_principal_name) = any(?) and removed_at is null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            return byText(select);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /**
     * Brings accounts up to date.
     *
     * @param changes with a name, a removed account is back as well; with null, name and removal stay
     */
    void update(Source source, Map<UUID, Change> changes) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Map.Entry<UUID, Change> each : changes.entrySet()) {
                String name = each.getValue().name();
                int next = describe(update, source, each.getValue().account());
                update.setString(next++, name);
                update.setString(next++, name);
                update.setObject(next, each.getKey());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** What an account is to be like; its name is null if it stays as it is. */
    record Change(SyncedAccount account, String name) {}

    void insert(Source source, AccountKind kind, Collection<SyncedAccount> accounts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (SyncedAccount each : accounts) {
                int next = describe(insert, source, each);
                insert.setString(next++, each.userPrincipalName());
                insert.setString(next++, each.anchor());
                insert.setString(next++, kind.name());
                insert.setString(next++, source.tenant());
                insert.setObject(next, UUID.randomUUID());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Removes what this agent told of before; whoever has a token of such an account is out. */
    int remove(Source source, Collection<String> anchors, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(REMOVE + "cloud_anchor = any(?)")) {
            prepareRemoval(update, source, now);
            update.setArray(5, connection.createArrayOf("text", anchors.toArray()));
            return update.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Removes what this agent told of before, and not in this run. */
    int removeOthers(Source source, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(REMOVE + "sync_run <> ?")) {
            prepareRemoval(update, source, now);
            update.setObject(5, source.run());
            return update.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    int countOthers(Source source) {
        String sql = "select count(*) from account"
                + " where tenant_id = ? and synced_by = ? and removed_at is null and sync_run <> ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, source.tenant());
            select.setString(2, source.agent());
            select.setObject(3, source.run());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static void prepareRemoval(PreparedStatement update, Source source, Instant now) throws SQLException {
        update.setTimestamp(1, Timestamp.from(now));
        update.setTimestamp(2, Timestamp.from(now));
        update.setString(3, source.tenant());
        update.setString(4, source.agent());
    }

    /** Fills the columns that both statements begin with, and returns the index of the next. */
    private static int describe(PreparedStatement statement, Source source, SyncedAccount account) throws SQLException {
        int next = 1;
        statement.setString(next++, account.displayName());
        statement.setString(next++, account.givenName());
        statement.setString(next++, account.surname());
        statement.setString(next++, account.mail());
        statement.setString(next++, account.mobile());
        statement.setString(next++, account.telephoneNumber());
        statement.setString(next++, account.preferredLanguage());
        statement.setBoolean(next++, account.enabled());
        statement.setString(next++, source.agent());
        statement.setObject(next++, source.run());
        return next;
    }

    private static Map<String, UUID> byText(PreparedStatement select) throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.putIfAbsent(row.getString(1), row.getObject(2, UUID.class));
            }
        }
        return ids;
    }

    private static IllegalStateException broken(SQLException cause) {
        return new IllegalStateException("synchronised accounts are not at hand", cause);
    }
}
