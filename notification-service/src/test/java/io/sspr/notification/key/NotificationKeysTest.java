package io.sspr.notification.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.notification.TestConfig;
import io.sspr.notification.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationKeysTest {
    @TempDir
    private Path folder;

    private TestKeys made;

    @BeforeEach
    void make() {
        made = TestKeys.in(folder);
    }

    @Test
    void areReadFromTheirFiles() {
        NotificationKeys keys = read();

        assertThat(keys.sealing().getPrivateKey()).isEqualTo(made.sealing().getPrivateKey());
        assertThat(keys.signing().getPrivateKey()).isEqualTo(made.signing().getPrivateKey());
        assertThat(keys.resetService().getPublicKey())
                .isEqualTo(made.resetService().getPublicKey());
    }

    @ParameterizedTest
    @CsvSource({
        "notification.jwk, SSPR_NOTIFICATION_KEY",
        "notification-signing.jwk, SSPR_NOTIFICATION_SIGNING_KEY",
        "reset.pub.jwk, SSPR_RESET_PUBLIC_KEY"
    })
    void keyThatIsMissingOrNoneIsNamedAndNotQuoted(String file, String variable) throws IOException {
        Files.writeString(folder.resolve(file), "{\"kty\":\"canary\"}");
        assertThatThrownBy(this::read).hasMessageContaining(variable).hasMessageNotContaining("canary");

        Files.delete(folder.resolve(file));
        assertThatThrownBy(this::read).hasMessageContaining(variable).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "notification.jwk, notification-signing.jwk, it is no RSA key",
        "notification-signing.jwk, notification.jwk, it is no EC key on P-256",
        "notification-signing.jwk, reset.pub.jwk, it has no private part",
        "reset.pub.jwk, notification.jwk, it is no EC key on P-256"
    })
    void keyOfTheWrongKindIsRefused(String file, String wrong, String why) throws IOException {
        Files.copy(folder.resolve(wrong), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageEndingWith(why);
    }

    private NotificationKeys read() {
        return new NotificationKeys(TestConfig.keys(folder));
    }
}
