package io.sspr.agent.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.AgentKeys;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.outbox.OutboxRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says that the agent lives and whether an administrator has to mend something: at once at start, then once per
 * interval. While the broker does not take it, it is tried every ten seconds, since a missing sign of life stops all
 * resets. Runs on one thread. Source: R-WB-22, R-EVT-31019, R-EVT-32015.
 */
@ApplicationScoped
class SendHeartbeat {
    private static final Logger LOG = Logger.getLogger(SendHeartbeat.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(15);

    private final OnPremisesDirectory directory;
    private final OutboxRelay relay;
    private final EventLog eventLog;
    private final AgentKeys keys;
    private final AgentConfig config;
    private final Clock clock;
    private final String version;
    private volatile boolean stopping;
    private Instant due = Instant.MIN;
    private Instant failureDue = Instant.MIN;

    SendHeartbeat(
            OnPremisesDirectory directory,
            OutboxRelay relay,
            EventLog eventLog,
            AgentKeys keys,
            AgentConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.directory = directory;
        this.relay = relay;
        this.eventLog = eventLog;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.version = version;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sendIfDue() throws InterruptedException {
        Instant now = clock.instant();
        if (stopping || now.isBefore(due)) {
            return;
        }
        if (send(heartbeat(now))) {
            due = now.plus(config.heartbeat());
            failureDue = Instant.MIN;
            eventLog.write(EventLogEntry.SERVICE_BUS_HEARTBEAT, Map.of());
        } else {
            due = now.plus(RETRY);
            logFailure(now);
        }
    }

    /** Before the relay stops: the scheduler goes on for a moment. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopping = true;
    }

    /** Once per interval, like the heartbeat that is missing. */
    private void logFailure(Instant now) {
        if (!now.isBefore(failureDue)) {
            failureDue = now.plus(config.heartbeat());
            eventLog.write(EventLogEntry.REPORT_SERVICE_HEALTH_ERROR, Map.of());
        }
    }

    private boolean send(AgentHeartbeat heartbeat) throws InterruptedException {
        Message<AgentHeartbeat> message = new Message<>(
                UUID.randomUUID(),
                heartbeat.sentAt(),
                "/writeback-agent",
                config.tenant(),
                heartbeat.agent(),
                null,
                heartbeat);
        try {
            relay.send(message, keys.signing()).toCompletableFuture().get(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("The heartbeat was not sent: tenant=%s cause=%s", config.tenant(), e.getMessage());
            return false;
        }
    }

    private AgentHeartbeat heartbeat(Instant now) {
        Optional<String> fault = directory.check().flatMap(SendHeartbeat::configurationFault);
        Health health = fault.isPresent() ? Health.CONFIGURATION_FAULT : Health.HEALTHY;
        return new AgentHeartbeat(config.agent().name(), version, now, health, fault.orElse(null));
    }

    /**
     * A directory that is merely away is no fault of the configuration: each request is answered with that (31034)
     * until it is back.
     */
    private static Optional<String> configurationFault(Refusal refusal) {
        return switch (refusal.verdict()) {
            case AGENT_CONFIGURATION ->
                Optional.of("The directory refuses the agent's service account (LDAP result "
                        + refusal.evidence().get("ldapResult") + ").");
            case POLICY_CONTROL_MISSING -> Optional.of("The directory does not offer the policy-hints control (6329).");
            default -> Optional.empty();
        };
    }
}
