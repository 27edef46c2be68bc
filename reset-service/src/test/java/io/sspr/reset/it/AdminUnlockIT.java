package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator lets users in again who are locked out, by the API and by the portal, on a real broker and database; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminUnlockIT extends AdminResetWalk {
    private static final String UNLOCK = "Unlock the account";

    @Test
    void theAgentUnlocksAndThePasswordStays_R_WB_34() {
        beat();
        CompletableFuture<Response> answer = meanwhile(() -> unlock("federated"));
        WritebackRequest request = asked().event();

        assertThat(request.operation()).isEqualTo(Operation.UNLOCK);
        assertThat(request.sealedPassword()).isNull();
        assertThat(request.sealedCurrentPassword()).isNull();
        assertThat(request.cloudAnchor()).isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
        succeed();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        AccountUnlockedByAdmin fact = unlocked(answer.join());
        assertThat(fact.onPremisesAgent()).isEqualTo("agent-1");
        assertThat(fact.user().userPrincipalName()).isEqualTo("federated@" + domain());
        assertThat(fact.by().userPrincipalName()).isEqualTo("admin@" + domain());
        assertThat(fact.by().ipAddress()).isNotBlank();
    }

    @Test
    void whoeverTheCloudHasLockedOutMaySignInAgain_R_WB_34_R_LOK_05() {
        lockOut("cloud");

        Response unlocked = unlock("cloud");

        assertThat(unlocked.statusCode()).isEqualTo(200);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(unlocked(unlocked).onPremisesAgent()).isNull();
        assertThat(unlock("cloud").statusCode()).isEqualTo(200);
    }

    @Test
    void theCloudsLockOfASynchronisedAccountEndsWithThatOfTheDirectory_R_WB_34_R_LOK_05() {
        beat();
        importAccounts("{\"userPrincipalName\": \"synced@%s\", \"kind\": \"PASSWORD_HASH_SYNC\", \"password\": \""
                + PASSWORD + "\", \"licences\": [\"ENTRA_P1\"], \"cloudAnchor\": \"AQECAwQFBgcICQoLDA0ODw==\"}");
        lockOut("synced");
        CompletableFuture<Response> answer = meanwhile(() -> unlock("synced"));
        succeed();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(signIn("synced", PASSWORD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PROTECTED_ACCOUNT, 502, SSPR_0029", "DIRECTORY_UNREACHABLE, 503, SSPR_0030"})
    void theAgentsRefusalIsToldAndRecorded_R_WB_34_R_EVT_33004(WritebackVerdict verdict, int status, String code) {
        beat();
        CompletableFuture<Response> answer = meanwhile(() -> unlock("federated"));
        Message<WritebackRequest> asked = asked();
        answer(asked, WritebackResult.refused(asked.event(), "agent-1", verdict, Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(status);
        assertThat(problem(answer.join())).isEqualTo(code);
        assertThat(notUnlocked(answer.join()).eventId()).isEqualTo(verdict.eventId());
    }

    @Test
    void anUnansweredUnlockEndsWith30AndALateSuccessIsRecorded_R_WB_31f() {
        beat();
        CompletableFuture<Response> answer = meanwhile(() -> unlock("federated"));
        asked();
        clock.moveOn(Duration.ofSeconds(34));

        assertThat(problem(answer.join())).isEqualTo("SSPR_0030");
        assertThat(notUnlocked(answer.join()).code().number()).isEqualTo(30);

        succeed();
        assertThat(unlocked(answer.join()).onPremisesAgent()).isEqualTo("agent-1");
    }

    @Test
    void withoutWritebackOrAnAgentNothingMasteredOnPremisesIsUnlocked_R_WB_05_R_CHK_10() {
        assertThat(problem(unlock("federated"))).isEqualTo("SSPR_0030");
        setPolicy("{\"writebackEnabled\": false}");

        Response refused = unlock("federated");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("SSPR_0010");
        assertThat(notUnlocked(refused).reason()).isEqualTo("WritebackNotEnabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password Administrator", "User Administrator", "Helpdesk Administrator"})
    void helpersMayUnlockUsersButNoAdministrators_R_ACT_06(String role) {
        employ(role);

        assertThat(unlock("helen", "cloud").statusCode()).isEqualTo(200);
        Response refused = unlock("helen", "admin");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(notUnlocked(refused).reason()).isEqualTo("NotAllowed");
    }

    @Test
    void nobodyElseMayUnlockAndNobodyElseIsUnlocked_R_ACT_06_R_ACT_07_R_WB_43() {
        employ("Reports Reader");
        String strangers = unlockOf("cloud");

        assertThat(unlock("helen", "cloud").statusCode()).isEqualTo(403);
        assertThat(given().post(unlockOf("cloud")).statusCode()).isEqualTo(401);
        assertThat(problem(unlock("admin"))).isEqualTo("OwnPassword");
        assertThat(problem(unlock("guest"))).isEqualTo("GuestsPassword");
        assertThat(unlock("nobody").statusCode()).isEqualTo(404);
        importTenant();
        assertThat(asAdministrator().post(strangers).statusCode()).isEqualTo(404);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswer_R_FLW_34() {
        String token = signIn(ADMINISTRATOR, PASSWORD).path("accessToken");
        String key = UUID.randomUUID().toString();
        Supplier<Response> request =
                () -> bearer(token).header("Idempotency-Key", key).post(unlockOf("cloud"));
        Response first = request.get();
        Response again = request.get();

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("supportCode")).isEqualTo(first.path("supportCode"));
    }

    @Test
    void thePageEndsTheCloudsLock_R_WB_34_R_LOK_05() {
        assertThat(userPage("cloud").text()).doesNotContain(UNLOCK);
        lockOut("cloud");
        Visit visit = userPage("cloud");
        assertThat(visit.text()).contains("Locked until", UNLOCK);

        visit.press(UNLOCK).expect(200);

        assertThat(visit.text()).contains("The account is unlocked").doesNotContain("Locked until", UNLOCK);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void thePageHasTheAgentUnlockWhereItCanAndTellsARefusalInAnyLanguage_R_WB_34_R_FLW_02() {
        assertThat(userPage("federated").text()).doesNotContain(UNLOCK);
        beat();
        Visit visit = userPage("federated");
        CompletableFuture<Visit> refused = CompletableFuture.supplyAsync(() -> visit.press(UNLOCK));
        Message<WritebackRequest> asked = asked();
        answer(
                asked,
                WritebackResult.refused(asked.event(), "agent-1", WritebackVerdict.NO_RIGHTS, Map.of()),
                Surroundings.AGENT_SIGNING);

        assertThat(refused.join().expect(502).text()).contains("SSPR_0029", UNLOCK);
        assertThat(visit.follow("日本語").expect(200).path()).isEqualTo("/admin/users/" + accountId("federated"));
        assertThat(visit.text()).contains("アカウントのロックを解除");
    }

    @Test
    void thePageRefusesWhoeverMayNot_R_ACT_06() {
        employ("Authentication Administrator");
        lockOut("cloud");
        Visit visit = as("helen").open("/admin/users/" + accountId("cloud")).expect(200);
        assertThat(visit.text()).contains("Locked until").doesNotContain(UNLOCK);

        visit.post("/admin/users/" + accountId("cloud") + "/unlock", Map.of("csrf", visit.cookie("form")))
                .expect(403);

        assertThat(problem(signIn("cloud", PASSWORD))).isEqualTo("SignInLocked");
    }

    private void lockOut(String name) {
        IntStream.range(0, 10).forEach(i -> signIn(name, "wrong " + i));
        assertThat(problem(signIn(name, PASSWORD))).isEqualTo("SignInLocked");
    }

    private void employ(String role) {
        importAccounts("{\"userPrincipalName\": \"helen@%s\", \"kind\": \"CLOUD_ONLY\", \"roles\": [\"" + role
                + "\"], \"password\": \"" + PASSWORD + "\"}");
    }

    private Response unlock(String name) {
        return unlock(ADMINISTRATOR, name);
    }

    private Response unlock(String administrator, String name) {
        return asSignedIn(administrator).post(unlockOf(name));
    }

    private String unlockOf(String name) {
        return "/api/v1/admin/users/" + name + "@" + domain() + "/unlock";
    }

    private static CompletableFuture<Response> meanwhile(Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request);
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }

    private void succeed() {
        Message<WritebackRequest> asked = asked();
        answer(asked, WritebackResult.success(asked.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);
    }

    private AccountUnlockedByAdmin unlocked(Response answer) {
        return broker.await(AccountUnlockedByAdmin.class, sent -> isOf(sent, answer))
                .event();
    }

    private AccountUnlockByAdminRefused notUnlocked(Response answer) {
        return broker.await(AccountUnlockByAdminRefused.class, sent -> isOf(sent, answer))
                .event();
    }

    private Visit as(String name) {
        String token = signIn(name, PASSWORD).path("accessToken");
        return new Visit(clock).speaking("en").saying("Authorization", "Bearer " + token);
    }

    private Visit userPage(String name) {
        return as(ADMINISTRATOR).open("/admin/users/" + accountId(name)).expect(200);
    }
}
