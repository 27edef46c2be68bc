package io.sspr.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Broker.PublishingFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Takes a service's messages to Kafka. Facts come from the outbox table: right after their transaction commits, and once a second for whatever a
 * crash left behind. One relay works per database at a time, and a record is sent only after the broker has the former one of the same key, so
 * order per key holds even when a send fails. Facts are published at least once; readers drop repetitions through their {@link Inbox}. One that is
 * larger than the broker takes stays in the table, marked, and holds up nothing. Requests and heartbeats are sent directly, without touching the
 * database.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** "SSPR" as a number: the advisory lock that makes relays of one database take turns. */
    private static final long RELAY_LOCK = 0x53535052L;

    private static final int BATCH = 200;
    private static final Duration SWEEP = Duration.ofSeconds(1);

    /** Longer than any reader could still be sent a repetition: facts live 30 days on the broker. */
    private static final String FORGET_OLD_MESSAGES =
            "delete from inbox where received_at < now() - interval '31 days'";

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    private final DataSource dataSource;
    private final Broker broker;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(DataSource dataSource, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.dataSource = dataSource;
        this.broker = new Broker(bootstrapServers);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(Duration.ofSeconds(10).toMillis());
        broker.close();
    }

    /**
     * Sends a request or a heartbeat at once, signed. Call it after the transaction that it belongs to has committed.
     *
     * @return completes when the broker has the message, exceptionally if it does not take it within 10 seconds
     */
    public CompletionStage<Void> send(Message<? extends Event> message, PublicJsonWebKey ownKey) {
        byte[] body = message.body();
        Map<String, String> headers = message.headers();
        headers.put(Signature.HEADER, Signature.sign(body, ownKey));
        return broker.send(message.topic(), message.subject(), headers, body);
    }

    /**
     * Puts a record that this service can never process aside, so that it blocks nothing behind it. Of requests only the headers are kept, since
     * their body may hold a sealed secret.
     *
     * @param service this service's name
     * @param why for the administrator; must not quote the record
     */
    public void deadLetter(ConsumerRecord<String, byte[]> record, String service, String why) {
        boolean mayHoldSecret = Topics.named(record.topic())
                .map(topic -> topic.kind() == Topics.Kind.REQUESTS)
                .orElse(true);
        String topic = Topics.deadLetter(record.topic(), service);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                topic, null, record.key(), mayHoldSecret ? null : record.value(), record.headers());
        letter.headers().add("dead-letter-reason", why.getBytes(StandardCharsets.UTF_8));
        LOG.errorf("A record was dead-lettered: topic=%s reason=%s", topic, why);
        Broker.await(broker.send(letter));
    }

    void wake() {
        work.release();
    }

    private void run() {
        long forgetAt = System.nanoTime();
        while (!stopping) {
            try {
                if (work.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
                while (publishBatch() == BATCH) {
                    // more is waiting
                }
                if (System.nanoTime() - forgetAt >= 0) {
                    forgetOldMessages();
                    forgetAt = System.nanoTime() + BETWEEN_FORGETTING.toNanos();
                }
            } catch (SQLException | PublishingFailedException e) {
                LOG.warnf("Facts wait in the outbox until database and broker are back: cause=%s", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private int publishBatch() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                takeTurn(connection);
                List<Row> batch = takeBatch(connection);
                for (Row row : publish(batch)) {
                    putAside(connection, row);
                }
                connection.commit();
                return batch.size();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** A crash may bring published rows back, which does no harm; so this transaction need not wait for the disk. */
    private static void takeTurn(Connection connection) throws SQLException {
        String sql = "select pg_advisory_xact_lock(?), set_config('synchronous_commit', 'off', true)";
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, RELAY_LOCK);
            lock.execute();
        }
    }

    /** The oldest rows, in order; they are back if the transaction does not commit. */
    private static List<Row> takeBatch(Connection connection) throws SQLException {
        String sql = "delete from outbox where id in (select id from outbox where unsendable is null order by id limit "
                + BATCH + ") returning id, topic, key, headers, body, created_at";
        List<Row> batch = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(sql);
                ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                batch.add(new Row(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("headers"),
                        row.getBytes("body"),
                        row.getTimestamp("created_at")));
            }
        }
        batch.sort(Comparator.comparingLong(Row::id));
        return batch;
    }

    /** @return those that are too large for the broker */
    private List<Row> publish(List<Row> batch) {
        List<Row> tooLarge = new ArrayList<>();
        Map<String, Sending> lastOfKey = new HashMap<>();
        for (Row row : batch) {
            Sending former = lastOfKey.get(row.key());
            if (former != null && !Broker.isTaken(former.sent())) {
                tooLarge.add(former.row());
            }
            Future<Void> sent = broker.send(row.topic(), row.key(), headers(row.headers()), row.body());
            lastOfKey.put(row.key(), new Sending(row, sent));
        }
        lastOfKey.values().stream()
                .filter(last -> !Broker.isTaken(last.sent()))
                .forEach(last -> tooLarge.add(last.row()));
        return tooLarge;
    }

    /** Trying again would not help, and those behind it must go. */
    private static void putAside(Connection connection, Row row) throws SQLException {
        LOG.errorf(
                "A fact is too large for the broker and stays in the outbox: topic=%s id=%s bytes=%d",
                row.topic(), headers(row.headers()).get("ce_id"), row.body().length);
        String sql = "insert into outbox (id, topic, key, headers, body, created_at, unsendable)"
                + " overriding system value values (?, ?, ?, ?, ?, ?, 'too large for the broker')";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, row.id());
            insert.setString(2, row.topic());
            insert.setString(3, row.key());
            insert.setString(4, row.headers());
            insert.setBytes(5, row.body());
            insert.setTimestamp(6, row.createdAt());
            insert.executeUpdate();
        }
    }

    private void forgetOldMessages() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(FORGET_OLD_MESSAGES);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outbox row's headers are not JSON", e);
        }
    }

    private record Row(long id, String topic, String key, String headers, byte[] body, Timestamp createdAt) {}

    private record Sending(Row row, Future<Void> sent) {}
}
