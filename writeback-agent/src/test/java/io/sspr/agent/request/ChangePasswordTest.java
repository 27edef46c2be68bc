package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest extends DirectoryFixture {
    private ChangePassword changePassword;

    @BeforeEach
    void prepare() {
        changePassword = new ChangePassword(bringIntoForce(), directory);
    }

    @Test
    void replacesTheCurrentPassword_R_CHG_01() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // When
        Optional<Refusal> refusal = change(OLD, first());

        // Then
        assertThat(refusal).isEmpty();
        assertInForce(NEW);
        assertThat(starts).containsExactly(SET_LONG_AGO);
        ReadOnlyModifyRequest write = server.behaviour().writes().get(0);
        assertThat(server.behaviour().writes()).hasSize(1);
        assertThat(write.getModifications())
                .extracting(Modification::getModificationType)
                .containsExactly(ModificationType.DELETE, ModificationType.ADD);
        assertThat(write.getModifications())
                .extracting(Modification::getAttributeName)
                .containsOnly("unicodePwd");
    }

    @Test
    void refusesWrongCurrentPassword_R_EVT_33007() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // When
        Refusal refusal = change(Secret.of("not-my-passw0rd"), first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
        assertThat(refusal.evidence()).containsEntry("adCode", "00000056").doesNotContainValue("not-my-passw0rd");
        assertInForce(OLD);
    }

    @Test
    void refusesLockedOutAccountAndKeepsItLocked_R_EVT_33006() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("lockoutTime", "132223104000000000"));

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.ACCOUNT_LOCKED_OUT);
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("132223104000000000");
        assertInForce(OLD);
    }

    @Test
    void lockoutThatTheDirectoryTellsBeforehandIsNotTriedAt_R_EVT_33006() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("msDS-User-Account-Control-Computed", "16"));

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.ACCOUNT_LOCKED_OUT);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void expiredPasswordIsNoLockout_R_EVT_33006() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("msDS-User-Account-Control-Computed", "8388608"));

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void protectedAccountMayBeChanged_R_ADM_10() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("adminCount", "1"));

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void refusesDisabledAccount_R_EVT_33005() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("userAccountControl", "514"));

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.ACCOUNT_DISABLED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void refusesWithinMinimumAge_R_ADP_06() throws Exception {
        // Given
        server.set(
                TestConfig.BASE_DN,
                "minPwdAge",
                Long.toString(-Duration.ofDays(3650).toSeconds() * 10_000_000));
        server.addUser("ehagens", ANCHOR);

        // When
        Refusal refusal = change(OLD, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
        assertThat(refusal.evidence()).containsEntry("rule", "MINIMUM_AGE");
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void passwordThatMustBeChangedIsNeverTooYoung_R_ADP_06() throws Exception {
        // Given
        server.set(TestConfig.BASE_DN, "minPwdAge", "-864000000000");
        server.addUser("ehagens", ANCHOR, new Attribute("pwdLastSet", "0"));

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void refusesPresentAndFormerPasswords_R_ADP_05() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        Secret second = Secret.of("Second-Passw0rd");
        assertThat(change(OLD, second)).isEmpty();

        // Then
        assertThat(change(second, second).map(Refusal::verdict)).contains(WritebackVerdict.PASSWORD_POLICY);
        assertThat(change(second, OLD).map(Refusal::verdict)).contains(WritebackVerdict.PASSWORD_POLICY);
        assertInForce(second);
    }

    @Test
    void passwordFilterOfTheDirectoryMayRefuse_R_ADP_07() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().filterPasswords(password -> !password.startsWith("Tr0ub"));

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.PASSWORD_POLICY);
        assertInForce(OLD);
    }

    @Test
    void userWhoMayNotChangeThePasswordIsRefusedByTheDirectory_R_ADP_09() throws Exception {
        // Given: as a directory answers whose object denies everybody the right to change
        server.addUser("ehagens", ANCHOR);
        server.behaviour().refuseNextWrite(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00000005: SecErr: DSID-031A1256");

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.NO_RIGHTS);
        assertInForce(OLD);
    }

    @Test
    void lostAnswerIsSettledBySigningInAndNotByWritingAgain_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextAnswer();

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void lostWriteIsRepeatedOnceItIsProvenLost_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextWrite();

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(2);
        assertThat(starts).hasSize(1);
    }

    @Test
    void writeThatArrivesLateIsASuccessAlthoughTheCurrentPasswordIsNoneAnyMore_R_WB_31g() throws Exception {
        // Given: the first write is done only after the sign-in that proved it missing
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextWrite();
        server.behaviour().nextWrite(apply -> {
            apply.run();
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "00000056: AtrErr: DSID-03191083");
        });

        // Then
        assertThat(change(OLD, first())).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void resumedRequestThatWasWrittenIsASuccessEvenAfterExpiry_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("userPassword", NEW.reveal()));
        server.set(TestDirectory.dn("ehagens"), "pwdLastSet", "133000000000000000");
        WritebackRequest request = request(Operation.CHANGE);
        clock.advance(VALIDITY);

        // Then
        assertThat(changePassword.change(request, OLD, NEW, Attempt.resumed(SET_LONG_AGO)))
                .isEmpty();
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestThatWasNotWrittenIsWrittenOnce_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(change(OLD, Attempt.resumed(SET_LONG_AGO))).isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void resumedRequestThatWasNotWrittenExpires_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        WritebackRequest request = request(Operation.CHANGE);
        clock.advance(VALIDITY);

        // Then
        assertThat(changePassword
                        .change(request, OLD, NEW, Attempt.resumed(SET_LONG_AGO))
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestNeverOverwritesANewerPassword_R_WB_31g() throws Exception {
        // Given: it was written, and somebody has set another password since
        server.addUser("ehagens", ANCHOR);
        server.set(TestDirectory.dn("ehagens"), "pwdLastSet", "133000000000000000");

        // When
        Refusal refusal = change(OLD, Attempt.resumed(SET_LONG_AGO)).orElseThrow();

        // Then
        assertThat(refusal.evidence()).containsEntry("state", "SUPERSEDED");
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void requestThatExpiresWhileItIsCheckedIsNotWritten_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        Attempt slow = Attempt.first(passwordLastSet -> clock.advance(VALIDITY));

        // Then
        assertThat(change(OLD, slow).map(Refusal::verdict)).contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void directoryThatIsAwayIsToldAtOnce_R_EVT_31034() {
        // Given
        server.down();

        // Then
        assertThat(change(OLD, first()).map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(starts).isEmpty();
    }

    private Optional<Refusal> change(Secret current, Attempt attempt) {
        return changePassword.change(request(Operation.CHANGE), current, NEW, attempt);
    }

    private Optional<Refusal> change(Secret current, Secret password) {
        return changePassword.change(request(Operation.CHANGE), current, password, first());
    }
}
