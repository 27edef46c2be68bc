package io.sspr.agent.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.KeyRing;
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
 * resets. An agent that is not onboarded says nothing, since nobody could tell that it is the one. Runs on one thread. Source: R-WB-22, R-EVT-31019, R-EVT-32015.
 */
@ApplicationScoped
class SendHeartbeat {
    private static final Logger LOG = Logger.getLogger(SendHeartbeat.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(15);

    private final FindFault findFault;
    private final OutboxRelay relay;
    private final EventLog eventLog;
    private final KeyRing keys;
    private final AgentConfig config;
    private final Clock clock;
    private final String version;
    private volatile boolean stopping;
    private Instant due = Instant.MIN;
    private Instant failureDue = Instant.MIN;
    private int failures;
    private Optional<Fault> lastFault = Optional.empty();

    SendHeartbeat(
            FindFault findFault,
            OutboxRelay relay,
            EventLog eventLog,
            KeyRing keys,
            AgentConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.findFault = findFault;
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
        if (!keys.isOnboarded()) {
            due = Instant.MIN;
        } else if (!stopping && !now.isBefore(due)) {
            beat(now);
        }
    }

    private void beat(Instant now) throws InterruptedException {
        if (send(heartbeat(now))) {
            due = now.plus(config.heartbeat());
            failureDue = Instant.MIN;
            failures = 0;
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

    /**
     * Once per interval, like the heartbeat that is missing; and that the broker did not take it (a warning), or does
     * not (an error), once each.
     */
    private void logFailure(Instant now) {
        failures++;
        if (failures == 1) {
            eventLog.write(EventLogEntry.SERVICE_BUS_WARNING, Map.of());
        } else if (failures == 2) {
            eventLog.write(EventLogEntry.SERVICE_BUS_ERROR, Map.of());
        }
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
        Optional<Fault> fault = findFault.find();
        logChange(fault);
        Health health = fault.isPresent() ? Health.CONFIGURATION_FAULT : Health.HEALTHY;
        return new AgentHeartbeat(
                config.agent().name(),
                version,
                now,
                health,
                fault.map(Fault::text).orElse(null));
    }

    /** A fault has its line when it begins, or becomes another, and when it ends. */
    private void logChange(Optional<Fault> fault) {
        if (fault.equals(lastFault)) {
            return;
        }
        lastFault = fault;
        if (fault.isPresent()) {
            eventLog.write(fault.get().entry(), Map.of("fault", fault.get().text()));
        } else {
            eventLog.write(EventLogEntry.CONFIGURATION_FAULT_ENDED, Map.of());
        }
    }
}
