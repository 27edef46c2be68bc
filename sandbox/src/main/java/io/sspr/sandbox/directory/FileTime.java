package io.sspr.sandbox.directory;

import java.time.Duration;
import java.time.Instant;

/** Time as Active Directory writes it: 100-nanosecond steps, instants counted from 1601-01-01T00:00Z. */
final class FileTime {
    private static final long STEPS_PER_SECOND = 10_000_000L;
    private static final long NANOSECONDS_PER_STEP = 100L;
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

    private FileTime() {}

    static long of(Instant instant) {
        return (instant.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * STEPS_PER_SECOND
                + instant.getNano() / NANOSECONDS_PER_STEP;
    }

    static Instant toInstant(long steps) {
        return Instant.ofEpochSecond(
                Math.floorDiv(steps, STEPS_PER_SECOND) - SECONDS_FROM_1601_TO_1970,
                Math.floorMod(steps, STEPS_PER_SECOND) * NANOSECONDS_PER_STEP);
    }

    /** Lengths of time are stored as negative numbers. */
    static long of(Duration duration) {
        return -(duration.toSeconds() * STEPS_PER_SECOND + duration.toNanosPart() / NANOSECONDS_PER_STEP);
    }

    static Duration toDuration(long steps) {
        return Duration.ofSeconds(-steps / STEPS_PER_SECOND, -steps % STEPS_PER_SECOND * NANOSECONDS_PER_STEP);
    }
}
