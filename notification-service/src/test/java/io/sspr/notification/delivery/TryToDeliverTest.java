package io.sspr.notification.delivery;

import static io.sspr.notification.delivery.Attempt.ACCEPTED;
import static io.sspr.notification.delivery.Attempt.REJECTED;
import static io.sspr.notification.delivery.Attempt.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.notification.TestConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TryToDeliverTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Instant EXPIRES_AT = NOW.plus(Duration.ofMinutes(5));
    private static final UUID ID = UUID.randomUUID();

    private final MovingClock clock = new MovingClock();
    private final List<Long> triedAt = new ArrayList<>();

    @Test
    void isContentWithTheFirstTryThatIsTaken_R_ERR_95() {
        assertThat(deliver(3, Duration.ZERO, ACCEPTED)).isEqualTo(new Delivered(ID, Content.CODE, Channel.SMS, 1));
        assertThat(triedAt).hasSize(1);
    }

    @Test
    void triesAgainWhatCannotBeReached_R_ERR_95() {
        assertThat(deliver(3, Duration.ZERO, UNREACHABLE, UNREACHABLE, ACCEPTED))
                .isEqualTo(new Delivered(ID, Content.CODE, Channel.SMS, 3));
    }

    @Test
    void givesUpAfterTheLastTry_R_ERR_95() {
        assertThat(deliver(3, Duration.ZERO, UNREACHABLE, UNREACHABLE, UNREACHABLE, ACCEPTED))
                .isEqualTo(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 3, Cause.UNREACHABLE));
        assertThat(triedAt).hasSize(3);
    }

    @Test
    void takesNoForAnAnswer_R_ERR_95() {
        assertThat(deliver(3, Duration.ZERO, UNREACHABLE, REJECTED, ACCEPTED))
                .isEqualTo(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 2, Cause.REJECTED));
        assertThat(triedAt).hasSize(2);
    }

    @Test
    void pausesTwiceAsLongEveryTime_R_ERR_95() {
        Duration pause = Duration.ofMillis(10);

        deliver(4, pause, UNREACHABLE, UNREACHABLE, UNREACHABLE, UNREACHABLE);

        assertThat(nanosBetween(0, 1)).isGreaterThanOrEqualTo(pause.toNanos());
        assertThat(nanosBetween(1, 2))
                .isGreaterThanOrEqualTo(pause.multipliedBy(2).toNanos());
        assertThat(nanosBetween(2, 3))
                .isGreaterThanOrEqualTo(pause.multipliedBy(4).toNanos());
    }

    @Test
    void doesNotTryWhatNobodyCanUseAnyMore_R_WB_31f() {
        clock.now = EXPIRES_AT;

        assertThat(deliver(3, Duration.ZERO, ACCEPTED))
                .isEqualTo(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 0, Cause.EXPIRED));
        assertThat(triedAt).isEmpty();
    }

    @Test
    void triesUntilTheLastMoment_R_WB_31f() {
        clock.now = EXPIRES_AT.minusNanos(1);

        assertThat(deliver(3, Duration.ZERO, ACCEPTED)).isInstanceOf(Delivered.class);
    }

    @Test
    void stopsWhenTheMessageExpiresBetweenTwoTries_R_WB_31f() {
        clock.step = Duration.ofMinutes(2);

        assertThat(deliver(9, Duration.ZERO, UNREACHABLE, UNREACHABLE, UNREACHABLE, ACCEPTED))
                .isEqualTo(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 3, Cause.EXPIRED));
        assertThat(triedAt).hasSize(3);
    }

    @Test
    void endsAtOnceWhenTheServiceIsStopped() {
        Thread.currentThread().interrupt();

        DeliveryFact fact = deliver(3, Duration.ofMinutes(1), UNREACHABLE, ACCEPTED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(fact).isEqualTo(new DeliveryFailed(ID, Content.CODE, Channel.SMS, 1, Cause.UNREACHABLE));
    }

    private DeliveryFact deliver(int attempts, Duration pause, Attempt... outcomes) {
        Deque<Attempt> next = new ArrayDeque<>(List.of(outcomes));
        return new TryToDeliver(TestConfig.attempts(attempts, pause), clock)
                .deliver(ID, Content.CODE, Channel.SMS, EXPIRES_AT, () -> {
                    triedAt.add(System.nanoTime());
                    clock.now = clock.now.plus(clock.step);
                    return next.remove();
                });
    }

    private long nanosBetween(int earlier, int later) {
        return triedAt.get(later) - triedAt.get(earlier);
    }

    /** Moves on with every try. */
    private static final class MovingClock extends Clock {
        private Instant now = NOW;
        private Duration step = Duration.ZERO;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
