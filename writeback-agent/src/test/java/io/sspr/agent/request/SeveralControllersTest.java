package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.CheckAccount;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two domain controllers that tell each other nothing, which is how replication looks for a while. */
class SeveralControllersTest extends DirectoryFixture {
    private TestDirectory second;
    private OnPremisesDirectory both;
    private SetPassword setPassword;

    @BeforeEach
    void startSecond() throws Exception {
        second = TestDirectory.start(folder);
        server.addUser("ehagens", ANCHOR);
        second.addUser("ehagens", ANCHOR);
        TestConfig config = server.config();
        both = new OnPremisesDirectory(
                new TestConfig(
                        server.url() + "," + second.url(), config.bindPassword(), config.certificate(), null, true),
                clock);
        setPassword = new SetPassword(new BringIntoForce(both, new CheckAccount(both, clock), clock), both);
    }

    @AfterEach
    void stopSecond() {
        both.close();
        second.close();
    }

    @Test
    void firstOneIsWrittenToAndNoOther_R_EVT_31034() throws Exception {
        assertThat(setPassword.set(request(Operation.RESET), NEW, first())).isEmpty();
        assertInForce(NEW);
        assertThat(second.behaviour().writes()).isEmpty();
    }

    @Test
    void nextOneTakesOver_R_EVT_31034() throws Exception {
        // Given
        both.find(ANCHOR);
        server.down();

        // Then
        assertThat(setPassword.set(request(Operation.RESET), NEW, first())).isEmpty();
        assertThat(second.signsIn("ehagens", NEW.reveal())).isTrue();
    }

    @Test
    void writeInDoubtIsNeverRepeatedOnAnother_A26() throws Exception {
        // Given: the one that may have written is away until the request has expired
        server.behaviour().nextWrite(apply -> {
            apply.run();
            server.down();
            clock.advance(VALIDITY);
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        });

        // When
        Refusal refusal =
                setPassword.set(request(Operation.RESET), NEW, first()).orElseThrow();

        // Then
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(refusal.evidence()).containsEntry("state", "UNKNOWN").containsEntry("server", server.url());
        assertThat(second.behaviour().writes()).isEmpty();
    }

    @Test
    void writeInDoubtIsSettledWhereItWasSent_A26() throws Exception {
        // Given
        server.behaviour().loseNextAnswer();

        // Then
        assertThat(setPassword.set(request(Operation.RESET), NEW, first())).isEmpty();
        assertThat(server.behaviour().writes()).hasSize(1);
        assertThat(second.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestThatAnyOfThemHasIsASuccess_R_WB_31g() throws Exception {
        // Given: an agent that did not live to say so wrote to the second one
        second.set(TestDirectory.dn("ehagens"), "userPassword", NEW.reveal());

        // Then
        assertThat(setPassword.set(request(Operation.RESET), NEW, Attempt.resumed(SET_LONG_AGO)))
                .isEmpty();
        assertThat(server.behaviour().writes()).isEmpty();
        assertThat(second.behaviour().writes()).isEmpty();
    }

    @Test
    void resumedRequestThatNoneOfThemHasIsWrittenOnce_R_WB_31g() throws Exception {
        assertThat(setPassword.set(request(Operation.RESET), NEW, Attempt.resumed(SET_LONG_AGO)))
                .isEmpty();
        assertInForce(NEW);
        assertThat(server.behaviour().writes()).hasSize(1);
        assertThat(second.behaviour().writes()).isEmpty();
    }
}
