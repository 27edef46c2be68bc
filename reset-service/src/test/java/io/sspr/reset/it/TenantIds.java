package io.sspr.reset.it;

import io.sspr.contract.Topics;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Ids for tenants of tests. Their topics are made many at a time: each time, all readers stand still for seconds until they have shared them out. */
final class TenantIds {
    private static final int AT_A_TIME = 25;
    private static final Queue<String> READY = new ArrayDeque<>();

    private TenantIds() {}

    static synchronized String take() {
        if (READY.isEmpty()) {
            Stream.generate(() -> "t" + UUID.randomUUID().toString().substring(0, 8))
                    .limit(AT_A_TIME)
                    .forEach(READY::add);
            makeTopics(READY);
        }
        return READY.remove();
    }

    private static void makeTopics(Collection<String> tenants) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Surroundings.KAFKA))) {
            admin.createTopics(tenants.stream()
                            .flatMap(tenant -> Topics.perTenant().map(topic -> topic.of(tenant)))
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics of the tests' tenants cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
