package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyPasswordTest extends DirectoryFixture {
    private VerifyPassword verifyPassword;

    @BeforeEach
    void prepare() {
        verifyPassword = new VerifyPassword(directory, clock);
    }

    @Test
    void rightPasswordIsASuccessAndNothingIsWritten_R_WB_03() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(verify(OLD)).isEqualTo(Answer.done(Map.of()));
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void wrongPasswordIsTheUsersMistake_R_EVT_33007() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // When
        Refusal refusal = refusal(Secret.of("not-my-passw0rd"));

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
        assertThat(refusal.evidence()).isEqualTo(Map.of("server", server.url(), "signIn", "WRONG_PASSWORD"));
    }

    @Test
    void emptyPasswordIsWrongAlthoughTheDirectoryGreetsAnybody_R_EVT_33007() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(refusal(Secret.of("")).verdict()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
    }

    @Test
    void lockoutIsToldWhateverThePassword_R_EVT_33006() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("lockoutTime", "132223104000000000"));

        // Then
        assertThat(refusal(OLD).verdict()).isEqualTo(WritebackVerdict.ACCOUNT_LOCKED_OUT);
        assertThat(refusal(NEW).verdict()).isEqualTo(WritebackVerdict.ACCOUNT_LOCKED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"532", "773"})
    void expiredPasswordIsRightAndSaysSo_R_CHG_01(String data) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().answerSignInsWith(data);

        // Then
        assertThat(verify(OLD)).isEqualTo(Answer.done(Map.of("passwordExpired", true)));
    }

    @ParameterizedTest
    @CsvSource({
        "533, ACCOUNT_DISABLED, DISABLED",
        "701, ACCOUNT_DISABLED, NOT_ALLOWED",
        "530, ACCOUNT_DISABLED, NOT_ALLOWED",
        "531, ACCOUNT_DISABLED, NOT_ALLOWED",
        "775, ACCOUNT_LOCKED_OUT, LOCKED_OUT",
        "568, DIRECTORY_ERROR, UNEXPLAINED"
    })
    void refusalSaysWhy_R_EVT_33005(String data, WritebackVerdict verdict, String signIn) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        server.behaviour().answerSignInsWith(data);

        // When
        Refusal refusal = refusal(OLD);

        // Then
        assertThat(refusal.verdict()).isEqualTo(verdict);
        assertThat(refusal.evidence()).containsEntry("signIn", signIn);
    }

    @Test
    void protectedAccountMaySignIn_R_ADM_10() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, new Attribute("adminCount", "1"));

        // Then
        assertThat(verify(OLD).refusal()).isEmpty();
    }

    @Test
    void asksTheDirectoryOnce_R_LOK_06() throws Exception {
        // Given: the next sign-in is refused, any further one is not
        server.addUser("ehagens", ANCHOR);
        server.behaviour().answerNextSignInWith("52e");

        // Then
        assertThat(refusal(OLD).verdict()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
    }

    @Test
    void unknownAccountIsNoWrongPassword_R_EVT_33002() {
        assertThat(refusal(OLD).verdict()).isEqualTo(WritebackVerdict.USER_NOT_FOUND);
    }

    @Test
    void directoryThatIsAwayIsToldAtOnce_R_EVT_31034() {
        // Given
        server.down();

        // Then
        assertThat(refusal(OLD).verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
    }

    @Test
    void expiredRequestIsNotAnswered_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);
        WritebackRequest request = request(Operation.VERIFY);
        clock.advance(VALIDITY);

        // Then
        assertThat(verifyPassword.verify(request, OLD).refusal().map(Refusal::verdict))
                .contains(WritebackVerdict.EXPIRED);
    }

    private Answer verify(Secret password) {
        return verifyPassword.verify(request(Operation.VERIFY), password);
    }

    private Refusal refusal(Secret password) {
        return verify(password).refusal().orElseThrow();
    }
}
