package io.sspr.reset.throttle;

import io.quarkus.scheduler.Scheduled;
import io.sspr.reset.ResetConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Keeps the counters from growing with every name that somebody types. What is older than a block is long can no longer matter. */
@ApplicationScoped
class ForgetOldAttempts {
    private final AttemptCounters counters;
    private final ResetConfig config;
    private final Clock clock;

    ForgetOldAttempts(AttemptCounters counters, ResetConfig config, Clock clock) {
        this.counters = counters;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant now = clock.instant();
        counters.forget(now.minus(config.throttle().block()), now);
    }
}
