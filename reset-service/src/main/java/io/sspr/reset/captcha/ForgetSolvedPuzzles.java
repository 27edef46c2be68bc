package io.sspr.reset.captcha;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Removes solved puzzles once they have expired, an hour late: the clock of another replica may be slow. */
@ApplicationScoped
class ForgetSolvedPuzzles {
    private static final Duration SLOW_CLOCKS = Duration.ofHours(1);

    private final SolvedPuzzles solved;
    private final Clock clock;

    ForgetSolvedPuzzles(SolvedPuzzles solved, Clock clock) {
        this.solved = solved;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetExpired() {
        solved.forget(clock.instant().minus(SLOW_CLOCKS));
    }
}
