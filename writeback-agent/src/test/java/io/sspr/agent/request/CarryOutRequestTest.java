package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.TestKeys;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarryOutRequestTest extends DirectoryFixture {
    private PublicJsonWebKey agentsKey;
    private KeyRing ring;
    private CarryOutRequest carryOutRequest;

    @BeforeEach
    void prepare(@TempDir Path keyFolder) throws Exception {
        TestKeys keys = TestKeys.in(keyFolder);
        agentsKey = keys.agent();
        ring = new KeyRing(keys.config(), clock);
        carryOutRequest = new CarryOutRequest(
                new SetPassword(bringIntoForce(), directory),
                new UnlockAccount(directory, checkAccount, clock),
                new ChangePassword(bringIntoForce(), directory),
                new VerifyPassword(directory, clock),
                ring,
                clock);
        server.addUser("ehagens", ANCHOR);
    }

    @Test
    void resetSetsThePasswordAndUnlocks_R_WB_32() throws Exception {
        // Given
        server.set(dn(), "lockoutTime", "132223104000000000");

        // When
        Answer answer = carryOut(request(Operation.RESET).withPassword(NEW, agentsKey));

        // Then
        assertThat(answer.refusal()).isEmpty();
        assertInForce(NEW);
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("0");
    }

    @Test
    void administratorsResetIsOneToo_R_WB_42_R_EVT_31010() throws Exception {
        // Given
        server.set(dn(), "lockoutTime", "132223104000000000");
        WritebackRequest request =
                request(Operation.RESET_BY_ADMIN).toBeChangedAtNextSignIn().withPassword(NEW, agentsKey);

        // When
        WritebackResult result = carryOut(request).result(request, "agent-1");

        // Then
        assertThat(result.operation()).isEqualTo(Operation.RESET_BY_ADMIN);
        assertThat(result.eventId()).isEqualTo(31010);
        assertInForce(NEW);
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("0");
    }

    @Test
    void unlockKeepsThePassword_R_WB_34() throws Exception {
        // Given
        server.set(dn(), "lockoutTime", "132223104000000000");

        // When
        Answer answer = carryOut(request(Operation.UNLOCK));

        // Then
        assertThat(answer.refusal()).isEmpty();
        assertInForce(OLD);
        assertThat(server.attribute("ehagens", "lockoutTime")).isEqualTo("0");
    }

    @Test
    void changeReplacesTheCurrentPasswordByTheNewOne_R_CHG_01() throws Exception {
        // When
        Answer answer = carryOut(change(OLD, NEW));

        // Then
        assertThat(answer.refusal()).isEmpty();
        assertInForce(NEW);
    }

    @Test
    void verificationChangesNothing_R_WB_03() throws Exception {
        // When
        Answer right = carryOut(request(Operation.VERIFY).withPassword(OLD, agentsKey));
        Answer wrong = carryOut(request(Operation.VERIFY).withPassword(NEW, agentsKey));

        // Then
        assertThat(right.refusal()).isEmpty();
        assertThat(verdict(wrong)).contains(WritebackVerdict.INCORRECT_PASSWORD);
        assertInForce(OLD);
    }

    @Test
    void swappedPasswordsAreNotAuthentic_R_WB_31a() throws Exception {
        // Given
        WritebackRequest genuine = change(OLD, NEW);
        WritebackRequest swapped = new WritebackRequest(
                genuine.requestId(),
                genuine.tenant(),
                genuine.operation(),
                genuine.cloudAnchor(),
                genuine.sealedCurrentPassword(),
                genuine.sealedPassword(),
                genuine.requestedAt(),
                genuine.expiresAt(),
                genuine.mustChange());

        // Then
        assertThat(verdict(carryOut(swapped))).contains(WritebackVerdict.NOT_AUTHENTIC);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void passwordSealedForAVerificationIsNeverSet_R_WB_31a() throws Exception {
        // Given
        WritebackRequest verification = request(Operation.VERIFY).withPassword(NEW, agentsKey);
        WritebackRequest reset = new WritebackRequest(
                verification.requestId(),
                verification.tenant(),
                Operation.RESET,
                verification.cloudAnchor(),
                verification.sealedPassword(),
                verification.expiresAt());

        // Then
        assertThat(verdict(carryOut(reset))).contains(WritebackVerdict.NOT_AUTHENTIC);
        assertInForce(OLD);
    }

    @Test
    void tellsThatThePasswordIsSealedToAnotherKey_R_EVT_32004(@TempDir Path elsewhere) {
        // Given
        PublicJsonWebKey formerKey = TestKeys.in(elsewhere).agent();
        formerKey.setKeyId("agent-0");

        // Then
        assertThat(verdict(carryOut(request(Operation.VERIFY).withPassword(OLD, formerKey))))
                .contains(WritebackVerdict.KEY_MISMATCH);
        assertThat(ring.hasMissedWithin(Duration.ofMinutes(10))).isTrue();
        assertThat(carryOut(request(Operation.VERIFY).withPassword(OLD, agentsKey))
                        .refusal())
                .isEmpty();
        assertThat(ring.hasMissedWithin(Duration.ofMinutes(10))).isFalse();
    }

    @Test
    void opensWhatWasSealedToTheFormerKeyForADay_R_WB_24() throws Exception {
        // Given
        ring.prepared();
        ring.confirmed();

        // Then
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(carryOut(request(Operation.VERIFY).withPassword(OLD, agentsKey))
                        .refusal())
                .isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(verdict(carryOut(request(Operation.VERIFY).withPassword(OLD, agentsKey))))
                .contains(WritebackVerdict.KEY_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource
    void expiredRequestIsNotCarriedOut_R_WB_31f(Operation operation) throws Exception {
        // Given
        WritebackRequest request =
                request(operation).withPassword(NEW, agentsKey).withCurrentPassword(OLD, agentsKey);
        clock.advance(VALIDITY);

        // Then
        assertThat(verdict(carryOut(request))).contains(WritebackVerdict.EXPIRED);
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void startedChangeIsSettledHoweverLate_R_WB_31g() throws Exception {
        // Given: written by an agent that did not live to say so
        WritebackRequest request = change(OLD, NEW);
        server.set(dn(), "userPassword", NEW.reveal());
        clock.advance(VALIDITY.multipliedBy(10));

        // Then
        assertThat(carryOutRequest
                        .carryOut(request, Attempt.resumed(SET_LONG_AGO))
                        .refusal())
                .isEmpty();
        assertThat(server.behaviour().writes()).isEmpty();
    }

    @Test
    void answerNamesOperationAndNumber_R_EVT_31007() throws Exception {
        // Given
        WritebackRequest change = change(OLD, NEW);
        WritebackRequest unlock = request(Operation.UNLOCK);

        // When
        WritebackResult changed = carryOut(change).result(change, "agent-1");
        WritebackResult unlocked = carryOut(unlock).result(unlock, "agent-1");

        // Then
        assertThat(changed.operation()).isEqualTo(Operation.CHANGE);
        assertThat(changed.eventId()).isEqualTo(31007);
        assertThat(unlocked.operation()).isEqualTo(Operation.UNLOCK);
        assertThat(unlocked.eventId()).isZero();
    }

    @Test
    void refusalOfAChangeIsNoEndOfAReset_R_EVT_33007() throws Exception {
        // Given
        WritebackRequest change = change(Secret.of("not-my-passw0rd"), NEW);

        // When
        WritebackResult refused = carryOut(change).result(change, "agent-1");

        // Then
        assertThat(refused.reason()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
        assertThat(refused.eventId()).isEqualTo(33007);
        assertThat(refused.operation()).isEqualTo(Operation.CHANGE);
    }

    @Test
    void protectedAccountIsChangedButNeitherResetNorUnlocked_R_ADM_10() throws Exception {
        // Given
        server.set(dn(), "adminCount", "1");

        // Then
        assertThat(verdict(carryOut(request(Operation.RESET).withPassword(NEW, agentsKey))))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(verdict(carryOut(request(Operation.RESET_BY_ADMIN).withPassword(NEW, agentsKey))))
                .contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(verdict(carryOut(request(Operation.UNLOCK)))).contains(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(carryOut(change(OLD, NEW)).refusal()).isEmpty();
    }

    private WritebackRequest change(Secret current, Secret password) {
        return request(Operation.CHANGE).withPassword(password, agentsKey).withCurrentPassword(current, agentsKey);
    }

    private Answer carryOut(WritebackRequest request) {
        return carryOutRequest.carryOut(request, first());
    }

    private static Optional<WritebackVerdict> verdict(Answer answer) {
        return answer.refusal().map(Refusal::verdict);
    }

    private static String dn() {
        return TestDirectory.dn("ehagens");
    }
}
