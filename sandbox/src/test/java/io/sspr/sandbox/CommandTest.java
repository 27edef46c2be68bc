package io.sspr.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @Test
    void nothingMeansEverythingAndTheTour() {
        assertThat(Command.of())
                .isEqualTo(new Command(Command.Mode.EVERYTHING, new Ports(8080), true, DirectoryKind.SIMULATED));
    }

    @Test
    void readsModeAndOptionsInAnyOrder() {
        assertThat(Command.of("--base-port", "18080", "infrastructure"))
                .isEqualTo(new Command(Command.Mode.INFRASTRUCTURE, new Ports(18080), true, DirectoryKind.SIMULATED));
        assertThat(Command.of("--no-tour", "--base-port", "18080"))
                .isEqualTo(new Command(Command.Mode.EVERYTHING, new Ports(18080), false, DirectoryKind.SIMULATED));
        assertThat(Command.of("measure-sync"))
                .isEqualTo(new Command(Command.Mode.MEASURE_SYNC, new Ports(8080), true, DirectoryKind.SIMULATED));
        assertThat(Command.of("tour", "--directory", "samba"))
                .isEqualTo(new Command(Command.Mode.TOUR, new Ports(8080), true, DirectoryKind.SAMBA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--base-port",
                "--base-port x",
                "--base-port 80",
                "--base-port 65530",
                "--directory",
                "--directory openldap",
                "everything"
            })
    void explainsWhatItCannotRead(String line) {
        assertThatThrownBy(() -> Command.of(line.split(" ")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageNotContaining("\n");
    }
}
