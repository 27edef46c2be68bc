package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators see of the portal, and when: the pages hide it, and the service refuses it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminVisibilityIT extends SettingsWalk {
    private static final List<String> SECTIONS =
            List.of("properties", "methods", "registration", "notifications", "customization", "protection", "policy");
    private static final String UNLICENSED = "ines";
    private static final String SCOPE = "{\"id\": \"scope\", \"displayName\": \"Scope\"}";
    private static final String MAY_RESET = "badge-ok\">May reset<";
    private static final String ON_PREMISES = "href=\"/admin/onpremises\"";

    @Test
    void withoutALicencePasswordResetIsNotThere_R_UI_01() {
        employ(UNLICENSED, "Global Administrator");
        Visit visit = as(UNLICENSED).open("/admin").expect(403);

        assertThat(visit.text()).contains("Your account holds no licence", "Ask a Global Administrator");
        assertThat(visit.html()).contains("href=\"/admin/users\"");
        SECTIONS.forEach(section -> assertThat(visit.html()).doesNotContain("href=\"/admin/" + section + "\""));
        visit.open("/admin/users").expect(200);
        SECTIONS.forEach(section -> assertThat(visit.html()).doesNotContain("href=\"/admin/" + section + "\""));
    }

    @Test
    void itsAddressesAreRefusedAndSayWhy_R_UI_01() {
        employ(UNLICENSED, "Global Administrator");
        Visit visit = as(UNLICENSED);

        Stream.concat(SECTIONS.stream(), Stream.of("onpremises", "connect", "protection/trial"))
                .forEach(section -> {
                    visit.open("/admin/" + section).expect(403);
                    assertThat(visit.text()).as(section).contains("Your account holds no licence");
                });
        assertThat(visit.speaking("ja").open("/admin/methods").text()).contains("ライセンスが割り当てられていない");
    }

    @ParameterizedTest
    @CsvSource({
        "properties, ssprEnabled, NONE, SELECTED",
        "methods, methodsEnabled, EMAIL, SECURITY_QUESTIONS",
        "registration, registrationRequired, , true",
        "notifications, notifyAllAdminsOnAdminReset, , true",
        "customization, helpdesk.custom, , true",
        "protection, banned.enforceCustom, , true"
    })
    void whatDependsOnAChoiceIsHiddenUntilItIsMade_R_UI_02(String section, String parent, String off, String on) {
        Visit visit = section(section);
        visit.set(parent, off == null ? new String[0] : new String[] {off})
                .submit()
                .expect(200);
        assertThat(shows(visit, parent + "=" + on)).isFalse();

        visit.set(parent, section.equals("methods") ? new String[] {off, on} : new String[] {on})
                .submit();

        assertThat(shows(visit, parent + "=" + on)).isTrue();
    }

    @Test
    void onPremisesIntegrationIsThereOnceAnAgentWasOnboarded_R_UI_03() {
        String withAgent = as(ADMINISTRATOR).open("/admin").expect(200).html();
        Visit visit = new Visit(clock).speaking("en").saying("Authorization", "Bearer " + tokenOfTenantWithoutAgent());

        assertThat(withAgent).contains(ON_PREMISES);
        assertThat(visit.open("/admin").expect(200).html()).doesNotContain(ON_PREMISES);
        assertThat(visit.text()).contains("No agent is connected.");
        assertThat(visit.open("/admin/methods").expect(200).html()).doesNotContain(ON_PREMISES);
    }

    @ParameterizedTest
    @CsvSource({
        "Global Administrator, , false",
        "Helpdesk Administrator, \"ENTRA_P1\", false",
        "Global Administrator, \"ENTRA_P1\", true"
    })
    void whatTheSettingsAreIsToldToNobodyElse_R_UI_01_R_ACT_03(String role, String licence, boolean told) {
        importAccounts(
                "{\"userPrincipalName\": \"cloud@%s\", \"kind\": \"CLOUD_ONLY\", \"groups\": [\"scope\"]}", SCOPE);
        setPolicy("{\"ssprEnabled\": \"SELECTED\", \"ssprGroupId\": \"scope\"}");
        employ("helper", role, licence == null ? "" : licence);
        Visit visit = as("helper");

        String groups = visit.open("/admin/groups").expect(200).html();
        String user =
                visit.open("/admin/users/" + accountId("cloud")).expect(200).html();

        assertThat(groups.contains(MAY_RESET)).isEqualTo(told);
        assertThat(user.contains(MAY_RESET)).isEqualTo(told);
        assertThat(user.contains("Methods that a reset asks for")).isEqualTo(told);
        assertThat(user).contains("Accepted at a reset now");
    }

    @Test
    void aLicenceOpensThemAtTheNextLoad_R_UI_04() {
        employ(UNLICENSED, "Global Administrator");
        Visit visit = as(UNLICENSED).open("/admin/methods").expect(403);

        importAccounts("""
                {"userPrincipalName": "ines@%s", "kind": "CLOUD_ONLY", "roles": ["Global Administrator"],
                 "licences": ["ENTRA_P1"]}""");

        assertThat(visit.open("/admin/methods").expect(200).html()).contains("href=\"/admin/registration\"");
    }

    @Test
    void whatIsHiddenIsKeptAndComesBack_R_UI_05() {
        setPolicy("""
                {"reconfirmDays": 33, "helpdesk": {"custom": true, "target": "help@wingtip.example"},
                 "methodsEnabled": ["EMAIL", "SECURITY_QUESTIONS"], "sq": {"registerCount": 4, "custom": ["Which ship?"]},
                 "banned": {"enforceCustom": true, "custom": ["wingtip"]},
                 "ssprEnabled": "SELECTED", "ssprGroupId": "scope"}""");

        toggle("registration", "registrationRequired", "true");
        toggle("customization", "helpdesk.custom", "true");
        toggle("protection", "banned.enforceCustom", "true");
        section("properties")
                .set("ssprEnabled", "ALL")
                .set("ssprGroupId", "")
                .submit()
                .expect(200);
        section("methods")
                .set("methodsEnabled", "EMAIL")
                .set("sq.registerCount")
                .set("sq.custom")
                .set("sq.predefined")
                .submit()
                .expect(200);

        assertThat(setting("reconfirmDays")).isEqualTo(33);
        assertThat(setting("helpdesk.target")).isEqualTo("help@wingtip.example");
        assertThat(setting("banned.custom")).isEqualTo(List.of("wingtip"));
        assertThat(setting("ssprGroupId")).isEqualTo("scope");
        assertThat(setting("sq.registerCount")).isEqualTo(4);
        assertThat(setting("sq.custom")).isEqualTo(List.of("Which ship?"));
        assertThat(this.<List<?>>list("sq.predefined")).hasSize(35);
        assertThat(section("registration")
                        .set("registrationRequired", "true")
                        .submit()
                        .value("reconfirmDays"))
                .isEqualTo("33");
    }

    @Test
    void theServiceRefusesWhatThePagesHide_R_UI_06() {
        employ(UNLICENSED, "Global Administrator");
        String token = token(UNLICENSED);

        assertThat(answers(token)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(problem(answer)).isEqualTo("AdministratorNotLicensed");
        });
        Visit visit = as(UNLICENSED).open("/admin/users").expect(200);
        visit.post("/admin/notifications", Map.of("csrf", visit.value("csrf"), "version", "0"))
                .expect(403);
        assertThat(setting("notifyUserOnReset")).isEqualTo(true);

        importAccounts("""
                {"userPrincipalName": "ines@%s", "kind": "CLOUD_ONLY", "roles": ["Global Administrator"],
                 "licences": ["ENTRA_P1"]}""");
        assertThat(answers(token)).extracting(Response::statusCode).containsExactly(200, 200, 200, 200, 201);
    }

    private static List<Response> answers(String token) {
        RequestSpecification caller = given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
        return List.of(
                caller.get(POLICY),
                caller.body("{}").patch(POLICY),
                caller.body(Map.of("password", "x")).post("/api/v1/admin/password-policy/evaluate"),
                caller.get("/api/v1/admin/agents"),
                caller.post("/api/v1/admin/agents/onboarding-tokens"));
    }

    private void toggle(String section, String parent, String on) {
        Visit visit = section(section).set(parent).submit().expect(200);
        assertThat(setting(parent)).isEqualTo(false);
        assertThat(shows(visit, parent + "=" + on)).isFalse();
    }

    @SuppressWarnings("unchecked")
    private <T> T list(String path) {
        return (T) setting(path);
    }

    private String tokenOfTenantWithoutAgent() {
        String other = tenant + "x";
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Surroundings.SETUP_TOKEN)
                .body("""
                        {"tenant": {"id": "%1$s", "displayName": "Fabrikam", "domains": ["%1$s.example"], "policy": {}},
                         "accounts": [{"userPrincipalName": "admin@%1$s.example", "kind": "CLOUD_ONLY",
                           "roles": ["Global Administrator"], "licences": ["ENTRA_P1"], "password": "%2$s"}]}""".formatted(other, PASSWORD))
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", "admin@" + other + ".example", "password", PASSWORD))
                .post("/api/v1/signin")
                .path("accessToken");
    }
}
