package io.sspr.reset.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes the answers that nobody will ask for again. */
@ApplicationScoped
class ForgetAnswers {
    private final StoredAnswers answers;

    ForgetAnswers(StoredAnswers answers) {
        this.answers = answers;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        answers.forgetOld();
    }
}
