package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.SubmitPassword.NewPassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {
    private static final Secret PASSWORD = Secret.of("Xk7#vQ9!mZ");

    @Test
    void isTheSameBothTimes_R_FLW_09() {
        assertThat(new NewPassword(PASSWORD, Secret.of("Xk7#vQ9!mZ")).isTypedTwice())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xk7#vq9!mz", "Xk7#vQ9!mZ ", "Xk7#vQ9!m"})
    void isNotWhatWasTypedOtherwise_R_FLW_09(String repetition) {
        assertThat(new NewPassword(PASSWORD, Secret.of(repetition)).isTypedTwice())
                .isFalse();
    }

    @Test
    void isTypedOnceToClientsThatCompareThemselves_R_FLW_09() {
        assertThat(new NewPassword(PASSWORD, null).isTypedTwice()).isTrue();
    }

    @Test
    void isReadableNowhere_R_FLW_41() {
        assertThat(new NewPassword(PASSWORD, PASSWORD).toString()).doesNotContain("Xk7");
    }
}
