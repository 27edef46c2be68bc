package io.sspr.reset.agent;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whether this replica is connected to the broker by which heartbeats arrive. Nothing is asked of the broker, so nobody waits. */
@ApplicationScoped
class OwnBroker {
    private static final String CHANNEL = "agent-events";
    private static final String CONNECTIONS = "connection-count";

    private final KafkaClientService clients;

    OwnBroker(KafkaClientService clients) {
        this.clients = clients;
    }

    boolean isReachable() {
        KafkaConsumer<String, byte[]> consumer = clients.getConsumer(CHANNEL);
        return consumer != null
                && consumer.unwrap().metrics().entrySet().stream()
                        .filter(metric -> metric.getKey().name().equals(CONNECTIONS))
                        .anyMatch(metric ->
                                metric.getValue().metricValue() instanceof Number count && count.intValue() > 0);
    }
}
