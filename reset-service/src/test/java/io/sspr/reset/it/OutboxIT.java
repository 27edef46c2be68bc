package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Topics;
import io.sspr.contract.policy.PolicyChanged;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What happens to a fact that the broker never takes, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OutboxIT extends ResetWalk {
    private static final int MORE_THAN_THE_BROKER_TAKES = 2 * 1024 * 1024;

    @Inject
    DataSource dataSource;

    @Test
    void aFactThatIsTooLargeIsPutAsideAndTheOnesBehindItGo() throws SQLException {
        String id = UUID.randomUUID().toString();
        store(id, new byte[MORE_THAN_THE_BROKER_TAKES]);

        setPolicy("{\"methodsRequired\": 2}");

        broker.await(PolicyChanged.class, fact -> fact.tenant().equals(tenant));
        assertThat(kept(id)).isEqualTo(MORE_THAN_THE_BROKER_TAKES);
    }

    /** The key is that of the fact behind it, which waits for this one. */
    private void store(String id, byte[] body) throws SQLException {
        String sql = "insert into outbox (topic, key, headers, body) values (?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, Topics.POLICY_EVENTS.of(tenant));
            insert.setString(2, tenant);
            insert.setString(3, "{\"ce_id\": \"" + id + "\"}");
            insert.setBytes(4, body);
            insert.executeUpdate();
        }
    }

    /** How much of the fact is kept for an administrator to see. */
    private int kept(String id) throws SQLException {
        String sql =
                "delete from outbox where position(? in headers) > 0 and unsendable is not null returning length(body)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, id);
            try (ResultSet row = delete.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
