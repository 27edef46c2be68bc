package io.sspr.reset.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLimiterTest {
    private static final String ADDRESS = "192.0.2.1";

    private final FixedClock clock = new FixedClock();
    private final AddressLimiter limiter = new AddressLimiter("SSPR_X", 20, 100, clock);

    @Test
    void admitsTwentyInAMinuteAndNoMore_R_THR_13() {
        assertThat(admitted(ADDRESS, 20)).isEqualTo(20);

        assertThat(limiter.admit(ADDRESS)).contains(Duration.ofMinutes(1));
    }

    @Test
    void theWindowSlides_R_THR_13() {
        admitted(ADDRESS, 10);
        clock.moveOn(Duration.ofSeconds(40));
        admitted(ADDRESS, 10);
        assertThat(limiter.admit(ADDRESS)).contains(Duration.ofSeconds(20));

        clock.moveOn(Duration.ofSeconds(20));

        assertThat(admitted(ADDRESS, 20)).isEqualTo(10);
        assertThat(limiter.admit(ADDRESS)).contains(Duration.ofSeconds(40));
    }

    @Test
    void theWaitIsRoundedUp_R_THR_13() {
        admitted(ADDRESS, 20);
        clock.moveOn(Duration.ofMillis(59_001));

        assertThat(limiter.admit(ADDRESS)).contains(Duration.ofSeconds(1));
    }

    @Test
    void whoWaitsAsToldIsAdmittedHoweverOftenItTriedMeanwhile_R_THR_13() {
        admitted(ADDRESS, 20);
        clock.moveOn(Duration.ofSeconds(30));
        assertThat(admitted(ADDRESS, 100)).isZero();

        clock.moveOn(limiter.admit(ADDRESS).orElseThrow());

        assertThat(limiter.admit(ADDRESS)).isEmpty();
    }

    @Test
    void addressesDoNotDisturbEachOther_R_THR_13() {
        admitted(ADDRESS, 20);

        assertThat(limiter.admit("192.0.2.2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1,      false",
        "fe80::1%eth0,    fe80::2,              true",
        "::ffff:192.0.2.1, 192.0.2.1,           true",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2,    false"
    })
    void anIpv6NetworkCountsAsOneAddress_R_THR_13(String one, String other, boolean same) {
        admitted(one, 20);

        assertThat(limiter.admit(other).isPresent()).isEqualTo(same);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "host.example", "_hidden", "1.2.3", "999.1.1.1"})
    void whatIsNoAddressSharesOneAllowance_R_THR_13(String address) {
        admitted("unknown", 20);

        assertThat(limiter.admit(address)).isPresent();
    }

    @Test
    void remembersSoManyAddressesAndDropsTheLongestSilent_R_THR_13() {
        IntStream.rangeClosed(1, 100).forEach(i -> limiter.admit("192.0.2." + i));
        admitted(ADDRESS, 19);

        IntStream.rangeClosed(1, 99).forEach(i -> limiter.admit("198.51.100." + i));

        assertThat(limiter.remembered()).isEqualTo(100);
        assertThat(limiter.admit(ADDRESS)).isPresent();
    }

    @Test
    void admitsExactlyTwentyOfManyAtOnce_R_THR_13() {
        long admitted = IntStream.range(0, 200)
                .parallel()
                .filter(i -> limiter.admit(ADDRESS).isEmpty())
                .count();

        assertThat(admitted).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void cannotBeSwitchedOff_R_THR_13(int perMinute) {
        assertThatThrownBy(() -> new AddressLimiter("SSPR_X", perMinute, 100, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SSPR_X");
    }

    private long admitted(String address, int times) {
        return IntStream.range(0, times)
                .filter(i -> limiter.admit(address).isEmpty())
                .count();
    }
}
