package io.sspr.reset.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Person;
import io.sspr.reset.it.Surroundings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The throttle on a real database, with many tries at once. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ThrottleIT {
    private static final int MANY = 200;

    @Inject
    Throttle throttle;

    @Inject
    Clock clock;

    private final Subject subject =
            new Subject(UUID.randomUUID().toString(), null, null, Person.unknown("203.0.113.7"));

    @Test
    void evaluatesFiveOfManyTriesAtOnce_R_THR_14() throws InterruptedException, ExecutionException {
        assertThat(howManyDo(() -> {
                    if (throttle.isBlocked(subject.key())) {
                        return false;
                    }
                    throttle.failed(subject, Limit.PHONE);
                    return true;
                }))
                .isEqualTo(5);
    }

    @Test
    void sendsTenOfManyMailsAtOnce_R_THR_14() throws InterruptedException, ExecutionException {
        assertThat(howManyDo(() -> throttle.mayDispatch(subject, Limit.MAIL_SEND)))
                .isEqualTo(10);
    }

    @Test
    void beginsFiveOfManyResetsAtOnce_R_THR_14() throws InterruptedException, ExecutionException {
        assertThat(howManyDo(() -> throttle.mayBegin(subject, clock.instant()))).isEqualTo(5);
    }

    /** Takes the step many times at once, each in a transaction of its own, and counts those that say yes. */
    private static int howManyDo(Callable<Boolean> step) throws InterruptedException, ExecutionException {
        ExecutorService users = Executors.newFixedThreadPool(MANY);
        List<Future<Boolean>> steps = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            steps.add(users.submit(() -> QuarkusTransaction.requiringNew().call(step)));
        }
        int done = 0;
        for (Future<Boolean> taken : steps) {
            done += taken.get() ? 1 : 0;
        }
        users.shutdown();
        return done;
    }
}
