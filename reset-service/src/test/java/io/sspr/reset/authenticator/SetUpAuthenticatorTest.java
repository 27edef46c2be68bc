package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.authenticator.SetUpAuthenticator.Prepared;
import io.sspr.reset.authenticator.SetUpAuthenticator.Result;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetUpAuthenticatorTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID SET_UP = UUID.randomUUID();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final NewApp APP = new NewApp(Kind.MICROSOFT, "My phone", "device-1");

    private final TestAuthenticators authenticators = new TestAuthenticators();
    private final SecretCipher cipher = new SecretCipher(SecretCipherTest.key((byte) 1));
    private final SetUpAuthenticator setUp =
            new SetUpAuthenticator(new AddAuthenticator(authenticators, cipher, CLOCK), authenticators, cipher, CLOCK);

    private final Prepared prepared = setUp.prepare(ACCOUNT, SET_UP);

    @Test
    void addsTheAppOnceItMakesTheRightCode_R_REG_15() {
        Result result = setUp.finish(ACCOUNT, SET_UP, prepared.encrypted(), APP, code());

        assertThat(result).isEqualTo(Result.ADDED);
        assertThat(authenticators.ofAccount(ACCOUNT)).singleElement().satisfies(app -> {
            assertThat(app.name()).isEqualTo("My phone");
            assertThat(app.device()).hasValue("device-1");
            assertThat(cipher.decrypt(app.secret, ACCOUNT, app.id()).bytes())
                    .isEqualTo(prepared.secret().bytes());
        });
    }

    @Test
    void storesNothingForAWrongCode_R_REG_15() {
        Secret wrong = Secret.of(code().reveal().equals("000000") ? "111111" : "000000");

        assertThat(setUp.finish(ACCOUNT, SET_UP, prepared.encrypted(), APP, wrong))
                .isEqualTo(Result.CODE_WRONG);
        assertThat(authenticators.ofAccount(ACCOUNT)).isEmpty();
    }

    @Test
    void theCodeThatWasTypedOpensNothingAfterwards_R_APP_02() {
        setUp.finish(ACCOUNT, SET_UP, prepared.encrypted(), APP, code());

        assertThat(new CheckAppCode(authenticators, cipher, CLOCK).check(ACCOUNT, code()))
                .isFalse();
    }

    @Test
    void addsFiveOfAKindAndNoMore_R_APP_01() {
        // Given
        for (int i = 0; i < 5; i++) {
            assertThat(setUp.hasRoom(ACCOUNT, Kind.MICROSOFT)).isTrue();
            assertThat(setUp.finish(ACCOUNT, SET_UP, prepared.encrypted(), APP, code()))
                    .isEqualTo(Result.ADDED);
        }

        // When
        Result sixth = setUp.finish(ACCOUNT, SET_UP, prepared.encrypted(), APP, code());

        // Then
        assertThat(sixth).isEqualTo(Result.TOO_MANY);
        assertThat(setUp.hasRoom(ACCOUNT, Kind.MICROSOFT)).isFalse();
        assertThat(setUp.hasRoom(ACCOUNT, Kind.OTHER)).isTrue();
    }

    @Test
    void whatIsStoredMeanwhileIsUnreadableAndGoodForThisSetUpOnly() {
        assertThat(new String(prepared.encrypted(), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(prepared.secret().bytes(), StandardCharsets.ISO_8859_1));
        assertThatIllegalStateException()
                .isThrownBy(() -> setUp.finish(ACCOUNT, UUID.randomUUID(), prepared.encrypted(), APP, code()));
    }

    private Secret code() {
        return Secret.of(Totp.code(prepared.secret().bytes(), CLOCK.instant().getEpochSecond() / 30));
    }
}
