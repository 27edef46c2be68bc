package io.sspr.agent.onboarding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.eventlog.EventLog;
import io.sspr.agent.eventlog.EventLogEntry;
import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Exchanges keys with reset-service by means of the one-time token that an administrator put into a file. A used or
 * refused token is deleted; with any other it is tried again, less and less often. Runs on one thread. Source: R-WB-20,
 * R-EVT-31004, R-EVT-31005.
 */
@Singleton
class Onboard {
    private final KeyRing keys;
    private final ResetService resetService;
    private final EventLog eventLog;
    private final Clock clock;
    private final Path tokenFile;
    private final String tenant;
    private final String agent;
    private final BackOff backOff = new BackOff();
    private String lastToken = "";

    Onboard(KeyRing keys, ResetService resetService, EventLog eventLog, AgentConfig config, Clock clock) {
        this.keys = keys;
        this.resetService = resetService;
        this.eventLog = eventLog;
        this.clock = clock;
        this.tokenFile = config.onboarding()
                .tokenFile()
                .orElseGet(() -> config.agent().state().resolve("onboarding-token"));
        this.tenant = config.tenant();
        this.agent = config.agent().name();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void onboardIfAsked() throws InterruptedException {
        if (keys.isOnboarded()) {
            return;
        }
        String token = token();
        if (token.isEmpty()) {
            return;
        }
        if (!token.equals(lastToken)) {
            lastToken = token;
            backOff.reset();
            eventLog.write(EventLogEntry.ONBOARDING_EVENT_START, Map.of());
        }
        Instant now = clock.instant();
        if (backOff.isOver(now)) {
            backOff.failed(now);
            onboard(token);
        }
    }

    private void onboard(String token) throws InterruptedException {
        try {
            keys.probe();
            KeyPair pair = KeyPair.made(clock.instant());
            ObjectNode body = PublicKeys.of(pair).put("token", token).put("agent", agent);
            settle(resetService.post("/api/v1/agents", body, pair.signing()), pair);
        } catch (IOException e) {
            eventLog.write(EventLogEntry.ON_BOARDING_CONFIG_UPDATE_ERROR, cause(e));
        } catch (JoseException e) {
            eventLog.write(EventLogEntry.CRYPTO_ERROR, cause(e));
        }
    }

    private void settle(Reply reply, KeyPair pair) throws IOException {
        switch (reply.kind()) {
            case ACCEPTED -> accept(reply, pair);
            case REFUSED -> {
                eventLog.write(EventLogEntry.AUTH_TOKEN_ERROR, reply.details());
                Files.deleteIfExists(tokenFile);
            }
            case UNREACHABLE -> eventLog.write(EventLogEntry.ON_BOARDING_SERVICE_ERROR, reply.details());
            case SENSELESS -> eventLog.write(EventLogEntry.VALIDATION_ERROR, reply.details());
        }
    }

    private void accept(Reply reply, KeyPair pair) throws IOException {
        Optional<PublicJsonWebKey> resetServiceKey =
                PublicKeys.signing(reply.body().path("resetServiceKey"));
        boolean isOurs = tenant.equals(reply.body().path("tenant").asText())
                && agent.equals(reply.body().path("agent").asText());
        if (!isOurs || resetServiceKey.isEmpty()) {
            eventLog.write(EventLogEntry.VALIDATION_ERROR, reply.details());
            return;
        }
        keys.onboarded(pair, resetServiceKey.get());
        eventLog.write(EventLogEntry.AUTH_TOKEN_SUCCESS, Map.of());
        eventLog.write(EventLogEntry.KEY_PAIR_CREATION_SUCCESS, Map.of("keys", List.copyOf(pair.ids())));
        eventLog.write(EventLogEntry.ONBOARDING_EVENT_SUCCESS, Map.of());
        Files.deleteIfExists(tokenFile);
    }

    /** Empty if there is none. */
    private String token() {
        try {
            return Files.readString(tokenFile).strip();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (backOff.isOver(clock.instant())) {
                backOff.failed(clock.instant());
                eventLog.write(EventLogEntry.CONFIGURATION_ERROR, cause(e));
            }
            return "";
        }
    }

    private static Map<String, Object> cause(Throwable e) {
        return Map.of("cause", e.getClass().getSimpleName());
    }
}
