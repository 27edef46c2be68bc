package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator's reset of a password that is mastered on-premises, on a real broker and database; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminResetOnPremisesIT extends AdminResetWalk {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theAgentSetsWhatIsMasteredOnPremises_R_WB_42_R_WB_45(boolean mustChange) throws BrokenSealException {
        beat();
        CompletableFuture<Response> answer =
                resetting("federated", Map.of("newPassword", FRESH, "forceChangeAtNextSignIn", mustChange));
        Message<WritebackRequest> asked = asked();

        WritebackRequest request = asked.event();
        assertThat(request.operation()).isEqualTo(Operation.RESET_BY_ADMIN);
        assertThat(request.isToBeChanged()).isEqualTo(mustChange);
        assertThat(request.requestedAt()).isNotNull();
        assertThat(request.sealedCurrentPassword()).isNull();
        assertThat(Seal.open(request.sealedPassword(), request.sealContext(), Surroundings.AGENT, clock.instant())
                        .reveal())
                .isEqualTo(FRESH);
        answer(asked, WritebackResult.success(request, "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        Response reset = answer.join();
        assertThat(reset.statusCode()).isEqualTo(200);
        PasswordResetByAdmin fact = fact(reset);
        assertThat(fact.onPremisesAgent()).isEqualTo("agent-1");
        assertThat(fact.mustChange()).isEqualTo(mustChange);
        assertThat(fact.by().userPrincipalName()).isEqualTo("admin@" + domain());
        assertThat(fact.notices()).extracting("address").containsExactly("f@home.example");
    }

    @Test
    void theCloudTakesASynchronisedPasswordOverWhenTheAgentHasSetIt_R_WB_02_R_WB_45() {
        beat();
        importSynchronised(PASSWORD);
        CompletableFuture<Response> answer = resetting("synced", FOR_ONE_SIGN_IN);
        Message<WritebackRequest> asked = asked();
        assertThat(signIn("synced", FRESH).statusCode()).isEqualTo(401);

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(problem(signIn("synced", FRESH))).isEqualTo("PasswordExpired");
        assertThat(signIn("synced", PASSWORD).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_POLICY, 422, OnPremisesPolicyViolation, OnPremisesPolicyViolation",
        "PROTECTED_ACCOUNT, 502, SSPR_0029, OnPremisesAdminActionRequired",
        "DIRECTORY_UNREACHABLE, 503, SSPR_0030, OnPremisesConnectivityError"
    })
    void theAgentsRefusalIsToldAndRecorded_R_AUD_22_R_ADM_10_R_EVT_31011(
            WritebackVerdict verdict, int status, String code, String reason) {
        beat();
        CompletableFuture<Response> answer = resetting("federated", FOR_ONE_SIGN_IN);
        Message<WritebackRequest> asked = asked();

        answer(asked, WritebackResult.refused(asked.event(), "agent-1", verdict, Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(status);
        assertThat(problem(answer.join())).isEqualTo(code);
        PasswordResetByAdminRefused fact = refusal(answer.join());
        assertThat(fact.reason()).isEqualTo(reason);
        assertThat(fact.eventId()).isEqualTo(verdict.eventId());
    }

    @Test
    void anUnansweredResetEndsWith30AndALateSuccessIsRecorded_R_WB_31f() {
        beat();
        CompletableFuture<Response> answer = resetting("federated", FOR_ONE_SIGN_IN);
        Message<WritebackRequest> asked = asked();
        clock.moveOn(Duration.ofSeconds(34));

        Response refused = answer.join();
        assertThat(problem(refused)).isEqualTo("SSPR_0030");
        assertThat(refusal(refused).code().number()).isEqualTo(30);

        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);
        assertThat(fact(refused).mustChange()).isTrue();
    }

    @Test
    void onPremisesNoPasswordIsMadeUp_R_WB_42() {
        beat();

        Response refused = reset("federated", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("NewPasswordRequired");
    }

    @Test
    void withoutWritebackNothingMasteredOnPremisesIsReset_R_WB_05() {
        setPolicy("{\"writebackEnabled\": false}");

        Response refused = reset("federated", FOR_ONE_SIGN_IN);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("SSPR_0010");
        assertThat(refusal(refused).reason()).isEqualTo("WritebackNotEnabled");
    }

    @Test
    void withoutAnAgentNothingMasteredOnPremisesIsReset_R_CHK_10() {
        assertThat(problem(reset("federated", FOR_ONE_SIGN_IN))).isEqualTo("SSPR_0030");
    }

    @Test
    void anImportReplacesNoPasswordThatIsMasteredOnPremises_R_WB_44() {
        importSynchronised(PASSWORD);

        Response again = importSynchronised(FRESH);

        assertThat(again.<List<String>>path("warnings.where")).containsExactly("accounts[0].password");
        assertThat(signIn("synced", FRESH).statusCode()).isEqualTo(401);
        assertThat(signIn("synced", PASSWORD).statusCode()).isEqualTo(200);
    }

    private Response importSynchronised(String password) {
        String document = """
            {"tenant": {"id": "%1$s", "displayName": "Wingtip Toys", "domains": ["%2$s"],
               "agent": {"encryptionKey": %3$s, "signingKey": %4$s}},
             "accounts": [{"userPrincipalName": "synced@%2$s", "kind": "PASSWORD_HASH_SYNC", "password": "%5$s",
                "licences": ["ENTRA_P1"], "cloudAnchor": "AQECAwQFBgcICQoLDA0ODw=="}]}
            """.formatted(
                        tenant, domain(), Surroundings.AGENT.toJson(), Surroundings.AGENT_SIGNING.toJson(), password);
        Response imported = asAdministrator().body(document).post("/api/v1/admin/import");
        imported.then().statusCode(200);
        return imported;
    }

    private CompletableFuture<Response> resetting(String name, Map<String, Object> body) {
        RequestSpecification administrator = asAdministrator();
        return CompletableFuture.supplyAsync(() -> administrator.body(body).post(resetOf(name)));
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }
}
