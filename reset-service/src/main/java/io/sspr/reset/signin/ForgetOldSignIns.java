package io.sspr.reset.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the failed sign-ins from growing with every name that somebody types: who has not tried for a day begins anew. */
@ApplicationScoped
class ForgetOldSignIns {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final SignInLockouts lockouts;
    private final Clock clock;

    ForgetOldSignIns(SignInLockouts lockouts, Clock clock) {
        this.lockouts = lockouts;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant now = clock.instant();
        lockouts.forget(now.minus(REMEMBERED), now);
    }
}
