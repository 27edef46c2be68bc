package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetPasswordTest extends DirectoryFixture {
    private SetPassword setPassword;

    @BeforeEach
    void prepare() {
        setPassword = new SetPassword(bringIntoForce(), directory);
    }

    @Test
    void setsThePasswordOnceAndSaysBeforehandThatItWill_R_EVT_31002() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        List<Integer> writesAtStart = new ArrayList<>();
        Attempt attempt = Attempt.first(passwordLastSet -> {
            starts.add(passwordLastSet);
            writesAtStart.add(server.behaviour().writes().size());
        });

        // When
        Optional<Refusal> refusal = setPassword.set(request(), NEW, attempt);

        // Then
        assertThat(refusal).isEmpty();
        assertThat(starts).containsExactly(SET_LONG_AGO);
        assertThat(writesAtStart).containsExactly(0);
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "adminCount, 1, PROTECTED_ACCOUNT",
        "userAccountControl, 514, ACCOUNT_DISABLED",
        "displayName, Mr Tr0ub4dor, PASSWORD_POLICY"
    })
    void refusesWhatTheAgentKnowsWithoutTouchingTheDirectory_A20_R_WB_06_R_WB_13(
            String attribute, String value, WritebackVerdict verdict) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute(attribute, value));

        // When
        Optional<Refusal> refusal = setPassword.set(request(), NEW, first());

        // Then
        assertThat(refusal.map(Refusal::verdict)).contains(verdict);
        assertThat(starts).isEmpty();
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void refusesProtectedAccountEvenIfDisabled_A20() throws Exception {
        // Given
        server.addUser("root", ANCHOR, new Attribute("adminCount", "1"), new Attribute("userAccountControl", "514"));

        // Then
        assertThat(setPassword.set(request(), NEW, first()).map(Refusal::verdict))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
    }

    @Test
    void tellsTheAdministratorWhichRuleWasBroken_R_ADP_11() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // When
        Optional<Refusal> refusal = setPassword.set(request(), Secret.of("Merino2024"), first());

        // Then
        assertThat(refusal.orElseThrow().evidence())
                .containsEntry("rule", "DISPLAY_NAME")
                .doesNotContainValue("Merino2024");
    }

    @ParameterizedTest
    @CsvSource({
        "53, 0000052D: SvcErr: DSID-031A12D2, PASSWORD_POLICY",
        "50, 00000005: SecErr: DSID-031A11E7, NO_RIGHTS",
        "32, 0000208D: NameErr: DSID-0310028C, USER_NOT_FOUND",
        "52, 00000000: LdapErr: DSID-0C0A1234, DIRECTORY_UNREACHABLE",
        "80, 000020EF: SvcErr: DSID-02080A1B, DIRECTORY_ERROR"
    })
    void refusalOfTheDirectoryIsTheAnswerAndTheOldPasswordStays_AD_17_A26(
            int result, String diagnostic, WritebackVerdict verdict) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().refuseNextWrite(ResultCode.valueOf(result), diagnostic);

        // When
        Optional<Refusal> refusal = setPassword.set(request(), NEW, first());

        // Then
        assertThat(refusal.map(Refusal::verdict)).contains(verdict);
        assertInForce(Secret.of(TestDirectory.OLD_PASSWORD));
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void lostAnswerIsSettledBySigningInAndNotByWritingAgain_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextAnswer();

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"533", "773"})
    void signInThatFailsForAnotherReasonThanThePasswordProvesIt_A26(String data) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextAnswer();
        server.behaviour().answerSignInsWith(data);

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
    }

    @Test
    void lostWriteIsRepeatedOnceItIsProvenLost_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextWrite();

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(2);
        assertThat(starts).hasSize(1);
    }

    @Test
    void lostWriteIsNotRepeatedAfterExpiry_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().nextWrite(apply -> {
            clock.advance(VALIDITY);
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        });

        // Then
        assertThat(setPassword.set(request(), NEW, first()).map(Refusal::verdict))
                .contains(WritebackVerdict.EXPIRED);
        assertInForce(Secret.of(TestDirectory.OLD_PASSWORD));
    }

    @Test
    void writeThatArrivesLateIsASuccessAlthoughTheSecondOneIsRefused_A26() throws Exception {
        // Given: the first write is done only after the sign-in that proved it missing
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextWrite();
        server.behaviour().nextWrite(apply -> {
            apply.run();
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "0000052D: SvcErr: history");
        });

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
    }

    @Test
    void stateThatCannotBeToldUntilExpiryIsReportedAsUnknown_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().answerSignInsWith("775");
        server.behaviour().nextWrite(apply -> {
            apply.run();
            clock.advance(VALIDITY);
            throw new LDAPException(ResultCode.TIMEOUT, "");
        });

        // When
        Refusal refusal = setPassword.set(request(), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(refusal.evidence()).containsEntry("state", "UNKNOWN");
    }

    @Test
    void asksAgainWhileNothingCanBeTold_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().loseNextAnswer();
        server.behaviour().answerNextSignInWith("775");

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void resumedRequestThatWasWrittenIsASuccessEvenAfterExpiry_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("userPassword", NEW.reveal()));
        server.set(TestDirectory.dn("ehagens"), "pwdLastSet", "133000000000000000");
        WritebackRequest request = request();
        clock.advance(VALIDITY);

        // Then
        assertThat(setPassword.set(request, NEW, Attempt.resumed(SET_LONG_AGO))).isEmpty();
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestThatWasNotWrittenIsWrittenOnce_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(setPassword.set(request(), NEW, Attempt.resumed(SET_LONG_AGO)))
                .isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void resumedRequestThatWasNotWrittenExpires_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        WritebackRequest request = request();
        clock.advance(VALIDITY);

        // Then
        assertThat(setPassword.set(request, NEW, Attempt.resumed(SET_LONG_AGO)).map(Refusal::verdict))
                .contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestNeverOverwritesANewerPassword_R_WB_31g() throws Exception {
        // Given: it was written, and somebody has set another password since
        server.addUser("ehagens", ANCHOR);
        server.set(TestDirectory.dn("ehagens"), "pwdLastSet", "133000000000000000");

        // When
        Refusal refusal =
                setPassword.set(request(), NEW, Attempt.resumed(SET_LONG_AGO)).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.EXPIRED);
        assertThat(refusal.evidence()).containsEntry("state", "SUPERSEDED");
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestIsCheckedLikeANewOneBeforeItIsWritten_A20() throws Exception {
        // Given: the account became a protected one while the agent was down
        server.addUser("ehagens", ANCHOR, new Attribute("adminCount", "1"));

        // Then
        assertThat(setPassword
                        .set(request(), NEW, Attempt.resumed(SET_LONG_AGO))
                        .map(Refusal::verdict))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void requestThatExpiresWhileItIsCheckedIsNotWritten_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        Attempt slow = Attempt.first(passwordLastSet -> clock.advance(VALIDITY));

        // Then
        assertThat(setPassword.set(request(), NEW, slow).map(Refusal::verdict)).contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void directoryThatIsAwayIsToldAtOnce_R_EVT_31034() {
        // Given
        server.down();

        // When
        Refusal refusal = setPassword.set(request(), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(refusal.evidence()).containsEntry("server", server.url()).containsKey("ldapResult");
        assertThat(starts).isEmpty();
    }

    @Test
    void minimumAgeIsTheAgentsOwnCheck_AD_18_R_ADP_08() throws Exception {
        // Given: set on 1 January 2020
        server.set(
                TestConfig.BASE_DN,
                "minPwdAge",
                Long.toString(-Duration.ofDays(3650).toSeconds() * 10_000_000));
        server.addUser("ehagens", ANCHOR);

        // When
        Refusal refusal = setPassword.set(request(), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
        assertThat(refusal.evidence()).containsEntry("rule", "MINIMUM_AGE");
    }

    @Test
    void thirdLastPasswordIsRefusedByTheDirectory_AD_17_R_ADP_05_R_FLW_43() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        Secret third = Secret.of("Third-Passw0rd");
        for (Secret each : List.of(third, Secret.of("Second-Passw0rd"), Secret.of("Last-Passw0rd"))) {
            assertThat(setPassword.set(request(), each, first())).isEmpty();
        }

        // When
        Refusal refusal = setPassword.set(request(), third, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
        assertThat(refusal.evidence()).containsEntry("rule", "DIRECTORY");
        assertInForce(Secret.of("Last-Passw0rd"));
    }

    @Test
    void passwordFilterOfTheDirectoryMayRefuse_R_ADP_07() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().filterPasswords(password -> !password.startsWith("Tr0ub"));

        // When
        Refusal refusal = setPassword.set(request(), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.PASSWORD_POLICY);
        assertThat(refusal.evidence()).containsEntry("rule", "DIRECTORY");
        assertInForce(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"576", "66048", "66112"})
    void accountWhosePasswordIsFixedOrNeverExpiresCanBeReset_R_ADP_09(String flags) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("userAccountControl", flags));

        // Then
        assertThat(setPassword.set(request(), NEW, first())).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void accountThatNeedsNoPasswordTakesAnyShortOne_R_ADP_09() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("userAccountControl", "544"));

        // Then
        assertThat(setPassword.set(request(), Secret.of("a"), first())).isEmpty();
        assertInForce(Secret.of("a"));
    }

    @Test
    void onPremisesPolicyDecidesHoweverWeakItIs_R_ADP_10() throws Exception {
        // Given: a password that the cloud would call too short and too simple
        server.set(TestConfig.BASE_DN, "minPwdLength", "4");
        server.set(TestConfig.BASE_DN, "pwdProperties", "0");
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(setPassword.set(request(), Secret.of("abcd"), first())).isEmpty();
        assertInForce(Secret.of("abcd"));
    }

    private WritebackRequest request() {
        return request(Operation.RESET);
    }
}
