package io.sspr.reset.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.sync.SyncedAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The present run of each agent, and the accounts that wait for its end. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SyncRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource;

    SyncRuns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How far the agent has come; nobody else goes on with its run until the transaction ends. */
    Progress lock(String tenant, String agent) {
        String begin = "insert into sync_run (tenant_id, agent) values (?, ?) on conflict do nothing";
        String lock = "select run, part, whole, accounts, groups, removed, left_out from sync_run"
                + " where tenant_id = ? and agent = ? for update";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(begin);
                PreparedStatement select = connection.prepareStatement(lock)) {
            insert.setString(1, tenant);
            insert.setString(2, agent);
            insert.executeUpdate();
            select.setString(1, tenant);
            select.setString(2, agent);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Progress(
                        row.getObject("run", UUID.class),
                        row.getInt("part"),
                        row.getBoolean("whole"),
                        row.getInt("accounts"),
                        row.getInt("groups"),
                        row.getInt("removed"),
                        row.getInt("left_out"));
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    void store(String tenant, String agent, Progress progress) {
        String sql = "update sync_run set run = ?, part = ?, whole = ?, accounts = ?, groups = ?, removed = ?,"
                + " left_out = ? where tenant_id = ? and agent = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, progress.run());
            update.setInt(2, progress.part());
            update.setBoolean(3, progress.whole());
            update.setInt(4, progress.accounts());
            update.setInt(5, progress.groups());
            update.setInt(6, progress.removed());
            update.setInt(7, progress.leftOut());
            update.setString(8, tenant);
            update.setString(9, agent);
            update.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    void await(String tenant, String agent, Collection<SyncedAccount> accounts) {
        String sql = "insert into sync_waiting (tenant_id, agent, anchor, account) values (?, ?, ?, ?)"
                + " on conflict (tenant_id, agent, anchor) do update set account = excluded.account";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (SyncedAccount each : accounts) {
                insert.setString(1, tenant);
                insert.setString(2, agent);
                insert.setString(3, each.anchor());
                insert.setString(4, JSON.writeValueAsString(each));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** Some of those that wait, by anchor; none if nobody is left behind that one. */
    List<SyncedAccount> waitingAfter(String tenant, String agent, String anchor, int limit) {
        String sql = "select account from sync_waiting where tenant_id = ? and agent = ? and anchor > ?"
                + " order by anchor limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            select.setString(2, agent);
            select.setString(3, anchor);
            select.setInt(4, limit);
            List<SyncedAccount> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(JSON.readValue(row.getString("account"), SyncedAccount.class));
                }
            }
            return waiting;
        } catch (SQLException | JsonProcessingException e) {
            throw broken(e);
        }
    }

    void forgetWaiting(String tenant, String agent) {
        String sql = "delete from sync_waiting where tenant_id = ? and agent = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, tenant);
            delete.setString(2, agent);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(Exception cause) {
        return new IllegalStateException("the runs of the agents are not at hand", cause);
    }
}
