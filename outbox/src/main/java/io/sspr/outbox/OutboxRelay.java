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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Takes a service's messages to Kafka. Facts come from the outbox table: right after their transaction commits, and once a second for whatever a
 * crash left behind. One relay works per database at a time, and a record is sent only after the broker has the former one of the same key, so
 * order per key holds even when a send fails. Facts are published at least once; readers drop repetitions through their {@link Inbox}. Requests and
 * heartbeats are sent directly, without touching the database.
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
    private final KafkaProducer<String, byte[]> producer;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(DataSource dataSource, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.dataSource = dataSource;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        // A user waits: no record is held back to fill a batch.
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.METADATA_MAX_AGE_CONFIG, 10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(Duration.ofSeconds(10).toMillis());
        producer.close(Duration.ofSeconds(5));
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
        CompletableFuture<Void> sent = new CompletableFuture<>();
        producer.send(toRecord(message.topic(), message.subject(), headers, body), (metadata, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
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
        await(producer.send(letter));
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
                publish(batch);
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
        String sql = "delete from outbox where id in (select id from outbox order by id limit " + BATCH
                + ") returning id, topic, key, headers, body";
        List<Row> batch = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(sql);
                ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                batch.add(new Row(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        headers(row.getString("headers")),
                        row.getBytes("body")));
            }
        }
        batch.sort(Comparator.comparingLong(Row::id));
        return batch;
    }

    private void publish(List<Row> batch) {
        Map<String, Future<RecordMetadata>> lastOfKey = new HashMap<>();
        for (Row row : batch) {
            Future<RecordMetadata> former = lastOfKey.get(row.key());
            if (former != null) {
                await(former);
            }
            lastOfKey.put(row.key(), producer.send(toRecord(row.topic(), row.key(), row.headers(), row.body())));
        }
        lastOfKey.values().forEach(OutboxRelay::await);
    }

    private void forgetOldMessages() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(FORGET_OLD_MESSAGES);
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(
            String topic, String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outbox row's headers are not JSON", e);
        }
    }

    private static void await(Future<RecordMetadata> sending) {
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw new PublishingFailedException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishingFailedException(e);
        }
    }

    private record Row(long id, String topic, String key, Map<String, String> headers, byte[] body) {}

    private static final class PublishingFailedException extends RuntimeException {
        PublishingFailedException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
