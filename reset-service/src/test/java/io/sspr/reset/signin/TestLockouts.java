package io.sspr.reset.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** A smart lockout that keeps its rows in memory, with a clock that stands until it is moved. It cannot tell facts, so nobody known may be locked. */
public final class TestLockouts {
    final StandingClock clock = new StandingClock();
    private final Rows rows = new Rows();
    public final SmartLockout lockout = new SmartLockout(
            rows,
            null,
            new SecretKeySpec("a key of no less than 256 bits!!".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"),
            clock);

    LockoutState state(String subject) {
        return rows.states.getOrDefault(subject, LockoutState.NONE);
    }

    /** How many attempts count as failed. */
    public int failures(Claimant claimant) {
        return state(claimant.subject()).failures();
    }

    /** The account's failures so far, as if there had been that many wrong passwords. */
    public void fail(UUID account, int failures) {
        rows.store(Claimant.subjectOf(account), new LockoutState(failures, null, List.of()));
    }

    public int failures(UUID account) {
        return state(Claimant.subjectOf(account)).failures();
    }

    private static final class Rows extends SignInLockouts {
        private final Map<String, LockoutState> states = new HashMap<>();

        private Rows() {
            super(null);
        }

        @Override
        LockoutState lock(String subject, Instant now) {
            return states.computeIfAbsent(subject, unknown -> LockoutState.NONE);
        }

        @Override
        void store(String subject, LockoutState state) {
            states.put(subject, state);
        }

        @Override
        void clear(String subject) {
            states.remove(subject);
        }
    }

    static final class StandingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:30:00Z");

        void moveTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("the service speaks UTC only");
        }
    }
}
