package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Unlocking on-premises without a new password, on a real broker and database; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UnlockIT extends ResetWalk {

    @Test
    void theAgentUnlocksAndThePasswordStays_R_WB_30_R_WB_34() {
        allow();
        Response begun = atPasswordPage("federated");
        assertThat(look(begun).<Boolean>path("unlockOffered")).isTrue();

        unlock(begun).then().statusCode(202);
        Message<WritebackRequest> request = request(begun);
        assertThat(request.event().operation()).isEqualTo(Operation.UNLOCK);
        assertThat(request.event().sealedPassword()).isNull();
        assertThat(request.event().sealedCurrentPassword()).isNull();
        assertThat(request.event().cloudAnchor()).isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
        assertThat(problem(submit(begun))).isEqualTo("SubmitInFlight");

        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        await().atMost(SOON).until(() -> state(begun).equals("SUCCEEDED"));
        AccountUnlocked fact = broker.await(AccountUnlocked.class, unlocked -> isOf(unlocked, begun))
                .event();
        assertThat(fact.onPremisesAgent()).isEqualTo("agent-1");
        assertThat(fact.methodsUsed()).containsExactly("EMAIL");
        assertThat(fact.notices()).extracting("address").containsExactly("f@home.example");
        assertThat(broker.all(ResetSucceeded.class, reset -> isOf(reset, begun)))
                .isEmpty();
        assertThat(problem(unlock(begun))).isEqualTo("SessionEnded");
    }

    @Test
    void theAnswerCanBeWaitedFor_R_WB_30() {
        allow();
        Response begun = atPasswordPage("federated");
        CompletableFuture<Response> unlocked = CompletableFuture.supplyAsync(
                () -> as(begun).header("Prefer", "wait=20").post("/api/v1/resets/" + id(begun) + "/unlock"));
        Message<WritebackRequest> request = request(begun);

        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(unlocked.join().statusCode()).isEqualTo(200);
        assertThat(unlocked.join().<String>path("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void anUnlockMakesUpForFailures_R_THR_06() {
        allow();
        Response begun = begin("federated");
        String challenge = sendCode(begun).path("id");
        for (int i = 0; i < 4; i++) {
            typeCode(begun, challenge, "no code").then().statusCode(422);
        }
        typeCode(begun, challenge, code(challenge)).then().statusCode(200);
        unlock(begun).then().statusCode(202);
        Message<WritebackRequest> request = request(begun);
        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);
        await().atMost(SOON).until(() -> state(begun).equals("SUCCEEDED"));

        Response again = tryToBegin("federated");

        assertThat(problem(typeCode(again, sendCode(again).path("id"), "no code")))
                .isEqualTo("CodeWrong");
    }

    @Test
    void anAgentThatMayNotEndsTheResetWith29_R_EVT_33004_R_ERR_29() {
        allow();
        Response begun = atPasswordPage("federated");
        unlock(begun);
        Message<WritebackRequest> request = request(begun);

        answer(
                request,
                WritebackResult.refused(request.event(), "agent-1", WritebackVerdict.NO_RIGHTS, Map.of()),
                Surroundings.AGENT_SIGNING);

        await().atMost(SOON).until(() -> state(begun).equals("REFUSED"));
        assertThat(look(begun).<String>path("problem.code")).isEqualTo("SSPR_0029");
        ResetRefused fact = broker.await(ResetRefused.class, refused -> isOf(refused, begun))
                .event();
        assertThat(fact.reason()).isEqualTo("NO_RIGHTS");
        assertThat(fact.eventId()).isEqualTo(33004);
    }

    @Test
    void anUnansweredUnlockEndsWith30_R_WB_31f() {
        allow();
        Response begun = atPasswordPage("federated");
        unlock(begun);
        request(begun);
        clock.moveOn(Duration.ofSeconds(34));

        await().atMost(SOON).until(() -> state(begun).equals("REFUSED"));
        assertThat(look(begun).<String>path("problem.code")).isEqualTo("SSPR_0030");
    }

    @Test
    void unlessTheTenantAllowsItItIsNotOffered_R_WB_30_R_CFG_18() {
        Response begun = atPasswordPage("federated");

        assertNotOffered(begun);
    }

    @Test
    void thereIsNothingToUnlockInTheCloud_R_WB_30() {
        allow();

        assertNotOffered(atPasswordPage("cloud"));
    }

    @Test
    void withoutAnAgentItIsNotOffered_R_WB_33() {
        allow();
        Response begun = atPasswordPage("federated");
        clock.moveOn(Duration.ofMinutes(12));

        assertNotOffered(begun);
    }

    @Test
    void theGatesComeFirst_R_WB_30() {
        allow();
        Response begun = begin("federated");

        assertThat(problem(unlock(begun))).isEqualTo("GatesNotPassed");
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void settingsAreAskedAgain_R_CHK_20() {
        allow();
        Response begun = atPasswordPage("federated");
        setPolicy("{\"writebackEnabled\": false}");

        assertThat(problem(unlock(begun))).isEqualTo("SSPR_0010");
        assertThat(state(begun)).isEqualTo("REFUSED");
    }

    private void allow() {
        setPolicy("{\"allowUnlockWithoutReset\": true}");
    }

    /** And nothing is sent: the session goes on as if nobody had asked. */
    private void assertNotOffered(Response begun) {
        Response answer = unlock(begun);

        assertThat(look(begun).<Boolean>path("unlockOffered")).isFalse();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("UnlockNotOffered");
        assertThat(state(begun)).isEqualTo("PASSWORD_OPEN");
    }

    private static Response unlock(Response begun) {
        return as(begun).post("/api/v1/resets/" + id(begun) + "/unlock");
    }
}
