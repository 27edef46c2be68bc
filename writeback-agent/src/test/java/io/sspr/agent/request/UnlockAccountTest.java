package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnlockAccountTest extends DirectoryFixture {
    private static final Attribute LOCKED_OUT = new Attribute("lockoutTime", "132223104000000000");
    private static final Attribute SAYS_SO = new Attribute("msDS-User-Account-Control-Computed", "16");

    private UnlockAccount unlockAccount;

    @BeforeEach
    void prepare() {
        unlockAccount = new UnlockAccount(directory, checkAccount, clock);
    }

    @Test
    void unlocksAndKeepsThePassword_R_WB_34() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT, SAYS_SO);

        // Then
        assertThat(unlock()).isEmpty();
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("0");
        assertThat(server.attribute("ehagens", "pwdLastSet")).isEqualTo(Long.toString(SET_LONG_AGO));
        assertInForce(OLD);
    }

    @Test
    void accountThatIsNotLockedOutIsASuccess_R_WB_34() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR);

        // Then
        assertThat(unlock()).isEmpty();
        assertThat(unlock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"adminCount, 1, PROTECTED_ACCOUNT", "userAccountControl, 514, ACCOUNT_DISABLED"})
    void refusesAsAResetDoes_A20_R_WB_13(String attribute, String value, WritebackVerdict verdict) throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT, new Attribute(attribute, value));

        // Then
        assertThat(unlock().map(Refusal::verdict)).contains(verdict);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void minimumAgeDoesNotKeepFromUnlocking_R_WB_34() throws Exception {
        // Given
        server.set(TestConfig.BASE_DN, "minPwdAge", "-315360000000000000");
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);

        // Then
        assertThat(unlock()).isEmpty();
    }

    @Test
    void refusalOfTheDirectoryIsTheAnswer_R_EVT_33004() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);
        server.behaviour().refuseNextWrite(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00000005: SecErr: DSID-031A11E7");

        // When
        Refusal refusal = unlock().orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.NO_RIGHTS);
        assertThat(refusal.evidence()).doesNotContainKey("state");
        assertThat(server.behaviour().writes()).hasSize(1);
    }

    @Test
    void writeWithoutAnswerIsRepeated_R_WB_31g() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);
        server.behaviour().loseNextAnswer();

        // Then
        assertThat(unlock()).isEmpty();
        assertThat(server.behaviour().writes()).hasSize(2);
    }

    @Test
    void stateIsUnknownIfTheRepetitionHasNoAnswerEither_A26() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);
        server.behaviour().loseNextAnswer();
        server.behaviour().loseNextAnswer();

        // When
        Refusal refusal = unlock().orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(refusal.evidence()).containsEntry("state", "UNKNOWN");
    }

    @Test
    void isNotRepeatedAfterExpiry_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);
        server.behaviour().nextWrite(apply -> {
            clock.advance(VALIDITY);
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        });

        // Then
        assertThat(unlock().map(Refusal::verdict)).contains(WritebackVerdict.EXPIRED);
        assertThat(server.attribute("ehagens", "lockoutTime")).isNotEqualTo("0");
    }

    @Test
    void expiredRequestIsNotApplied_R_WB_31f() throws Exception {
        // Given
        server.addUser("ehagens", ANCHOR, LOCKED_OUT);
        WritebackRequest request = request(Operation.UNLOCK);
        clock.advance(VALIDITY);

        // Then
        assertThat(unlockAccount.unlock(request).map(Refusal::verdict)).contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void directoryThatIsAwayIsToldAtOnce_R_EVT_31034() {
        // Given
        server.down();

        // Then
        assertThat(unlock().map(Refusal::verdict)).contains(WritebackVerdict.DIRECTORY_UNREACHABLE);
    }

    private Optional<Refusal> unlock() {
        return unlockAccount.unlock(request(Operation.UNLOCK));
    }
}
