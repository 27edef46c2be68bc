package io.sspr.outbox;

import io.sspr.contract.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Where a service remembers which messages it has acted on, in the same transaction as the action: a message that the broker delivers twice acts
 * once. Thread-safe.
 */
@ApplicationScoped
public class Inbox {
    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens a record.
     *
     * @throws io.sspr.contract.MalformedMessageException if it is none of our messages
     */
    public static Message<?> read(ConsumerRecord<String, byte[]> record) {
        return Message.read(name -> header(record, name), record.value());
    }

    /** The last value of a record's header, or null if it has none. */
    public static byte[] header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    /** Marks a message as acted on; false if it was already, and nothing is left to do. Must be called within the action's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isNew(Message<?> message) {
        String sql = "insert into inbox (message_id) values (?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, message.id());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be written", e);
        }
    }

    /** Whether a message was acted on, for actions that cannot be part of a transaction, such as sending a mail. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean knows(Message<?> message) {
        String sql = "select 1 from inbox where message_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, message.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be read", e);
        }
    }
}
