package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change of a known password on a real broker and database; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ChangeIT extends ResetWalk {
    private static final String FRESH = "Quartz-Meadow-31";

    @Test
    void theNewPasswordIsInForceAndTheOldOneIsNot_R_CHG_01() {
        String token = signIn("cloud", PASSWORD).path("accessToken");

        assertThat(change("cloud", PASSWORD, FRESH).statusCode()).isEqualTo(200);

        assertThat(signIn("cloud", FRESH).statusCode()).isEqualTo(200);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer " + token)
                        .post("/api/v1/signout")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theUserIsTold_R_CHG_02() {
        Response changed = change("cloud", PASSWORD, FRESH);

        Message<PasswordChanged> fact = broker.await(PasswordChanged.class, sent -> isOf(sent, changed));
        assertThat(fact.event().user().userPrincipalName()).isEqualTo("cloud@" + domain());
        assertThat(fact.event().onPremisesAgent()).isNull();
        assertThat(fact.event().notices()).extracting("address").containsExactly("c@home.example");
    }

    @Test
    void aWrongCurrentPasswordIsRefusedAsIfThereWereNoSuchUser_R_CHG_01_R_CHG_02() {
        Response wrong = change("cloud", "wrong", FRESH);
        Response unknown = change("nobody", "wrong", FRESH);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(problem(wrong)).isEqualTo("CurrentPasswordWrong");
        assertThat(withoutSupportCode(wrong)).isEqualTo(withoutSupportCode(unknown));
        assertThat(refusal(wrong).reason()).isEqualTo("IncorrectPassword");
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongCurrentPasswordsLockSignIn_R_CHG_02() {
        IntStream.range(0, 10).forEach(i -> change("cloud", "wrong " + i, FRESH));

        assertThat(problem(signIn("cloud", PASSWORD))).isEqualTo("SignInLocked");
        assertThat(problem(change("cloud", PASSWORD, FRESH))).isEqualTo("SignInLocked");
    }

    @ParameterizedTest
    @CsvSource({
        "short, CloudPolicyViolation, LENGTH",
        "Fresh-Copper-2026, CloudPolicyViolation, DIFFERENT",
        "P@$$w0rd1!, FuzzyPolicyViolationInvalidPassword, GLOBAL"
    })
    void aPolicyRefusesTheNewPassword_R_CLD_05_R_ERR_98_R_ERR_99_R_AUD_21(String fresh, String code, String rule) {
        Response refused = change("cloud", PASSWORD, fresh);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo(code);
        assertThat(refused.<List<String>>path("errors.where")).contains(rule);
        assertThat(refusal(refused).reason()).isEqualTo(code);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void selfServiceResetNeedNotBeOn_R_CHG_02() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");

        assertThat(change("cloud", PASSWORD, FRESH).statusCode()).isEqualTo(200);
    }

    @Test
    void theAgentChangesWhatIsMasteredOnPremises_R_CHG_01_R_WB_40() throws BrokenSealException {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH));
        Message<WritebackRequest> asked = asked();

        WritebackRequest request = asked.event();
        assertThat(request.operation()).isEqualTo(Operation.CHANGE);
        assertThat(Seal.open(request.sealedPassword(), request.sealContext(), Surroundings.AGENT, clock.instant())
                        .reveal())
                .isEqualTo(FRESH);
        assertThat(Seal.open(
                                request.sealedCurrentPassword(),
                                request.currentPasswordContext(),
                                Surroundings.AGENT,
                                clock.instant())
                        .reveal())
                .isEqualTo("On-Prem-1");
        answer(asked, WritebackResult.success(request, "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        Response changed = answer.join();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(broker.await(PasswordChanged.class, sent -> isOf(sent, changed))
                        .event()
                        .onPremisesAgent())
                .isEqualTo("agent-1");
    }

    @ParameterizedTest
    @CsvSource({
        "INCORRECT_PASSWORD, 422, CurrentPasswordWrong, IncorrectPassword",
        "PASSWORD_POLICY, 422, OnPremisesPolicyViolation, OnPremisesPolicyViolation",
        "ACCOUNT_LOCKED_OUT, 409, AccountLockedOnPremises, AccountLockedOnPremises",
        "NO_RIGHTS, 502, SSPR_0029, OnPremisesAdminActionRequired",
        "DIRECTORY_UNREACHABLE, 503, SSPR_0030, OnPremisesConnectivityError"
    })
    void theAgentsRefusalIsToldAndRecorded_R_CHG_01_R_AUD_21_R_EVT_33007(
            WritebackVerdict verdict, int status, String code, String reason) {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH));
        Message<WritebackRequest> asked = asked();

        answer(asked, WritebackResult.refused(asked.event(), "agent-1", verdict, Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(status);
        assertThat(problem(answer.join())).isEqualTo(code);
        PasswordChangeRefused fact = refusal(answer.join());
        assertThat(fact.reason()).isEqualTo(reason);
        assertThat(fact.eventId()).isEqualTo(verdict.eventId());
    }

    @Test
    void aBannedPasswordNeverReachesTheAgentAndIsToldToTheOwnerOnly_R_BAN_08() {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", "P@$$w0rd1!"));
        Message<WritebackRequest> asked = asked();
        assertThat(asked.event().operation()).isEqualTo(Operation.VERIFY);

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(problem(answer.join())).isEqualTo("FuzzyPolicyViolationInvalidPassword");
    }

    @Test
    void aBannedPasswordIsNoWordToWhoeverHasTheCurrentOneWrong_R_BAN_08() {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "guess", "P@$$w0rd1!"));
        Message<WritebackRequest> asked = asked();

        answer(
                asked,
                WritebackResult.refused(asked.event(), "agent-1", WritebackVerdict.INCORRECT_PASSWORD, Map.of()),
                Surroundings.AGENT_SIGNING);

        assertThat(problem(answer.join())).isEqualTo("CurrentPasswordWrong");
    }

    @Test
    void anUnansweredChangeEndsWith30AndALateSuccessIsRecorded_R_WB_31f() {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH));
        Message<WritebackRequest> asked = asked();
        clock.moveOn(Duration.ofSeconds(34));

        Response refused = answer.join();
        assertThat(problem(refused)).isEqualTo("SSPR_0030");
        assertThat(refusal(refused).code().number()).isEqualTo(30);

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);
        broker.await(PasswordChanged.class, sent -> isOf(sent, refused));
    }

    @Test
    void aForgedAnswerChangesNothing() {
        beat();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH));
        Message<WritebackRequest> asked = asked();

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.STRANGER);
        answer(
                asked,
                WritebackResult.refused(asked.event(), "agent-1", WritebackVerdict.NO_RIGHTS, Map.of()),
                Surroundings.AGENT_SIGNING);

        assertThat(problem(answer.join())).isEqualTo("SSPR_0029");
    }

    @Test
    void theCloudTakesASynchronisedPasswordOverWhenTheAgentHasSetIt_R_WB_02() {
        beat();
        importSynchronised();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> change("synced", PASSWORD, FRESH));
        Message<WritebackRequest> asked = asked();
        assertThat(signIn("synced", FRESH).statusCode()).isEqualTo(401);

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(signIn("synced", FRESH).statusCode()).isEqualTo(200);
        assertThat(signIn("synced", PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutWritebackNothingMasteredOnPremisesIsChanged_R_WB_05() {
        setPolicy("{\"writebackEnabled\": false}");

        assertThat(problem(change("federated", "On-Prem-1", FRESH))).isEqualTo("SSPR_0010");
    }

    @Test
    void withoutAnAgentNothingMasteredOnPremisesIsChanged_R_CHK_10() {
        assertThat(problem(change("federated", "On-Prem-1", FRESH))).isEqualTo("SSPR_0030");
    }

    @Test
    void aCurrentPasswordLongerThanAnyDirectoryTakesIsWrongAndNobodyIsAsked_R_ADP_01() {
        beat();

        assertThat(problem(change("federated", "x".repeat(257), FRESH))).isEqualTo("CurrentPasswordWrong");
    }

    private void importSynchronised() {
        String document = """
                {"tenant": {"id": "%1$s", "displayName": "Wingtip Toys", "domains": ["%2$s"],
                   "agent": {"encryptionKey": %3$s, "signingKey": %4$s}},
                 "accounts": [{"userPrincipalName": "synced@%2$s", "kind": "PASSWORD_HASH_SYNC", "password": "%5$s",
                    "licences": ["ENTRA_P1"], "cloudAnchor": "AQECAwQFBgcICQoLDA0ODw=="}]}
                """.formatted(
                        tenant, domain(), Surroundings.AGENT.toJson(), Surroundings.AGENT_SIGNING.toJson(), PASSWORD);
        asAdministrator().body(document).post("/api/v1/admin/import").then().statusCode(200);
    }

    private Response change(String name, String current, String fresh) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "userPrincipalName", name + "@" + domain(), "currentPassword", current, "newPassword", fresh))
                .post("/api/v1/password/change");
    }

    private Response signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", password))
                .post("/api/v1/signin");
    }

    private PasswordChangeRefused refusal(Response answer) {
        return broker.await(PasswordChangeRefused.class, sent -> isOf(sent, answer))
                .event();
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }

    private static Map<String, Object> withoutSupportCode(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("supportCode");
        return body;
    }
}
