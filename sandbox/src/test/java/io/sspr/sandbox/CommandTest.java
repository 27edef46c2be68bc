package io.sspr.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @Test
    void nothingMeansEverythingAndTheTour() {
        assertThat(Command.of()).isEqualTo(new Command(Command.Mode.EVERYTHING, new Ports(8080), true));
    }

    @Test
    void readsModeAndOptionsInAnyOrder() {
        assertThat(Command.of("--base-port", "18080", "infrastructure"))
                .isEqualTo(new Command(Command.Mode.INFRASTRUCTURE, new Ports(18080), true));
        assertThat(Command.of("--no-tour", "--base-port", "18080"))
                .isEqualTo(new Command(Command.Mode.EVERYTHING, new Ports(18080), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--base-port", "--base-port x", "--base-port 80", "--base-port 65530", "everything"})
    void explainsWhatItCannotRead(String line) {
        assertThatThrownBy(() -> Command.of(line.split(" ")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageNotContaining("\n");
    }
}
