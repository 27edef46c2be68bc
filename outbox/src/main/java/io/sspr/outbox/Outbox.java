package io.sspr.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Where a service puts a fact in the same transaction as the change that it reports: both are committed or neither is. {@link OutboxRelay} then
 * publishes it. Facts of one key are published in the order in which they were added, as long as their transactions exclude each other (lock the
 * account's row first). Calling it outside a transaction fails at once. Thread-safe.
 */
@ApplicationScoped
public class Outbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transaction, OutboxRelay relay) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.relay = relay;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Message<? extends Fact> fact) {
        insert(fact, fact.body(), fact.headers());
    }

    /** Adds a fact whose readers must know that it comes from the holder of {@code ownKey}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Message<? extends Fact> fact, PublicJsonWebKey ownKey) {
        byte[] body = fact.body();
        Map<String, String> headers = fact.headers();
        headers.put(Signature.HEADER, Signature.sign(body, ownKey));
        insert(fact, body, headers);
    }

    private void insert(Message<? extends Fact> fact, byte[] body, Map<String, String> headers) {
        String sql = "insert into outbox (topic, key, headers, body) values (?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, fact.topic());
            insert.setString(2, fact.subject());
            insert.setString(3, JSON.writeValueAsString(headers));
            insert.setBytes(4, body);
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the fact " + fact.type() + " cannot be stored", e);
        }
        transaction.registerInterposedSynchronization(new WakeRelayOnCommit());
    }

    private final class WakeRelayOnCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
