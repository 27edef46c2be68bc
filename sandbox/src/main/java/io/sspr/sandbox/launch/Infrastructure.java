package io.sspr.sandbox.launch;

import io.sspr.sandbox.Parts;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.infrastructure.KafkaBroker;
import io.sspr.sandbox.infrastructure.Postgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Kafka and PostgreSQL, started side by side. */
public final class Infrastructure {
    private final CompletableFuture<KafkaBroker> kafka;
    private final CompletableFuture<Postgres> postgres;

    /**
     * Begins to start both.
     *
     * @param parts is told how to end them
     */
    public Infrastructure(Parts parts, Ports ports, WorkFolder work) {
        kafka = parts.begin(() -> {
            KafkaBroker broker = KafkaBroker.start(ports.kafka(), ports.kafkaController(), work.kafka());
            parts.add(broker::close);
            return broker;
        });
        postgres = parts.begin(() -> {
            Postgres server = Postgres.start(ports.postgres(), work.postgres(), work.programs());
            parts.add(server::close);
            return server;
        });
    }

    /** Waits until both are up. */
    public void await() {
        Parts.await(List.of(kafka, postgres));
    }

    public KafkaBroker kafka() {
        return kafka.join();
    }

    public Postgres postgres() {
        return postgres.join();
    }
}
