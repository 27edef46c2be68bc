package io.sspr.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void closesTheLastAddedFirst() {
        parts.add(() -> closed.add("first"));
        parts.add(() -> closed.add("second"));

        parts.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheOthersWhenOneFails() {
        parts.add(() -> closed.add("first"));
        parts.add(() -> {
            throw new IllegalStateException("stuck");
        });

        assertThatThrownBy(parts::close).hasMessage("stuck");

        assertThat(closed).containsExactly("first");
    }

    @Test
    void closesAPartThatIsJustStarting() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        parts.add(closing::countDown);
        parts.begin(() -> {
            starting.countDown();
            awaitUninterrupted(closing);
            parts.add(() -> closed.add("late"));
            return "late";
        });
        starting.await();

        parts.close();

        assertThat(closed).containsExactly("late");
    }

    @Test
    void reportsTheReasonOfAFailedStart() {
        CompletableFuture<String> failed = parts.begin(() -> {
            throw new CannotStartException("no room");
        });

        assertThatThrownBy(() -> Parts.await(List.of(failed)))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("no room");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
