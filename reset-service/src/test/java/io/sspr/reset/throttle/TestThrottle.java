package io.sspr.reset.throttle;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** A throttle that blocks when a test says so, for the tests of what it guards. */
@Vetoed
public final class TestThrottle extends Throttle {
    private final List<String> ended = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private boolean blocked;

    public TestThrottle() {
        super(new RememberedAttempts(), fact -> {}, Trial.settings(Map.of()), Clock.systemUTC());
    }

    public static Subjects subjects() {
        return new Subjects(new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    public void block() {
        blocked = true;
    }

    /** The subjects that were counted for something. */
    public List<String> counted() {
        return counted;
    }

    /** The subjects whose resets ended without success. */
    public List<String> ended() {
        return ended;
    }

    @Override
    public boolean isBlocked(String subject) {
        return blocked;
    }

    @Override
    public boolean failed(Subject subject, Limit limit) {
        counted.add(subject.key());
        return blocked;
    }

    @Override
    public void attemptEnded(Subject subject, Instant startedAt) {
        ended.add(subject.key());
    }
}
