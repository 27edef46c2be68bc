package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestPasswordFlags;
import io.sspr.reset.policy.TenantPolicy.PasswordAge;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordExpiryTest {
    private static final Instant SET_AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final PasswordAge NINETY_DAYS = new PasswordAge(90, 14);

    private final Account account = set(TestDirectory.account().build());

    @Test
    void expiresAfterNinetyDays_R_CLD_07() {
        PasswordExpiry expiry = PasswordExpiry.of(account, NINETY_DAYS);

        assertThat(expiry.isDueAt(day(90).minusMillis(1))).isFalse();
        assertThat(expiry.isDueAt(day(90))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"76, 14", "77, 13", "89, 1"})
    void tellsInTheLastFourteenDays_R_CLD_07(int age, int daysLeft) {
        assertThat(PasswordExpiry.of(account, NINETY_DAYS).noticeAt(day(age))).contains(daysLeft);
    }

    @Test
    void saysNothingBeforeThat_R_CLD_07() {
        assertThat(PasswordExpiry.of(account, NINETY_DAYS).noticeAt(day(76).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void countsADayThatHasBegunWhole_R_CLD_07() {
        assertThat(PasswordExpiry.of(account, NINETY_DAYS).noticeAt(day(90).minusSeconds(1)))
                .contains(1);
    }

    @Test
    void neverExpiresWithTheFlag_R_CLD_07() {
        PasswordExpiry expiry = PasswordExpiry.of(TestPasswordFlags.neverExpires(account, true), NINETY_DAYS);

        assertThat(expiry.isDueAt(day(1000))).isFalse();
        assertThat(expiry.noticeAt(day(1000))).isEmpty();
    }

    @Test
    void ageGoesOnWhileTheFlagIsOn_R_CLD_07() {
        TestPasswordFlags.neverExpires(account, true);
        TestPasswordFlags.neverExpires(account, false);

        assertThat(PasswordExpiry.of(account, NINETY_DAYS).isDueAt(day(91))).isTrue();
    }

    @Test
    void neverExpiresInATenantWithoutExpiry_R_CFG_24() {
        assertThat(PasswordExpiry.of(account, new PasswordAge(0, 14)).isDueAt(day(10_000)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOUD_ONLY")
    void onPremisesPasswordsExpireOnPremises_R_CLD_07(AccountKind kind) {
        Account managed = set(TestDirectory.account().kind(kind).build());

        assertThat(PasswordExpiry.of(managed, NINETY_DAYS).isDueAt(day(1000))).isFalse();
    }

    @Test
    void aPasswordForOneSignInIsDueAtOnce_R_CHG_01_R_WB_45() {
        TestPasswordFlags.neverExpires(account, true).requirePasswordChange();

        assertThat(PasswordExpiry.of(account, NINETY_DAYS).isDueAt(SET_AT)).isTrue();
    }

    @Test
    void aNewPasswordIsNotDue_R_CHG_01() {
        account.requirePasswordChange();
        account.passwordWasSet(day(95));

        assertThat(PasswordExpiry.of(account, NINETY_DAYS).isDueAt(day(95))).isFalse();
    }

    @Test
    void aPasswordOfUnknownAgeDoesNotExpire() {
        assertThat(PasswordExpiry.of(TestDirectory.account().build(), NINETY_DAYS)
                        .isDueAt(day(1000)))
                .isFalse();
    }

    private static Account set(Account account) {
        account.passwordWasSet(SET_AT);
        return account;
    }

    private static Instant day(int age) {
        return SET_AT.plus(Duration.ofDays(age));
    }
}
