package io.sspr.reset.contact;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps no longer than they count who asked for help. */
@ApplicationScoped
class ForgetHelpRequests {
    private final HelpRequests requests;
    private final Clock clock;

    ForgetHelpRequests(HelpRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        requests.forget(clock.instant());
    }
}
