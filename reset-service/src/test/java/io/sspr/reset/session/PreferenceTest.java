package io.sspr.reset.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.TestHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0 | 0",
                "wait=30 | 30",
                "wait = 30 | 30",
                "wait=\"30\" | 30",
                "respond-async, wait=10 | 10",
                "wait=10, respond-async | 10",
                "wait=10;x=1 | 10",
                "wait=10, wait=20 | 10"
            })
    void waitsAsLongAsTheCallerPrefers(String prefer, long seconds) {
        assertThat(Preference.parse(prefer)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=60", "wait=61", "wait=9999"})
    void waitsAMinuteAtMost(String prefer) {
        assertThat(Preference.parse(prefer)).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wait", "wait=", "wait=abc", "wait=-1", "wait=1.5", "wait=30s", "await=30", "respond-async"})
    void doesNotWaitWithoutAWholeNumberOfSeconds(String prefer) {
        assertThat(Preference.parse(prefer)).isEmpty();
    }

    @Test
    void theVersionSeenIsThatOfTheTag() {
        assertThat(Preference.seen(TestHeaders.of("If-Match", "\"7\""))).contains(7);
        assertThat(Preference.seen(TestHeaders.none())).isEmpty();
        assertThat(Preference.seen(TestHeaders.of("If-Match", "*"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"7\", \"8\"", "7", "\"abc\"", "\"-7\"", "\"07x\"", "", "**"})
    void anyOtherTagIsOfAVersionThatNeverWas(String tag) {
        assertThat(Preference.seen(TestHeaders.of("If-Match", tag)).orElseThrow())
                .isNegative();
    }

    @Test
    void isReadFromTheHeaderPrefer() {
        assertThat(Preference.wait(TestHeaders.of("Prefer", "wait=5"))).contains(Duration.ofSeconds(5));
        assertThat(Preference.wait(TestHeaders.none())).isEmpty();
    }
}
