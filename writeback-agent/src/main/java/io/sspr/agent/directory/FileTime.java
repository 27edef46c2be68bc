package io.sspr.agent.directory;

import java.time.Duration;
import java.time.Instant;

/** The directory's way to write times and spans: counts of 100 nanoseconds, times since 1601 UTC, spans negated. */
final class FileTime {
    private static final long UNITS_PER_SECOND = 10_000_000;
    private static final int NANOS_PER_UNIT = 100;
    private static final Instant ZERO = Instant.parse("1601-01-01T00:00:00Z");

    private FileTime() {}

    static Instant instant(long units) {
        return ZERO.plus(span(units));
    }

    /** The span that the directory writes as a negative count; zero and "never" limit nothing. */
    static Duration negatedSpan(long units) {
        return units >= 0 || units == Long.MIN_VALUE ? Duration.ZERO : span(-units);
    }

    private static Duration span(long units) {
        return Duration.ofSeconds(units / UNITS_PER_SECOND, units % UNITS_PER_SECOND * NANOS_PER_UNIT);
    }
}
