package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.writeback.WritebackRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that are easy to guess, at the end of a reset; on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BannedPasswordIT extends ResetWalk {

    @ParameterizedTest
    @CsvSource({
        "Qwerty12!, GLOBAL, qwerty",
        "My-Clementine-26, NAME, clementine",
        "M@rsh-and-Copper-26, NAME, marsh",
        "Wingtip Toys 2026, NAME, wingtip",
        "Zanzibar-1!, CUSTOM, zanzibar",
        "Zanzibat-1!, CUSTOM, zanzibar"
    })
    void easyOnesAreRefusedWithoutATerm_R_BAN_01_R_BAN_05_R_BAN_07_R_ERR_98(String password, String rule, String term) {
        setPolicy("{\"banned\": {\"enforceCustom\": true, \"custom\": [\"zanzibar\"]}}");
        Response begun = atPasswordPage("cloud");

        Response answer = submit(begun, password);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("FuzzyPolicyViolationInvalidPassword");
        assertThat(answer.<List<String>>path("errors.where")).containsExactly(rule);
        assertThat(answer.asString().toLowerCase(Locale.ROOT)).doesNotContain(term, "zanzibar", "points");
        PasswordRefused fact = broker.await(PasswordRefused.class, refused -> isOf(refused, begun))
                .event();
        assertThat(fact.policy()).isEqualTo(Policy.BANNED);
        assertThat(fact.rules()).containsExactly(rule);
    }

    @Test
    void aNameSpeltInAnotherWayIsNone_R_BAN_02_R_BAN_05() {
        assertThat(submit(atPasswordPage("cloud"), "Cl3mentine-Copper-7").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTenantsTermsCountOnlyWhileEnforced_R_CFG_21() {
        setPolicy("{\"banned\": {\"custom\": [\"zanzibar\"]}}");

        assertThat(submit(atPasswordPage("cloud"), "Zanzibar-1!").statusCode()).isEqualTo(200);
    }

    @Test
    void theUserKeepsGatesAndTimeAndChoosesAnother_R_FLW_42() {
        Response begun = atPasswordPage("cloud");
        Response before = look(begun);

        submit(begun, "Qwerty12!").then().statusCode(422);

        Response after = look(begun);
        assertThat(after.<String>path("state")).isEqualTo("PASSWORD_OPEN");
        assertThat(after.<Integer>path("gatesPassed")).isEqualTo(1);
        assertThat(after.<String>path("expiresAt")).isEqualTo(before.path("expiresAt"));
        assertThat(after.<String>path("problem.code")).isEqualTo("FuzzyPolicyViolationInvalidPassword");
        submit(begun).then().statusCode(200);
        assertThat(look(begun).<String>path("problem")).isNull();
    }

    @Test
    void weakPasswordsAreNoAttempts_R_THR_11() {
        Response begun = atPasswordPage("cloud");
        for (int i = 0; i < 7; i++) {
            assertThat(problem(submit(begun, "Qwerty12!"))).isEqualTo("FuzzyPolicyViolationInvalidPassword");
        }

        submit(begun).then().statusCode(200);
    }

    @Test
    void anEasyOneNeverReachesTheAgent_R_BAN_08_R_FLW_40() {
        Response begun = atPasswordPage("federated");

        assertThat(problem(submit(begun, "P@$$w0rd1!"))).isEqualTo("FuzzyPolicyViolationInvalidPassword");
        assertThat(state(begun)).isEqualTo("PASSWORD_OPEN");

        submit(begun).then().statusCode(202);
        request(begun);
        assertThat(broker.all(WritebackRequest.class, request -> isOf(request, begun)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vxqzt", "ohne-Großbuchstaben-und-Ziffern", "日本語のパスワード"})
    void theCloudsRulesDoNotBindOnPremisesPasswords_R_CLD_01(String password) {
        submit(atPasswordPage("federated"), password).then().statusCode(202);
    }

    @Test
    void theCloudsRulesAreNamed_R_CLD_02_R_CLD_03_R_CLD_04_R_ERR_99() {
        Response begun = atPasswordPage("cloud");

        Response answer = submit(begun, "kürz");

        assertThat(problem(answer)).isEqualTo("CloudPolicyViolation");
        assertThat(answer.<List<String>>path("errors.where"))
                .containsExactlyInAnyOrder("LENGTH", "CHARACTERS", "CATEGORIES");
        assertThat(state(begun)).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void thePasswordIsComparedWithItsRepetitionFirst_R_FLW_40() {
        Response begun = atPasswordPage("cloud");

        Response differing = submitTwice(begun, "Qwerty12!", "Qwerty12?");

        assertThat(differing.statusCode()).isEqualTo(422);
        assertThat(problem(differing)).isEqualTo("PasswordsDiffer");
        assertThat(state(begun)).isEqualTo("PASSWORD_OPEN");
        assertThat(problem(submitTwice(begun, "Qwerty12!", "Qwerty12!")))
                .isEqualTo("FuzzyPolicyViolationInvalidPassword");
        assertThat(submitTwice(begun, PASSWORD, PASSWORD).statusCode()).isEqualTo(200);
    }

    private static Response submitTwice(Response begun, String password, String repetition) {
        return as(begun)
                .body(Map.of("newPassword", password, "confirmation", repetition))
                .post("/api/v1/resets/" + id(begun) + "/password");
    }
}
