package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.TestDirectory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which set of tokens an account accepts: it is named in the token, and another after every revocation. */
class TokenRevocationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:15.250Z");

    private final Account account = TestDirectory.account().build();

    @Test
    void aNewPasswordRevokesTokens_R_FLW_12() {
        Instant before = account.tokensValidFrom();

        account.passwordWasSet(NOW);

        assertThat(account.tokensValidFrom()).isNotEqualTo(before);
    }

    @Test
    void twoRevocationsInOneMillisecondAreTwo() {
        account.revokeTokens(NOW);
        Instant first = account.tokensValidFrom();

        account.revokeTokens(NOW.plusNanos(1000));

        assertThat(account.tokensValidFrom()).isAfter(first);
    }

    @Test
    void aClockThatGoesBackBringsNoTokenBack() {
        account.revokeTokens(NOW);
        account.revokeTokens(NOW.minusSeconds(60));

        assertThat(account.tokensValidFrom()).isAfter(NOW);
    }

    @Test
    void isKeptAsPreciselyAsATokenSaysIt() {
        account.revokeTokens(NOW.plusNanos(999));

        assertThat(account.tokensValidFrom()).isEqualTo(Instant.ofEpochMilli(NOW.toEpochMilli()));
    }
}
