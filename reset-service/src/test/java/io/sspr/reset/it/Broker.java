package io.sspr.reset.it;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Surroundings.KAFKA, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<Message<?>> heard = new CopyOnWriteArrayList<>();
    private final Thread listener = new Thread(this::listen, "test-broker");
    private volatile boolean closed;

    Broker() {
        listener.start();
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
        listener.join();
        producer.close();
    }

    private <T extends Event> Optional<Message<T>> find(Class<T> type, Predicate<Message<T>> wanted) {
        return all(type, wanted).stream().findFirst();
    }

    private void listen() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Surroundings.KAFKA,
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                500);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Pattern.compile("sspr\\.[^.]+\\.[^.]+\\.v1(\\.[^.]+)?"));
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    heard.add(Inbox.read(record));
                }
            }
        }
    }
}
