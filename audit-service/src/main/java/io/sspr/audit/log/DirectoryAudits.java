package io.sspr.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sspr.audit.log.AuditQuery.Position;
import io.sspr.audit.log.DirectoryAudit.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The audit log of all tenants. It only grows: the table itself refuses to change or delete a line. Every read is of one tenant. Thread-safe.
 */
@ApplicationScoped
public class DirectoryAudits {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String APPEND = """
            insert into directory_audit (id, tenant, activity_date_time, activity_display_name, logged_by_service, correlation_id,
                                         result, user_id, user_display_name, user_principal_name, target_id, document)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final DataSource dataSource;

    DirectoryAudits(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a line. Must be called within a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String tenant, DirectoryAudit line) {
        Optional<User> user = Optional.ofNullable(line.initiatedBy().user());
        List<Object> values = new ArrayList<>();
        values.add(line.id());
        values.add(tenant);
        values.add(line.activityDateTime().atOffset(ZoneOffset.UTC));
        values.add(line.activityDisplayName());
        values.add(line.loggedByService());
        values.add(line.correlationId());
        values.add(line.result().word());
        values.add(user.map(User::id).orElse(null));
        values.add(user.map(User::displayName).orElse(null));
        values.add(user.map(User::userPrincipalName).orElse(null));
        values.add(targetId(line));
        values.add(write(line));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            bind(insert, values);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be written", e);
        }
    }

    /** One page of a tenant's lines. */
    public AuditPage find(String tenant, AuditQuery query) {
        List<Object> values = new ArrayList<>();
        String sql = select(tenant, query, values);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            return page(read(select), query.top());
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    /** One line more than asked for is read: it tells whether there is a next page. */
    private static String select(String tenant, AuditQuery query, List<Object> values) {
        values.add(tenant);
        String sql = "select document from directory_audit where tenant = ? and "
                + query.filter().sql(values);
        if (query.after() != null) {
            sql += " and (activity_date_time, id) " + (query.oldestFirst() ? ">" : "<") + " (?, ?)";
            values.add(query.after().time().atOffset(ZoneOffset.UTC));
            values.add(query.after().id());
        }
        String direction = query.oldestFirst() ? "asc" : "desc";
        values.add(query.top() + 1);
        return sql + " order by activity_date_time " + direction + ", id " + direction + " limit ?";
    }

    private static AuditPage page(List<DirectoryAudit> found, int top) {
        if (found.size() <= top) {
            return new AuditPage(found, Optional.empty());
        }
        DirectoryAudit last = found.get(top - 1);
        return new AuditPage(found.subList(0, top), Optional.of(new Position(last.activityDateTime(), last.id())));
    }

    private static List<DirectoryAudit> read(PreparedStatement select) throws SQLException {
        List<DirectoryAudit> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(JSON.readValue(row.getString(1), DirectoryAudit.class));
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the audit log is not readable", e);
        }
    }

    private static String write(DirectoryAudit line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the audit log cannot be written as JSON", e);
        }
    }

    private static String targetId(DirectoryAudit line) {
        return line.targetResources().stream()
                .findFirst()
                .map(target -> target.id().toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
