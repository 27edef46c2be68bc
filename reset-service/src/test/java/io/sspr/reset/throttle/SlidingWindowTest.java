package io.sspr.reset.throttle;

import static io.sspr.reset.throttle.Trial.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.throttle.SlidingWindow.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Decision GO_ON = new Decision(true, Optional.empty());

    @Test
    void attemptAsOldAsTheWindowCountsNoMore_R_THR_08() {
        SlidingWindow window = window(0);

        assertThat(window.countAt(minute(60))).isZero();
        assertThat(window.countAt(minute(60).minusNanos(1))).isOne();
    }

    @Test
    void fifthFailureIsTheLast_R_THR_08() {
        assertThat(window(0, 10, 20).failure(minute(30))).isEqualTo(GO_ON);
        assertThat(window(0, 10, 20, 30).failure(minute(40))).isEqualTo(blocked(true, minute(40)));
    }

    @Test
    void fifthDispatchTakesPlaceAndTheSixthDoesNot_R_THR_08() {
        assertThat(window(0, 10, 20, 30).dispatch(minute(40))).isEqualTo(GO_ON);
        assertThat(window(0, 10, 20, 30, 40).dispatch(minute(50))).isEqualTo(blocked(false, minute(50)));
    }

    @Test
    void failureAfterTheFifthDispatchBlocks_R_THR_08() {
        assertThat(window(0, 10, 20, 30, 40).failure(minute(50))).isEqualTo(blocked(true, minute(50)));
    }

    @Test
    void sixthResetDoesNotBeginAndTheWaitRunsFromTheFifth_R_THR_11() {
        assertThat(window(0, 10, 20, 30).beginning(minute(40))).isEqualTo(GO_ON);
        assertThat(window(10, 40, 0, 30, 20).beginning(minute(50))).isEqualTo(blocked(false, minute(40)));
    }

    @Test
    void isFullByTheFifthResetHoweverLongThatTakes_R_THR_11() {
        SlidingWindow window = window(0, 10, 20, 30, 40);

        assertThat(window.isFullBy(minute(30))).isFalse();
        assertThat(window.isFullBy(minute(40))).isTrue();
    }

    @Test
    void isNotFullIfTheFirstOfFiveResetsIsTooOld_R_THR_11() {
        assertThat(window(0, 20, 40, 55, 60).isFullBy(minute(60))).isFalse();
    }

    private static SlidingWindow window(double... minutes) {
        List<Instant> attempts =
                DoubleStream.of(minutes).mapToObj(Trial::minute).toList();
        return new SlidingWindow(5, Duration.ofMinutes(60), attempts);
    }

    private static Decision blocked(boolean counts, Instant from) {
        return new Decision(counts, Optional.of(from));
    }
}
