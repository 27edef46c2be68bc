package io.sspr.reset.topics;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sspr.contract.Topics;
import io.sspr.contract.Topics.Kind;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TenantImported;
import io.sspr.reset.directory.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes sure that every topic exists with its retention: the shared ones at start, a tenant's as soon as it is imported. Looks again every two
 * seconds, so it does not matter whether the broker is up first.
 */
@ApplicationScoped
public class ProvisionTopics {
    private static final Logger LOG = Logger.getLogger(ProvisionTopics.class);
    private static final Duration DEAD_LETTERS = Duration.ofDays(30);

    private final Tenants tenants;
    private final String bootstrapServers;
    private final int partitions;
    private final Set<String> provisioned = new HashSet<>();

    ProvisionTopics(
            Tenants tenants,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "sspr.topics.partitions", defaultValue = "3") int partitions) {
        this.tenants = tenants;
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
    }

    /** The importer does not wait for the broker. */
    void imported(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantImported tenant) {
        Infrastructure.getDefaultWorkerPool().execute(this::provision);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void provision() {
        List<NewTopic> missing = Stream.concat(
                        Topics.shared().flatMap(topic -> withDeadLetters(topic, topic.template())),
                        tenantIds().stream()
                                .flatMap(tenant ->
                                        Topics.perTenant().flatMap(topic -> withDeadLetters(topic, topic.of(tenant)))))
                .filter(topic -> !provisioned.contains(topic.name()))
                .toList();
        if (!missing.isEmpty()) {
            create(missing);
        }
    }

    @Transactional
    List<String> tenantIds() {
        return tenants.streamAll().map(Tenant::id).toList();
    }

    private void create(List<NewTopic> missing) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get(5, TimeUnit.SECONDS);
            List<NewTopic> absent = missing.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(absent).all().get(5, TimeUnit.SECONDS);
            missing.forEach(topic -> provisioned.add(topic.name()));
            LOG.infof("Topics exist: created=%d", absent.size());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Topics cannot be created yet and will be tried again: cause=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<NewTopic> withDeadLetters(Topics topic, String name) {
        NewTopic main = topic(name, topic.kind(), topic.retention());
        return Stream.concat(
                Stream.of(main),
                topic.readers().stream()
                        .map(reader -> topic(Topics.deadLetter(name, reader), Kind.FACTS, DEAD_LETTERS)));
    }

    private NewTopic topic(String name, Kind kind, Duration retention) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
        if (kind == Kind.REQUESTS) {
            // Only closed segments are removed; without this a request would outlive its retention in the open one.
            settings.put(TopicConfig.SEGMENT_MS_CONFIG, "30000");
        }
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
