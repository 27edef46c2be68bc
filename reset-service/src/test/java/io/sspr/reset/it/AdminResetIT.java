package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sspr.contract.change.PasswordResetByAdmin;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may reset whose password, and what becomes of one that the cloud masters, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminResetIT extends AdminResetWalk {
    private static final String OTHER = "Velvet-Harbour-58";
    private static final Map<String, Object> FOR_GOOD = Map.of("newPassword", FRESH, "forceChangeAtNextSignIn", false);

    @Test
    void thePasswordIsGoodForOneSignInAtWhichItIsReplaced_R_WB_45_R_CHG_01() {
        String token = signIn("cloud", PASSWORD).path("accessToken");

        Response reset = reset("cloud", FOR_ONE_SIGN_IN);

        assertThat(reset.statusCode()).isEqualTo(200);
        assertThat(reset.<String>path("newPassword")).isNull();
        assertThat(reset.header("Cache-Control")).isEqualTo("no-store");
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(bearer(token).post("/api/v1/signout").statusCode()).isEqualTo(401);
        assertThat(problem(signIn("cloud", FRESH))).isEqualTo("PasswordExpired");
        assertThat(change("cloud", FRESH, OTHER).statusCode()).isEqualTo(200);
        assertThat(signIn("cloud", OTHER).statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordStaysIfTheAdministratorWantsSo_R_WB_45() {
        assertThat(reset("cloud", FOR_GOOD).statusCode()).isEqualTo(200);

        assertThat(signIn("cloud", FRESH).statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordIsMadeUpAndToldOnce_R_WB_42() {
        Response reset = reset("cloud", Map.of("forceChangeAtNextSignIn", false));

        String generated = reset.path("newPassword");
        assertThat(generated).hasSize(16);
        assertThat(signIn("cloud", generated).statusCode()).isEqualTo(200);
        assertThat(fact(reset).toString()).doesNotContain(generated);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswer_R_FLW_34() {
        String token = signIn(ADMINISTRATOR, PASSWORD).path("accessToken");
        String key = UUID.randomUUID().toString();
        Response first = madeUp(token, key);
        Response again = madeUp(token, key);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("newPassword")).isEqualTo(first.path("newPassword"));
        assertThat(signIn("cloud", first.path("newPassword")).statusCode()).isEqualTo(200);
    }

    @Test
    void theUserIsToldAndTheAuditLogKnowsWhoDidIt_R_AUD_22_R_NTF_01() {
        Response reset = reset("cloud", FOR_ONE_SIGN_IN);

        PasswordResetByAdmin fact = fact(reset);
        assertThat(fact.user().userPrincipalName()).isEqualTo("cloud@" + domain());
        assertThat(fact.by().userPrincipalName()).isEqualTo("admin@" + domain());
        assertThat(fact.by().ipAddress()).isNotBlank();
        assertThat(fact.mustChange()).isTrue();
        assertThat(fact.onPremisesAgent()).isNull();
        assertThat(fact.notices()).extracting("address").containsExactly("c@home.example");
    }

    @Test
    void theUserMaySignInAgainAfterTooManyWrongPasswords_R_LOK_05() {
        IntStream.range(0, 10).forEach(i -> signIn("cloud", "wrong " + i));
        assertThat(problem(signIn("cloud", PASSWORD))).isEqualTo("SignInLocked");

        reset("cloud", FOR_GOOD).then().statusCode(200);

        assertThat(signIn("cloud", FRESH).statusCode()).isEqualTo(200);
    }

    @Test
    void theUserMayResetAgainAfterTooManyAttempts_R_THR_06() {
        for (int i = 0; i < 5; i++) {
            begin("cloud");
        }
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("Throttled");

        reset("cloud", FOR_ONE_SIGN_IN).then().statusCode(200);

        assertThat(tryToBegin("cloud").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"short, CloudPolicyViolation, LENGTH", "P@$$w0rd1!, FuzzyPolicyViolationInvalidPassword, GLOBAL"})
    void aPolicyRefusesTheNewPassword_R_CLD_01_R_BAN_01_R_AUD_22(String fresh, String code, String rule) {
        Response refused = reset("cloud", Map.of("newPassword", fresh));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo(code);
        assertThat(refused.<List<String>>path("errors.where")).contains(rule);
        assertThat(refusal(refused).reason()).isEqualTo(code);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password Administrator", "User Administrator", "Helpdesk Administrator"})
    void helpersMayResetUsersButNoAdministrators_R_ACT_06(String role) {
        employ("helen", role);

        assertThat(reset("helen", "cloud", FOR_ONE_SIGN_IN).statusCode()).isEqualTo(200);
        Response refused = reset("helen", "admin", FOR_ONE_SIGN_IN);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("NotAllowed");
        assertThat(refusal(refused).by().userPrincipalName()).isEqualTo("helen@" + domain());
        assertThat(signIn("admin", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aGlobalAdministratorMayResetAnAdministrator_R_ACT_06() {
        employ("helen", "Helpdesk Administrator");

        assertThat(reset("helen", FOR_ONE_SIGN_IN).statusCode()).isEqualTo(200);
    }

    @Test
    void otherRolesAndUsersMayNot_R_ACT_06() {
        employ("rita", "Reports Reader");

        assertThat(reset("rita", "cloud", FOR_ONE_SIGN_IN).statusCode()).isEqualTo(403);
        assertThat(reset("cloud", "rita", FOR_ONE_SIGN_IN).statusCode()).isEqualTo(403);
        assertThat(given().contentType(ContentType.JSON)
                        .body(FOR_ONE_SIGN_IN)
                        .post(resetOf("cloud"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodyResetsTheOwnPassword_R_WB_43() {
        Response refused = reset("admin", FOR_ONE_SIGN_IN);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("OwnPassword");
        assertThat(signIn("admin", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void theUserIsNamedByIdOrName_R_WB_42() {
        String byId = "/api/v1/admin/users/" + accountId("cloud") + "/reset-password";

        assertThat(asAdministrator().body(FOR_ONE_SIGN_IN).post(byId).statusCode())
                .isEqualTo(200);
        assertThat(reset("nobody", FOR_ONE_SIGN_IN).statusCode()).isEqualTo(404);
        assertThat(asAdministrator()
                        .body(FOR_ONE_SIGN_IN)
                        .post(byId.replace(
                                accountId("cloud").toString(), UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void usersOfOtherTenantsAreNotFound_R_ACT_06() {
        String strangers = resetOf("cloud");
        importTenant();

        assertThat(asAdministrator().body(FOR_ONE_SIGN_IN).post(strangers).statusCode())
                .isEqualTo(404);
    }

    private void employ(String name, String role) {
        importAccounts("{\"userPrincipalName\": \"" + name + "@%s\", \"kind\": \"CLOUD_ONLY\", \"roles\": [\"" + role
                + "\"], \"password\": \"" + PASSWORD + "\"}");
    }

    private Response madeUp(String token, String key) {
        return bearer(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("forceChangeAtNextSignIn", false))
                .post(resetOf("cloud"));
    }

    private Response change(String name, String current, String fresh) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "userPrincipalName", name + "@" + domain(), "currentPassword", current, "newPassword", fresh))
                .post("/api/v1/password/change");
    }
}
