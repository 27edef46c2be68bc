package io.sspr.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds the directory up once, at one step of one account. */
final class DirectoryHold implements Hold {
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private final DirectoryStep step;
    private final String user;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    DirectoryHold(DirectoryStep step, String user) {
        this.step = step;
        this.user = user;
    }

    /** Whether this is what is to be held up; true once only. */
    boolean takes(DirectoryStep now, String about) {
        return now == step && about.contains(user) && taken.compareAndSet(false, true);
    }

    /** Called by the directory. */
    void stay() {
        reached.countDown();
        await(released);
    }

    @Override
    public void awaitReached() {
        assertThat(await(reached)).as("the directory reaches %s", step).isTrue();
    }

    @Override
    public void release() {
        released.countDown();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
