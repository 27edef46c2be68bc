package io.sspr.agent.onboarding;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import io.sspr.agent.onboarding.Reply.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.lang.JoseException;

/**
 * Replaces the agent's keys. The new ones are stored first and become current once reset-service has accepted them, so
 * that an agent killed in between holds both and asks again. Source: R-WB-24.
 */
@Singleton
public class RollKeys {
    private final KeyRing keys;
    private final AboutThisAgent aboutThisAgent;
    private final EventLog eventLog;
    private final Clock clock;
    private final Duration lifetime;
    private final BackOff backOff = new BackOff();

    RollKeys(KeyRing keys, AboutThisAgent aboutThisAgent, EventLog eventLog, AgentConfig config, Clock clock) {
        this.keys = keys;
        this.aboutThisAgent = aboutThisAgent;
        this.eventLog = eventLog;
        this.clock = clock;
        this.lifetime = config.key().lifetime();
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void rollIfDue() throws InterruptedException {
        Instant now = clock.instant();
        if (!keys.isOnboarded() || !backOff.isOver(now)) {
            return;
        }
        backOff.failed(now);
        if (forgetOld() && (!isDue(now) || roll())) {
            backOff.reset();
        }
    }

    private boolean forgetOld() {
        try {
            keys.forgetOld();
            return true;
        } catch (IOException e) {
            eventLog.write(EventLogEntry.ON_BOARDING_CONFIG_UPDATE_ERROR, cause(e));
            return false;
        }
    }

    /**
     * Rolls the keys whatever their age; the agent must be onboarded.
     *
     * @return whether the new keys are in use; if not, the event log says why
     */
    public boolean roll() throws InterruptedException {
        try {
            KeyPair next = keys.prepared();
            Reply reply = aboutThisAgent.ask("keys", PublicKeys.of(next));
            if (reply.is(Kind.ACCEPTED)) {
                keys.confirmed();
                eventLog.write(EventLogEntry.KEY_PAIR_CREATION_SUCCESS, Map.of("keys", List.copyOf(next.ids())));
                return true;
            }
            eventLog.write(entry(reply.kind()), reply.details());
        } catch (IOException e) {
            eventLog.write(EventLogEntry.ON_BOARDING_CONFIG_UPDATE_ERROR, cause(e));
        } catch (JoseException e) {
            eventLog.write(EventLogEntry.CRYPTO_ERROR, cause(e));
        }
        return false;
    }

    private boolean isDue(Instant now) {
        return keys.next().isPresent() || !now.isBefore(keys.madeAt().plus(lifetime));
    }

    private static EventLogEntry entry(Kind kind) {
        return switch (kind) {
            case REFUSED -> EventLogEntry.AUTH_TOKEN_ERROR;
            case UNREACHABLE -> EventLogEntry.SERVICE_ERROR;
            case SENSELESS, ACCEPTED -> EventLogEntry.VALIDATION_ERROR;
        };
    }

    private static Map<String, Object> cause(Throwable e) {
        return Map.of("cause", e.getClass().getSimpleName());
    }
}
