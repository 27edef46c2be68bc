package io.sspr.reset.registration;

import static io.sspr.reset.registration.TestRegistration.NOW;
import static io.sspr.reset.registration.TestRegistration.PHONE;
import static io.sspr.reset.registration.TestRegistration.info;
import static io.sspr.reset.registration.TestRegistration.policy;
import static io.sspr.reset.registration.TestRegistration.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.IdentityProven;
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.gate.Method;
import io.sspr.reset.registration.RegisterApp.SetUp;
import io.sspr.reset.registration.Verification.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {
    private static final Account USER = TestDirectory.account().build();
    private static final Visit VISIT = new Visit(
            UUID.randomUUID(),
            USER.person("203.0.113.7"),
            TestDirectory.tenant(policy("{}")),
            USER,
            info(),
            registered(info()),
            NOW);

    @ParameterizedTest
    @EnumSource(names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void forgetsWhatItWasAboutOnceItIsOver(Status status) {
        // Given
        Verification verification = verification();
        verification.datum = PHONE;
        verification.codeHash = new byte[1];
        verification.setsUp(new NewApp(Kind.MICROSOFT, "My phone", "device-1"), new byte[1]);

        // When
        verification.end(status);

        // Then
        assertThat(verification.status).isEqualTo(status);
        assertThat(verification)
                .extracting(each -> each.datum, each -> each.appSecret, each -> each.appDevice, each -> each.codeHash)
                .containsOnlyNulls();
    }

    @Test
    void knowsWhenItWasPassed_R_REG_14() {
        Verification verification = verification();

        verification.pass(NOW);

        assertThat(verification.status).isEqualTo(Status.PASSED);
        assertThat(verification.passedAt).isEqualTo(NOW);
    }

    @Test
    void expiresAtItsVeryEnd_R_PHN_10() {
        Verification verification = verification();

        assertThat(verification.isExpiredAt(verification.expiresAt.minusMillis(1)))
                .isFalse();
        assertThat(verification.isExpiredAt(verification.expiresAt)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"SMS, false", "EMAIL, false", "VOICE, true", "PUSH, true"})
    void callsAndNotificationsAreRepliedToOnThePhone_R_PHN_08(Channel channel, boolean onPhone) {
        Verification verification = verification();

        verification.goesBy(channel);

        assertThat(verification.isReplyOnPhone()).isEqualTo(onPhone);
    }

    @Test
    void showsTheSecretOfAnAppOnceAndNeverInALog() {
        SetUp setUp = new SetUp(verification(), Secret.of("otpauth://totp/x?secret=JBSWY3DP"), Secret.of("JBSWY3DP"));

        VerificationView view = VerificationView.of(setUp);

        assertThat(view.setUp().key()).isEqualTo("JBSWY3DP");
        assertThat(view.toString()).doesNotContain("JBSWY3DP");
        assertThat(VerificationView.of(setUp.verification()).setUp()).isNull();
    }

    @Test
    void factsOfOneSignInShareItsIdAsSupportCode_R_REG_16() {
        assertThat(VISIT.message(new IdentityProven(VISIT.user(), "EMAIL")).supportCode())
                .isEqualTo(VISIT.signIn());
        assertThat(VISIT.message(new IdentityProven(VISIT.user(), "EMAIL")).subject())
                .isEqualTo(USER.id().toString());
    }

    @Test
    void attemptsAreCountedTogetherWithThoseOfResets_R_THR_01() {
        assertThat(VISIT.attempts().key()).isEqualTo(USER.id().toString());
    }

    private static Verification verification() {
        return new Verification(VISIT, Purpose.REGISTER, Method.MOBILE_PHONE, NOW.plusSeconds(300));
    }
}
