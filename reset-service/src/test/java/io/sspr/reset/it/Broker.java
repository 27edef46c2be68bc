package io.sspr.reset.it;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jose4j.jwk.PublicJsonWebKey;

/** The broker as the other services use it: hears everything that reset-service writes, and speaks as its agent. */
final class Broker {
    private static final List<String> SHARED =
            Topics.shared().map(Topics::template).toList();
    private static final Pattern OF_TENANTS = Pattern.compile("sspr\\.[^.]+\\.[^.]+\\.v1\\.[^.]+");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Surroundings.KAFKA, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<Message<?>> heard = new CopyOnWriteArrayList<>();
    /** Two of them, so that a new tenant's topics hold up nothing that comes by the shared ones. */
    private final List<Thread> listeners = List.of(
            listener("test-of-all", consumer -> consumer.subscribe(SHARED), this),
            listener("test-of-tenants", consumer -> consumer.subscribe(OF_TENANTS), this));

    private volatile boolean closed;

    Broker() {
        listeners.forEach(Thread::start);
    }

    /** The first message of this type that fits; waits for it. */
    <T extends Event> Message<T> await(Class<T> type, Predicate<Message<T>> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> find(type, wanted), Optional::isPresent)
                .orElseThrow();
    }

    <T extends Event> List<Message<T>> all(Class<T> type, Predicate<Message<T>> wanted) {
        return heard.stream()
                .filter(message -> type.isInstance(message.event()))
                .map(message -> message.as(type))
                .filter(wanted)
                .toList();
    }

    void send(Message<? extends Event> message, PublicJsonWebKey signer) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.topic(), message.subject(), message.body());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers()
                .add(Signature.HEADER, Signature.sign(message.body(), signer).getBytes(StandardCharsets.US_ASCII));
        producer.send(record);
        producer.flush();
    }

    void close() throws InterruptedException {
        closed = true;
        for (Thread listener : listeners) {
            listener.join();
        }
        producer.close();
    }

    private <T extends Event> Optional<Message<T>> find(Class<T> type, Predicate<Message<T>> wanted) {
        return all(type, wanted).stream().findFirst();
    }

    private static Thread listener(String name, Consumer<KafkaConsumer<String, byte[]>> subscribe, Broker broker) {
        return new Thread(() -> broker.listen(name, subscribe), name);
    }

    private void listen(String group, Consumer<KafkaConsumer<String, byte[]>> subscribe) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Surroundings.KAFKA,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                300,
                "heartbeat.interval.ms",
                200);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            subscribe.accept(consumer);
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    heard.add(Inbox.read(record));
                }
            }
        }
    }
}
