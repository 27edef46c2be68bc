package io.sspr.agent;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwk.PublicJsonWebKey;

/** The broker as the other side uses it. */
public final class Broker implements AutoCloseable {
    private final String address;
    private final KafkaProducer<String, byte[]> producer;

    public Broker() {
        this(SandboxInfrastructure.KAFKA);
    }

    /** @param address host and port */
    public Broker(String address) {
        this.address = address;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a message signed with {@code signer}. */
    public void send(Message<? extends Event> message, PublicJsonWebKey signer) {
        send(message, Signature.sign(message.body(), signer));
    }

    /** Sends a message with whatever signature; null for none. */
    public void send(Message<? extends Event> message, String signature) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.topic(), message.subject(), message.body());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (signature != null) {
            record.headers().add(Signature.HEADER, signature.getBytes(StandardCharsets.US_ASCII));
        }
        send(record);
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that a topic holds now, in order per partition. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** All messages of a topic whose body is a {@code type}. */
    public <T extends Event> List<Message<T>> read(String topic, Class<T> type) {
        List<Message<T>> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : read(topic)) {
            Message<?> message = Inbox.read(record);
            if (type.isInstance(message.event())) {
                messages.add(message.as(type));
            }
        }
        return messages;
    }

    @Override
    public void close() {
        producer.close();
    }
}
