package io.sspr.agent.key;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.AgentConfig;
import io.sspr.agent.key.StateFile.Version;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The agent's keys as its state holds them. A change that another process makes, such as a command, is seen at once.
 * Thread-safe. Source: R-WB-20, R-WB-24, R-WB-31b.
 */
@Singleton
public class KeyRing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);
    private static final int SHORTEST_PASSWORD = 16;

    private final StateFile file;
    private final Clock clock;
    private volatile Seen seen;
    private volatile Instant mismatchAt = Instant.MIN;

    private record Seen(Optional<Version> version, Optional<Ring> ring, Optional<String> fault) {}

    public KeyRing(AgentConfig config, Clock clock) {
        if (config.agent().statePassword().length() < SHORTEST_PASSWORD) {
            throw new ConfigurationException("The agent cannot start: SSPR_AGENT_STATE_PASSWORD is shorter than "
                    + SHORTEST_PASSWORD + " characters. Choose a longer one and start the agent.");
        }
        this.file = new StateFile(config);
        this.clock = clock;
    }

    /**
     * Whether reset-service knows this agent's keys; without that none of the keys below exists.
     *
     * @throws UnreadableStateException if there is a state and it could never be opened
     */
    public boolean isOnboarded() {
        return ring().isPresent();
    }

    /** Open what was sealed to this agent: the current key, and those of the last day. */
    public Collection<PublicJsonWebKey> opening() {
        return required().opening(clock.instant());
    }

    /** Signs what this agent says. */
    public PublicJsonWebKey signing() {
        return required().current().signing();
    }

    /** Verifies what reset-service says; holds no private half. */
    public PublicJsonWebKey resetService() {
        return required().resetService();
    }

    /** When the current keys were made. */
    public Instant madeAt() {
        return required().current().madeAt();
    }

    /** Keys that were made and stored, and of which it is not certain that reset-service knows them. */
    public Optional<KeyPair> next() {
        return ring().flatMap(Ring::next);
    }

    /** What became of the state since it was opened; the keys in memory are used as before. */
    public Optional<String> fault() {
        ring();
        return seen.fault();
    }

    /** Somebody genuine has sealed a password to a key that is not on this ring. Source: R-EVT-32004. */
    public void missed() {
        mismatchAt = clock.instant();
    }

    /** A password was sealed to a key on this ring, so that the two sides agree. */
    public void matched() {
        mismatchAt = Instant.MIN;
    }

    /** Whether the last password that was to be opened had been sealed to other keys, and not longer ago than that. */
    public boolean hasMissedWithin(Duration time) {
        return mismatchAt.isAfter(clock.instant().minus(time));
    }

    /** @throws IOException if the state cannot be written */
    public void probe() throws IOException {
        file.probe();
    }

    /** Begins a new ring. */
    public synchronized void onboarded(KeyPair pair, PublicJsonWebKey resetService) throws IOException {
        try (FileChannel channel = file.lockable()) {
            channel.lock();
            write(Ring.first(pair, resetService));
        }
    }

    /**
     * The keys that are to replace the current ones, stored before anybody hears of them; those of a former attempt if
     * that was not confirmed.
     */
    public synchronized KeyPair prepared() throws IOException, JoseException {
        try (FileChannel channel = file.lockable()) {
            channel.lock();
            Optional<KeyPair> pending = next();
            if (pending.isPresent()) {
                return pending.get();
            }
            KeyPair made = KeyPair.made(clock.instant());
            write(required().prepared(made));
            return made;
        }
    }

    /** Replaces the current keys by the prepared ones, which reset-service has accepted. */
    public synchronized void confirmed() throws IOException {
        try (FileChannel channel = file.lockable()) {
            channel.lock();
            write(required().confirmed(clock.instant()));
        }
    }

    /** Destroys the keys that were retired more than a day ago. */
    public synchronized void forgetOld() throws IOException {
        if (ring().filter(ring -> ring.holdsOld(clock.instant())).isEmpty()) {
            return;
        }
        try (FileChannel channel = file.lockable()) {
            channel.lock();
            write(required().withoutOld(clock.instant()));
        }
    }

    /** Destroys all keys. */
    public synchronized void offboarded() throws IOException {
        try (FileChannel channel = file.lockable()) {
            channel.lock();
            file.delete();
        }
    }

    private void write(Ring ring) throws IOException {
        file.write(ring);
        seen = new Seen(file.version(), Optional.of(ring), Optional.empty());
    }

    private Ring required() {
        return ring().orElseThrow(() -> new IllegalStateException("the agent is not onboarded"));
    }

    private Optional<Ring> ring() {
        Seen last = seen;
        if (last == null || !last.version().equals(file.version())) {
            last = look();
        }
        return last.ring();
    }

    private synchronized Seen look() {
        Optional<Version> version = file.version();
        if (seen != null && seen.version().equals(version)) {
            return seen;
        }
        try {
            seen = new Seen(version, file.read(), Optional.empty());
        } catch (UnreadableStateException e) {
            if (seen == null) {
                throw e;
            }
            LOG.errorf("The agent goes on with the keys in memory. %s", e.getMessage());
            seen = new Seen(version, seen.ring(), Optional.of(e.getMessage()));
        }
        return seen;
    }
}
