package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sspr.reset.authenticator.Authenticator.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddAuthenticatorTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final TestAuthenticators authenticators = new TestAuthenticators();
    private final SecretCipher cipher = new SecretCipher(SecretCipherTest.key((byte) 1));
    private final AddAuthenticator addAuthenticator =
            new AddAuthenticator(authenticators, cipher, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void storesTheSecretEncryptedForItsRow_R_APP_02() {
        // Given
        AppSecret secret = AppSecret.random();

        // When
        Authenticator added = addAuthenticator
                .add(ACCOUNT, Kind.MICROSOFT, "My phone", "device-1", secret)
                .orElseThrow();

        // Then
        assertThat(new String(added.secret, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), StandardCharsets.ISO_8859_1));
        assertThat(cipher.decrypt(added.secret, ACCOUNT, added.id()).bytes()).isEqualTo(secret.bytes());
        assertThat(authenticators.ofAccount(ACCOUNT)).containsExactly(added);
        assertThat(added.kind()).isEqualTo(Kind.MICROSOFT);
        assertThat(added.name()).isEqualTo("My phone");
        assertThat(added.device()).hasValue("device-1");
        assertThat(added.createdAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource
    void addsFiveOfAKindAndNoMore_R_APP_01_R_REG_08(Kind kind) {
        // Given
        IntStream.range(0, 5).forEach(i -> assertThat(add(ACCOUNT, kind)).isTrue());

        // When
        boolean sixth = add(ACCOUNT, kind);

        // Then
        assertThat(sixth).isFalse();
        assertThat(authenticators.ofAccount(ACCOUNT)).hasSize(5);
    }

    @Test
    void countsEachKindAndEachAccountByItself_R_APP_01() {
        // Given
        IntStream.range(0, 5).forEach(i -> add(ACCOUNT, Kind.MICROSOFT));

        // When
        boolean otherKind = add(ACCOUNT, Kind.OTHER);
        boolean otherAccount = add(UUID.randomUUID(), Kind.MICROSOFT);

        // Then
        assertThat(otherKind).isTrue();
        assertThat(otherAccount).isTrue();
    }

    @Test
    void onlyMicrosoftAppsHaveADevice_R_APP_03() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> addAuthenticator.add(ACCOUNT, Kind.OTHER, "My phone", "device-1", AppSecret.random()));
    }

    private boolean add(UUID account, Kind kind) {
        return addAuthenticator
                .add(account, kind, "My phone", null, AppSecret.random())
                .isPresent();
    }
}
