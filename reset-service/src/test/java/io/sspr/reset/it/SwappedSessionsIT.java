package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two resets at once: what belongs to one is worth nothing in the other; on a real broker and database. Source: R-FLW-03, R-PHN-11. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SwappedSessionsIT extends ResetWalk {

    @BeforeEach
    void addSecond() {
        importAccounts("""
                {"userPrincipalName": "second@%s", "kind": "CLOUD_ONLY", "licences": ["ENTRA_P1"],
                 "alternateEmail": "s@home.example"}""");
    }

    @Test
    void aForeignTokenOpensNoStepAtTheGates() {
        Response own = begin("second");
        String challenge = sendCode(own).path("id");

        assertUntouched(own, challenge, begin("cloud"));

        assertThat(typeCode(own, challenge, code(challenge)).<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void aForeignTokenOpensNoStepAtThePasswordPage() {
        Response own = atPasswordPage("second");

        assertUntouched(own, sendCode(begin("cloud")).path("id"), atPasswordPage("cloud"));

        submit(own).then().statusCode(200);
    }

    @Test
    void aChallengeBelongsToItsSession_R_PHN_11() {
        Response first = begin("cloud");
        Response second = begin("second");
        String firsts = sendCode(first).path("id");
        String seconds = sendCode(second).path("id");

        assertThat(problem(typeCode(second, firsts, code(firsts)))).isEqualTo("NotFound");
        assertThat(problem(typeCode(first, seconds, code(seconds)))).isEqualTo("NotFound");
        assertThat(List.of(state(first), state(second))).containsOnly("GATES_OPEN");
        typeCode(first, firsts, code(firsts)).then().statusCode(200);
        typeCode(second, seconds, code(seconds)).then().statusCode(200);
    }

    @Test
    void aCodeBelongsToItsChallenge_R_PHN_11() {
        Response first = begin("cloud");
        Response again = begin("cloud");
        String firsts = sendCode(first).path("id");
        String seconds = sendCode(again).path("id");

        assertThat(problem(typeCode(again, seconds, code(firsts)))).isEqualTo("CodeWrong");
        assertThat(problem(typeCode(again, firsts, code(firsts)))).isEqualTo("NotFound");
        assertThat(state(again)).isEqualTo("GATES_OPEN");
    }

    @Test
    void whatPassedOneResetPassesNoOther_R_FLW_07() {
        atPasswordPage("cloud");
        Response again = begin("cloud");

        assertThat(problem(submit(again))).isEqualTo("GatesNotPassed");
        assertThat(look(again).<Integer>path("gatesPassed")).isZero();
    }

    @Test
    void aResetEndsAllOthersOfItsUser_R_FLW_12() {
        Response atGate = begin("cloud");
        String challenge = sendCode(atGate).path("id");
        String code = code(challenge);
        Response atPage = atPasswordPage("cloud");
        Response others = atPasswordPage("second");

        submit(atPasswordPage("cloud")).then().statusCode(200);

        assertThat(problem(typeCode(atGate, challenge, code))).isEqualTo("SessionEnded");
        assertThat(problem(sendCode(atGate))).isEqualTo("SessionEnded");
        assertThat(problem(submit(atPage, "Quartz-Meadow-31"))).isEqualTo("SessionEnded");
        asSignedIn("cloud");
        submit(others).then().statusCode(200);
    }

    @Test
    void aResetWrittenBackEndsAllOthersOfItsUser_R_FLW_12() {
        Response atPage = atPasswordPage("federated");
        Response begun = atPasswordPage("federated");
        submit(begun).then().statusCode(202);
        Message<WritebackRequest> request = request(begun);
        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);
        await().atMost(SOON).until(() -> state(begun).equals("SUCCEEDED"));

        assertThat(problem(submit(atPage))).isEqualTo("SessionEnded");
    }

    @Test
    void ofTwoSubmitsAtOnceOneIsInForce_R_FLW_12() {
        List<Response> pages = List.of(atPasswordPage("cloud"), atPasswordPage("cloud"), atPasswordPage("cloud"));

        List<Integer> answers =
                pages.parallelStream().map(page -> submit(page).statusCode()).toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void aChangeOfThePasswordEndsResetsUnderWay_R_FLW_12() {
        Response atPage = atPasswordPage("cloud");
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "userPrincipalName",
                        "cloud@" + domain(),
                        "currentPassword",
                        PASSWORD,
                        "newPassword",
                        "Quartz-Meadow-31"))
                .post("/api/v1/password/change")
                .then()
                .statusCode(200);

        assertThat(problem(submit(atPage))).isEqualTo("SessionEnded");
    }

    /** Every address of {@code own}, called with the token of {@code foreign}. */
    private void assertUntouched(Response own, String challenge, Response foreign) {
        String before = look(own).asString();
        String reset = "/api/v1/resets/" + id(own);
        RequestSpecification stranger = as(foreign);
        List<Response> answers = List.of(
                stranger.get(reset),
                stranger.body(Map.of("method", "EMAIL")).post(reset + "/challenges"),
                stranger.body(Map.of("code", "000000")).post(reset + "/challenges/" + challenge),
                stranger.body(Map.of("newPassword", "Quartz-Meadow-31")).post(reset + "/password"),
                stranger.post(reset + "/unlock"),
                stranger.delete(reset));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
        assertThat(look(own).asString()).isEqualTo(before);
    }
}
