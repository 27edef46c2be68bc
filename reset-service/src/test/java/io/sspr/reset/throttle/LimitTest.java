package io.sspr.reset.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.reset.ResetConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
    @ParameterizedTest
    @CsvSource({
        "PHONE,      5, PT60M", // R-THR-01
        "QUESTIONS,  5, PT60M", // R-THR-02
        "RESET,      5, PT60M", // R-THR-03
        "MAIL_SEND, 10, PT10M", // R-THR-04
        "APP,        5, PT60M", // R-THR-05
        "MAIL_CODE,  5, PT60M"
    })
    void isWhatTheRuleSays_R_THR_01_R_THR_05(Limit limit, int attempts, Duration window) {
        ResetConfig.Throttle settings = Trial.settings(Map.of());

        assertThat(limit.attempts(settings)).isEqualTo(attempts);
        assertThat(limit.window(settings)).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,     SSPR_THROTTLE_PHONE_LIMIT,     SSPR_THROTTLE_PHONE_WINDOW",
        "QUESTIONS, SSPR_THROTTLE_QUESTIONS_LIMIT, SSPR_THROTTLE_QUESTIONS_WINDOW",
        "RESET,     SSPR_THROTTLE_RESET_LIMIT,     SSPR_THROTTLE_RESET_WINDOW",
        "MAIL_SEND, SSPR_THROTTLE_MAIL_SEND_LIMIT, SSPR_THROTTLE_MAIL_SEND_WINDOW",
        "APP,       SSPR_THROTTLE_APP_LIMIT,       SSPR_THROTTLE_APP_WINDOW",
        "MAIL_CODE, SSPR_THROTTLE_MAIL_CODE_LIMIT, SSPR_THROTTLE_MAIL_CODE_WINDOW"
    })
    void isReplacedByTheOperatorsOwn_R_THR_07(Limit limit, String attempts, String window) {
        ResetConfig.Throttle settings = Trial.settings(Map.of(attempts, "3", window, "PT24H"));

        assertThat(limit.attempts(settings)).isEqualTo(3);
        assertThat(limit.window(settings)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aBlockLastsADayAndIsNotExtended_R_THR_09() {
        ResetConfig.Throttle settings = Trial.settings(Map.of());

        assertThat(settings.block()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.extendOnBlocked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SSPR_THROTTLE_PHONE_LIMIT,  0",
        "SSPR_THROTTLE_PHONE_WINDOW, PT0S",
        "SSPR_THROTTLE_PHONE_WINDOW, PT25H",
        "SSPR_THROTTLE_BLOCK,        PT59M"
    })
    void senselessSettingsStopTheService_R_THR_07(String variable, String value) {
        Map<String, String> environment = Map.of(variable, value);

        assertThatThrownBy(() -> new Trial(Trial.ACCOUNT, environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PHONE");
    }
}
