package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.LDAPException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.sync.TellRun.Summary;
import io.sspr.contract.Message;
import io.sspr.contract.sync.AccountsSynchronised;
import io.sspr.outbox.OutboxRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Runs the synchronisation at once after start and then once per interval, as soon as the agent has its keys; a run
 * that failed is repeated after a minute. Runs on one thread.
 */
@ApplicationScoped
class KeepSynchronised {
    private static final Logger LOG = Logger.getLogger(KeepSynchronised.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(15);

    private final SynchroniseDirectory synchroniseDirectory;
    private final OutboxRelay relay;
    private final KeyRing keys;
    private final AgentConfig config;
    private final Clock clock;
    private volatile boolean stopping;
    private Instant due = Instant.MIN;

    KeepSynchronised(
            SynchroniseDirectory synchroniseDirectory,
            OutboxRelay relay,
            KeyRing keys,
            AgentConfig config,
            Clock clock) {
        this.synchroniseDirectory = synchroniseDirectory;
        this.relay = relay;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void runIfDue() {
        Instant now = clock.instant();
        if (!config.sync().enabled() || stopping || now.isBefore(due) || !keys.isOnboarded()) {
            return;
        }
        Duration every = config.sync().every();
        due = now.plus(every.compareTo(RETRY) < 0 ? every : RETRY);
        try {
            Summary summary = synchroniseDirectory.run(keys.resetService().getKeyId(), this::send);
            due = now.plus(every);
            LOG.infof(
                    "The directory was synchronised: run=%s full=%b accounts=%d groups=%d removed=%d millis=%d",
                    summary.run(),
                    summary.full(),
                    summary.accounts(),
                    summary.groups(),
                    summary.removed(),
                    Duration.between(now, clock.instant()).toMillis());
        } catch (LDAPException e) {
            LOG.warnf(
                    "The directory cannot be synchronised now: ldapResult=%d",
                    e.getResultCode().intValue());
        } catch (NotAcknowledgedException e) {
            LOG.warnf("The cloud side cannot be told of the directory now: cause=%s", e.getMessage());
        }
    }

    /** Before the relay stops: the scheduler goes on for a moment. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopping = true;
    }

    private void send(AccountsSynchronised part) {
        Message<AccountsSynchronised> message = new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/writeback-agent",
                config.tenant(),
                config.agent().name(),
                null,
                part);
        try {
            relay.send(message, keys.signing()).toCompletableFuture().get(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotAcknowledgedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(e);
        }
    }
}
