package io.sspr.agent.crash;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The agents' database, in which locks can be held against them. */
final class Database {
    /** The advisory lock by which the relays of one database take turns. */
    private static final long RELAY = 0x53535052L;

    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private final String url;
    private final String user;
    private final String password;

    Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** How an agent reaches it; the name tells the agents apart in here. */
    String urlFor(String agent) {
        return url + "?ApplicationName=" + agent;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Holds the turn of a request. */
    Hold holdTurn(UUID requestId) throws SQLException {
        return new Lock("select pg_advisory_lock(" + turn(requestId) + ")", "select pg_advisory_xact_lock");
    }

    /** Lets a table be read but not written; an agent is expected to insert into it. */
    Hold holdTable(String table) throws SQLException {
        return new Lock("lock table " + table + " in exclusive mode", "insert into " + table);
    }

    /** Keeps facts that are committed from being published. */
    Hold holdRelay() throws SQLException {
        return new Lock("select pg_advisory_lock(" + RELAY + ")", "select pg_advisory_xact_lock");
    }

    /** The agent whose turn it is to answer a request. */
    String holderOfTurn(UUID requestId) throws SQLException {
        return one("select application_name from pg_locks join pg_stat_activity using (pid)"
                + " where locktype = 'advisory' and granted"
                + " and ((classid::bigint << 32) | objid::bigint) = " + turn(requestId));
    }

    boolean isFinished(UUID requestId) throws SQLException {
        return Long.parseLong(one("select count(*) from writeback_ledger where result is not null and request_id = '"
                        + requestId + "'"))
                == 1;
    }

    /** The numbers of the event log's lines about one request, in order. */
    List<Integer> eventNumbers(UUID requestId) throws SQLException {
        return column("select event_id from event_log where request_id = '" + requestId + "' order by id").stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** As a database that was restored from an older backup. */
    void forgetEverything() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from writeback_ledger; delete from inbox");
        }
    }

    private String one(String sql) throws SQLException {
        List<String> rows = column(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException("not one row but " + rows);
        }
        return rows.get(0);
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (row.next()) {
                column.add(row.getString(1));
            }
            return column;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static long turn(UUID requestId) {
        return requestId.getMostSignificantBits() ^ requestId.getLeastSignificantBits();
    }

    /** A lock that lives as long as its connection. */
    private final class Lock implements Hold {
        private final Connection connection;
        private final int ownProcess;
        private final String waitingStatement;

        Lock(String statement, String waitingStatement) throws SQLException {
            this.waitingStatement = waitingStatement;
            connection = connect();
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("set local lock_timeout = '5s'");
                lock.execute(statement);
                try (ResultSet row = lock.executeQuery("select pg_backend_pid()")) {
                    row.next();
                    ownProcess = row.getInt(1);
                }
            }
        }

        @Override
        public void awaitReached() {
            await().atMost(AT_MOST).pollInterval(Duration.ofMillis(50)).until(this::isAwaited);
        }

        @Override
        public void release() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean isAwaited() throws SQLException {
            String sql = "select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid))"
                    + " and query like ?)";
            try (Connection watching = connect();
                    PreparedStatement select = watching.prepareStatement(sql)) {
                select.setInt(1, ownProcess);
                select.setString(2, waitingStatement + "%");
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        }
    }
}
