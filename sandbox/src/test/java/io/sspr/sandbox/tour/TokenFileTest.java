package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    private Path folder;

    @Test
    void holdsTheTokenForItsOwnerOnlyAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("onboarding-token");

        new TokenFile(file).write("former");
        new TokenFile(file).write("token");

        assertThat(file).hasContent("token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void saysWhichFileIsOutOfReach() {
        Path elsewhere = folder.resolve("of-another-machine").resolve("onboarding-token");

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> new TokenFile(elsewhere).write("token"))
                .withMessageContainingAll(elsewhere.toString(), "SSPR_ONBOARDING_TOKEN_FILE")
                .withMessageNotContaining("\n");
    }
}
