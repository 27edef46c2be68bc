package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.PolicyChanged.Change;
import io.sspr.contract.policy.WritebackSwitched;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a tenant and who may change them, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PolicyIT extends ResetWalk {
    private static final String POLICY = "/api/v1/admin/policy";
    private static final String EVALUATE = "/api/v1/admin/password-policy/evaluate";

    @Test
    void theNextResetFollowsTheNewSettings_R_CFG_01_R_CFG_05() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("SSPR_0009");

        setPolicy("{\"ssprEnabled\": \"ALL\", \"methodsRequired\": 2}");
        assertThat(begin("cloud").<Integer>path("gatesRequired")).isEqualTo(2);
    }

    @Test
    void aResetUnderWayFollowsTheNewSettingsAtItsEnd_R_CHK_20() {
        Response begun = atPasswordPage("cloud");
        setPolicy("{\"ssprEnabled\": \"SELECTED\", \"ssprGroupId\": \"scope\"}");

        assertThat(problem(submit(begun))).isEqualTo("SSPR_0013");
        assertThat(state(begun)).isEqualTo("REFUSED");
    }

    @Test
    void whoHasPassedTooFewGatesMeanwhileStartsAgain_R_CHK_20_R_CFG_05() {
        Response begun = atPasswordPage("cloud");
        setPolicy("{\"methodsRequired\": 2}");

        assertThat(problem(submit(begun))).isEqualTo("SessionEnded");
        assertThat(state(begun)).isEqualTo("CANCELLED");
        assertThat(broker.await(AccountNotVerified.class, fact -> isOf(fact, begun))
                        .event()
                        .cause())
                .isEqualTo(Cause.MORE_GATES_REQUIRED);
    }

    @Test
    void everyChangeIsRecordedOnceWithOldAndNewValue_R_CFG_27() {
        setPolicy("{\"methodsRequired\": 2, \"lockout\": {\"threshold\": 7}, \"reconfirmDays\": 180}");
        setPolicy("{\"methodsRequired\": 2}");
        setPolicy("{\"notifyUserOnReset\": false}");

        broker.await(
                PolicyChanged.class,
                fact -> isOfTenant(fact)
                        && fact.event().changes().get(0).setting().equals("notifyUserOnReset"));
        List<Message<PolicyChanged>> facts = broker.all(PolicyChanged.class, this::isOfTenant);
        assertThat(facts).hasSize(2);
        assertThat(facts.get(0).event().changes())
                .containsExactly(new Change("lockout.threshold", "10", "7"), new Change("methodsRequired", "1", "2"));
        assertThat(facts.get(0).event().by().userPrincipalName()).isEqualTo(ADMINISTRATOR + "@" + domain());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methodsRequired | {'methodsRequired': 3}",
                "methodsEnabled | {'methodsEnabled': []}",
                "methodsEnabled | {'methodsEnabled': ['APP_CODE', 'APP_NOTIFICATION']}",
                "methodsEnabled | {'methodsRequired': 2, 'methodsEnabled': ['APP_CODE', 'EMAIL']}",
                "sq.registerCount | {'sq': {'registerCount': 6}}",
                "sq.resetCount | {'sq': {'registerCount': 3, 'resetCount': 4}}",
                "sq.custom[0] | {'sq': {'custom': ['?']}}",
                "reconfirmDays | {'reconfirmDays': 731}",
                "reconfirmDays | {'registrationRequired': false, 'reconfirmDays': 30}",
                "helpdesk.target | {'helpdesk': {'custom': true, 'target': 'javascript:alert(1)'}}",
                "banned.custom[1] | {'banned': {'custom': ['long enough', 'abc']}}",
                "lockout.threshold | {'lockout': {'threshold': 0}}",
                "lockout.durationSec | {'lockout': {'durationSec': 4}}",
                "passwordPolicy.expiryDays | {'passwordPolicy': {'expiryDays': 731}}",
                "branding.logo | {'branding': {'logo': 'http://logo.example/a.png'}}",
                "branding.colour | {'branding': {'colour': 'red'}}",
                "ssprGroupId | {'ssprGroupId': 'no such group'}"
            })
    void aValueThatIsNotAllowedIsNamedAndNothingChanges_R_CFG_27(String setting, String patch) {
        Response before = asAdministrator().get(POLICY);

        Response refused = patch(asAdministrator(), patch.replaceFirst("\\{", "{'notifyUserOnReset': false, "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("PolicyRejected");
        assertThat(refused.<List<String>>path("errors.where")).containsExactly(setting);
        assertThat(refused.<List<String>>path("errors.what")).allMatch(what -> !what.isBlank());
        assertThat(broker.await(PolicyChangeRefused.class, this::isOfTenant)
                        .event()
                        .settings())
                .containsExactly(setting);
        Response after = asAdministrator().get(POLICY);
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methodRequired | {'methodRequired': 1}",
                "lockout.treshold | {'lockout': {'treshold': 1}}",
                "methodsRequired | {'methodsRequired': 'two'}",
                "ssprEnabled | {'ssprEnabled': 'SOME'}"
            })
    void aSettingThatDoesNotExistIsNamed_R_CFG_27(String setting, String patch) {
        Response answer = patch(asAdministrator(), patch);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer)).isEqualTo("MalformedRequest");
        assertThat(answer.<List<String>>path("errors.where")).containsExactly(setting);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten_R_CFG_27() {
        String seen = asAdministrator().get(POLICY).header("ETag");
        Response first = patch(asAdministrator().header("If-Match", seen), "{'methodsRequired': 2}");
        Response second = patch(asAdministrator().header("If-Match", seen), "{'methodsRequired': 1}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(seen);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(problem(second)).isEqualTo("VersionOutdated");
        assertThat(asAdministrator().get(POLICY).<Integer>path("methodsRequired"))
                .isEqualTo(2);
        assertThat(patch(asAdministrator().header("If-Match", first.header("ETag")), "{'methodsRequired': 1}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"W/\"%s\" | 412", "\"%s\", \"x\" | 412", "\"x\" | 412", "%s | 412", "* | 200", "\"%s\" | 200"})
    void aVersionThatIsNoneOfOursIsNotTheOneThatIsThere_R_CFG_27(String tag, int status) {
        String version = asAdministrator().get(POLICY).header("ETag").replace("\"", "");

        Response answer = patch(asAdministrator().header("If-Match", tag.formatted(version)), "{'methodsRequired': 2}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(asAdministrator().get(POLICY).<Integer>path("methodsRequired"))
                .isEqualTo(status == 200 ? 2 : 1);
    }

    @Test
    void aNullGivesASettingItsDefaultBack_R_CFG_05_R_CFG_22() {
        setPolicy("{\"methodsRequired\": 2, \"lockout\": {\"threshold\": 7, \"durationSec\": 90}}");

        Response now = patch(asAdministrator(), "{'methodsRequired': null, 'lockout': {'threshold': null}}");

        assertThat(now.<Integer>path("methodsRequired")).isEqualTo(1);
        assertThat(now.<Integer>path("lockout.threshold")).isEqualTo(10);
        assertThat(now.<Integer>path("lockout.durationSec")).isEqualTo(90);
    }

    @Test
    void switchingWritebackOffIsRecordedAndStopsOnPremisesResets_R_CFG_17_R_AUD_29() {
        setPolicy("{\"writebackEnabled\": false}");

        assertThat(problem(tryToBegin("federated"))).isEqualTo("SSPR_0010");
        assertThat(broker.await(WritebackSwitched.class, this::isOfTenant)
                        .event()
                        .enabled())
                .isFalse();
        setPolicy("{\"writebackEnabled\": true}");
        begin("federated");
        assertThat(broker.all(WritebackSwitched.class, this::isOfTenant)).hasSize(2);
    }

    @Test
    void onlyConfiguringRolesMayLookAndChange_R_ACT_03() {
        importAccounts(staff("configurer", "Authentication Policy Administrator") + ","
                + staff("helper", "Helpdesk Administrator"));

        assertThat(statuses(given().contentType(ContentType.JSON))).containsOnly(401);
        assertThat(statuses(asSignedIn("cloud"))).containsOnly(403);
        assertThat(statuses(asSignedIn("helper"))).containsOnly(403);
        assertThat(statuses(asSignedIn("configurer"))).containsOnly(200);
    }

    @ParameterizedTest
    @CsvSource({"Contoso123, contosol23, 4, TOO_FEW_POINTS", "Contoso1x7z, contosolx7z, 5, ACCEPTED"})
    void passwordsCanBeTriedOnTermsBeforeTheyAreEnforced_R_BAN_06(
            String password, String normalised, int points, String verdict) {
        Response answer = asAdministrator()
                .body(Map.of("password", password, "terms", List.of("contoso")))
                .post(EVALUATE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("normalised")).isEqualTo(normalised);
        assertThat(answer.<List<String>>path("matches.term")).containsExactly("contoso");
        assertThat(answer.<Integer>path("points")).isEqualTo(points);
        assertThat(answer.<Integer>path("needed")).isEqualTo(5);
        assertThat(answer.<String>path("verdict")).isEqualTo(verdict);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static List<Integer> statuses(RequestSpecification caller) {
        return List.of(
                caller.get(POLICY).statusCode(),
                patch(caller, "{}").statusCode(),
                caller.body(Map.of("password", "x")).post(EVALUATE).statusCode());
    }

    private static Response patch(RequestSpecification caller, String patch) {
        return caller.body(patch.replace('\'', '"')).patch(POLICY);
    }

    private static String staff(String name, String role) {
        return """
                {"userPrincipalName": "%s@%%s", "kind": "CLOUD_ONLY", "roles": ["%s"], "licences": ["ENTRA_P1"], "password": "%s"}""".formatted(name, role, PASSWORD);
    }

    private boolean isOfTenant(Message<?> fact) {
        return fact.tenant().equals(tenant);
    }
}
