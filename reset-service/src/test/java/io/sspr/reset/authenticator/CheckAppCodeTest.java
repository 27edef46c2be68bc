package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckAppCodeTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final AppSecret FIRST = AppSecret.random();
    private static final AppSecret SECOND = AppSecret.random();

    private final TestAuthenticators authenticators = new TestAuthenticators();
    private final SecretCipher cipher = new SecretCipher(SecretCipherTest.key((byte) 1));

    @BeforeEach
    void addTwoApps() {
        AddAuthenticator addAuthenticator = new AddAuthenticator(authenticators, cipher, at(NOW));
        addAuthenticator.add(ACCOUNT, Kind.MICROSOFT, "Phone", "device-1", FIRST);
        addAuthenticator.add(ACCOUNT, Kind.OTHER, "Tablet", null, SECOND);
    }

    @Test
    void acceptsTheCodeOfEveryApp_R_APP_02() {
        assertThat(check(ACCOUNT, code(FIRST, NOW), NOW)).isTrue();
        assertThat(check(ACCOUNT, code(SECOND, NOW), NOW)).isTrue();
    }

    @Test
    void acceptsACodeOnce_R_APP_02() {
        // Given
        check(ACCOUNT, code(FIRST, NOW), NOW);

        // When
        boolean again = check(ACCOUNT, code(FIRST, NOW), NOW);
        boolean next = check(ACCOUNT, code(FIRST, NOW.plusSeconds(30)), NOW);

        // Then
        assertThat(again).isFalse();
        assertThat(next).isTrue();
    }

    @Test
    void aWrongCodeUsesUpNothing_R_APP_02() {
        // Given
        String wrong = "%06d".formatted((Integer.parseInt(code(FIRST, NOW)) + 1) % 1_000_000);

        // When
        check(ACCOUNT, wrong, NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(check(ACCOUNT, code(FIRST, NOW), NOW)).isTrue();
    }

    @Test
    void refusesTheCodeOfAnotherAccountsApp_R_APP_02() {
        assertThat(check(UUID.randomUUID(), code(FIRST, NOW), NOW)).isFalse();
    }

    @Test
    void refusesACodeOfAnotherTime_R_APP_02() {
        assertThat(check(ACCOUNT, code(FIRST, NOW), NOW.plusSeconds(60))).isFalse();
        assertThat(check(ACCOUNT, code(FIRST, NOW), NOW.minusSeconds(60))).isFalse();
    }

    private boolean check(UUID account, String code, Instant now) {
        return new CheckAppCode(authenticators, cipher, at(now)).check(account, Secret.of(code));
    }

    private static String code(AppSecret secret, Instant at) {
        return Totp.code(secret.bytes(), at.getEpochSecond() / 30);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
