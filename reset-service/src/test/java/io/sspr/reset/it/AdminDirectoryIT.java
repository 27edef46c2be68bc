package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agents, import, groups and the administrators' own policy in the administration portal; the test plays the agents. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminDirectoryIT extends AgentWalk {
    private static final Pattern TOKEN = Pattern.compile("<code id=\"token\"[^>]*>([^<]+)</code>");
    private static final String ON_PREMISES = "/admin/onpremises";
    private static final String SWITCHES = "writebackEnabled";

    @Test
    void aTokenShownOnceLetsAnAgentInAndOnlyThenThereIsThePage_R_UI_03_R_WB_20() {
        asAdministrator().delete(AGENTS + "/imported").then().statusCode(204);
        Visit visit = as(ADMINISTRATOR).open(ON_PREMISES).expect(200);
        assertThat(visit.path()).isEqualTo("/admin/connect");
        assertThat(visit.text()).contains("SSPR_TENANT=" + tenant).doesNotContain("On-premises integration Connect");

        String token = TOKEN.matcher(visit.press("Get a token").expect(200).html())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();

        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visit.text()).contains("onboarding-token", "the only time").doesNotContain("日本語");
        PlayedAgent.named("dc-1").onboard(token).then().statusCode(201);
        assertThat(visit.follow("Look at the agents").expect(200).path()).isEqualTo(ON_PREMISES);
        assertThat(visit.text())
                .contains("dc-1-e", "dc-1-s", "On-premises integration")
                .doesNotContain(token);
    }

    @Test
    void whoeverIsVouchedForByTheOrganisationIsToldWhyThereIsNoToken_R_WB_20() {
        String row = "{\"userPrincipalName\": \"second@%%s\", \"kind\": \"%s\", \"licences\": [\"ENTRA_P1\"],"
                + " \"roles\": [\"Global Administrator\"]%s}";
        importAccounts(row.formatted("CLOUD_ONLY", ", \"password\": \"" + PASSWORD + "\""));
        Visit visit = as("second").open("/admin/connect");
        importAccounts(row.formatted("PASS_THROUGH", ", \"cloudAnchor\": \"AAECAwQFBgcICQoLDA0OEA==\""));

        visit.press("Get a token").expect(403);

        assertThat(visit.html()).doesNotContainPattern(TOKEN);
        assertThat(visit.heading()).isEqualTo("Connect a directory");
    }

    @Test
    void theStatusIsSaidInWordsWithWhatToDo_R_WB_51_R_WB_50() {
        asAdministrator().delete(AGENTS + "/imported").then().statusCode(204);
        PlayedAgent agent = onboarded("dc-1");
        Visit visit = as(ADMINISTRATOR).open(ON_PREMISES).expect(200);
        assertThat(visit.text()).contains("Status No connection No agent has been heard of", "Restart the agent.");

        beat("dc-1", "0.0.9", agent.signing());
        await().atMost(SOON).until(() -> visit.open(ON_PREMISES).text().contains("Connected, agent outdated"));
        assertThat(visit.text()).contains("Upgrade the agent", "Version 0.0.9").doesNotContain("Restart the agent.");

        beat("dc-1", "99.0.0", agent.signing());
        await().atMost(SOON).until(() -> visit.open(ON_PREMISES).text().contains("Status Connected An agent is"));
    }

    @Test
    void theSwitchesAreGreyedUnlessAnAgentIsWell_R_UI_03_R_UI_06() {
        Visit visit = as(ADMINISTRATOR).open(ON_PREMISES).expect(200);
        assertThat(visit.text()).contains("once an agent is connected");
        assertThat(visit.html()).containsPattern("name=\"writeback\"[^>]*\\bdisabled\\b");

        visit.post(ON_PREMISES, Map.of("csrf", visit.value("csrf"), "version", visit.value("version")))
                .expect(409);

        assertThat(policy(SWITCHES)).isEqualTo("true");
    }

    @Test
    void theSwitchesAreTurnedAndTheUnlockSwitchIsHiddenWithItsParent_R_CFG_17_R_CFG_18_R_UI_02_R_UI_05() {
        beat();
        Visit visit = as(ADMINISTRATOR).open(ON_PREMISES);
        visit.set("unlock", "true").submit(ON_PREMISES).expect(200);
        assertThat(visit.text()).contains("saved and in force");
        assertThat(policy("allowUnlockWithoutReset")).isEqualTo("true");

        visit.set("writeback")
                .set("unlockShown")
                .set("unlock")
                .submit(ON_PREMISES)
                .expect(200);
        assertThat(policy(SWITCHES)).isEqualTo("false");
        assertThat(policy("allowUnlockWithoutReset")).isEqualTo("true");
        assertThat(visit.html()).containsPattern("<fieldset[^>]*disabled hidden>");

        String outdated = visit.value("version");
        visit.set("writeback", "true").submit(ON_PREMISES).expect(200);
        assertThat(policy(SWITCHES)).isEqualTo("true");
        visit.post(ON_PREMISES, Map.of("csrf", visit.value("csrf"), "version", outdated))
                .expect(412);
        assertThat(policy(SWITCHES)).isEqualTo("true");
    }

    @Test
    void onlyAGlobalAdministratorPutsAnAgentOut_R_WB_25() {
        onboarded("dc-1");
        importAccounts("{\"userPrincipalName\": \"paul@%s\", \"kind\": \"CLOUD_ONLY\", \"licences\": [\"ENTRA_P1\"],"
                + " \"roles\": [\"Authentication Policy Administrator\"], \"password\": \"" + PASSWORD + "\"}");
        Visit paul = as("paul").open(ON_PREMISES).expect(200);
        assertThat(paul.text()).contains("dc-1").doesNotContain("Offboard this agent");
        paul.post(ON_PREMISES + "/offboarding", Map.of("csrf", paul.value("csrf"), "agent", "dc-1"))
                .expect(403);

        Visit visit =
                as(ADMINISTRATOR).open(ON_PREMISES).press("Offboard now dc-1").expect(200);

        assertThat(visit.text())
                .contains("Its keys are void", "keys were imported")
                .doesNotContain("dc-1");
        visit.post(ON_PREMISES + "/offboarding", Map.of("csrf", visit.value("csrf"), "agent", "dc-1"))
                .expect(404);
        assertThat(visit.open(ON_PREMISES).press("Offboard now imported").path())
                .isEqualTo("/admin/connect");
    }

    @Test
    void everyBadRowOfAnImportIsNamedAndNothingIsStored() {
        Visit visit = imported("""
                {"tenant": {"id": "%1$s", "displayName": "Wingtip", "domains": ["%1$s.example"]}, "accounts": [
                {"userPrincipalName": "new@%1$s.example", "kind": "CLOUD_ONLY"}, {"userPrincipalName": "bad"}]}""").expect(422);

        assertThat(visit.text()).contains("Nothing was stored", "accounts[1].userPrincipalName", "accounts[1].kind");
        assertThat(visit.value("document")).isEmpty();
        assertThat(accounts.named("new@" + domain())).isEmpty();
        assertThat(imported("{\"tenant\": ").expect(422).text()).contains("1:");
        assertThat(imported("null").expect(422).text()).contains("is missing");
        assertThat(imported("{\"tenant\": {\"id\": \"%1$s\", \"planet\": 1}}")
                        .expect(422)
                        .text())
                .contains("tenant.planet");
    }

    @Test
    void anImportIsStoredAndSaysWhatShouldBeMended_R_PHN_03() {
        Visit visit = imported("""
                {"tenant": {"id": "%1$s", "displayName": "Wingtip", "domains": ["%1$s.example"]}, "accounts": [
                {"userPrincipalName": "new@%1$s.example", "kind": "CLOUD_ONLY", "mobilePhone": "0901"}]}""").expect(200);

        assertThat(visit.text()).contains("Groups: 0. Accounts: 1.", "accounts[0].mobilePhone");
        assertThat(accounts.named("new@" + domain())).isPresent();
    }

    @Test
    void aFormWithAFilesEncodingAndALongDocumentIsRead() {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> "{\"userPrincipalName\": \"u%d@%s\", \"kind\": \"CLOUD_ONLY\"}".formatted(i, domain()))
                .collect(Collectors.joining(","));
        Visit visit = as(ADMINISTRATOR).open("/admin/import");

        String page = given().header("Authorization", "Bearer " + token(ADMINISTRATOR))
                .header("Accept-Language", "en")
                .cookie("sspr-form", visit.cookie("form"))
                .multiPart("csrf", visit.value("csrf"))
                .multiPart(
                        "document",
                        "{\"tenant\": {\"id\": \"%s\", \"displayName\": \"Wingtip\", \"domains\": [\"%s\"]}, \"accounts\": [%s]}"
                                .formatted(tenant, domain(), rows))
                .post("/admin/import")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("Accounts: 400.");
    }

    @Test
    void nobodyImportsAnotherOrganisation_R_UI_06() {
        String other = tenant;
        importTenant();
        Visit visit = as(ADMINISTRATOR).open("/admin/import");

        visit.set(
                        "document",
                        "{\"tenant\": {\"id\": \"%s\", \"displayName\": \"Mine\", \"domains\": [\"m.example\"]}}"
                                .formatted(other))
                .submit()
                .expect(403);
    }

    @Test
    void groupsAreShownWithWhatTheyHandOn_R_LIC_01_R_CFG_03() {
        imported("""
                {"tenant": {"id": "%1$s", "displayName": "Wingtip", "domains": ["%1$s.example"]},
                 "groups": [{"id": "g1", "displayName": "Everybody", "memberGroups": ["g2"]},
                            {"id": "g2", "displayName": "Sales", "licences": ["M365_E3"], "memberGroups": ["g1"]}],
                 "accounts": [{"userPrincipalName": "sam@%1$s.example", "kind": "CLOUD_ONLY", "groups": ["g2"]}]}""").expect(200);
        setPolicy("{\"ssprEnabled\": \"SELECTED\", \"ssprGroupId\": \"g1\"}");

        Visit visit = as(ADMINISTRATOR).open("/admin/groups").expect(200);

        assertThat(visit.text())
                .contains("Everybody May reset Imported 0 Sales None", "Sales Imported 1 Everybody Microsoft 365 E3");
        visit.open("/admin/users/" + accountId("sam"));
        assertThat(visit.text())
                .contains("Microsoft 365 E3 By the group “Sales” Reset, also with writeback")
                .contains("Groups Sales Everybody By a group within May reset");
    }

    @Test
    void theAdministratorsPolicyIsExplainedWithItsExceptions_R_ADM_01_R_ADM_04_R_ADM_06() {
        Visit visit = as(ADMINISTRATOR).open("/admin/policy").expect(200);
        assertThat(visit.text())
                .contains("Two different methods The organisation has a domain of its own.", "Reports Reader")
                .contains("Security questions never count");

        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token(ADMINISTRATOR))
                .body("""
                        {"tenant": {"id": "%1$s", "displayName": "Wingtip", "domains": ["%1$s.example"], "plan": "TRIAL",
                         "trialStartedOn": "%2$s"}}""".formatted(tenant, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);

        assertThat(visit.open("/admin/policy").text())
                .contains("One method The organisation is in the first 30 days of its trial.", "Mobile phone, Email");
    }

    private Visit imported(String document) {
        return as(ADMINISTRATOR)
                .open("/admin/import")
                .set("document", document.replace("%1$s", tenant))
                .submit();
    }

    private Visit as(String name) {
        return new Visit(clock).speaking("en").saying("Authorization", "Bearer " + token(name));
    }

    private String token(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", PASSWORD))
                .post("/api/v1/signin")
                .path("accessToken");
    }

    private String policy(String setting) {
        return asAdministrator().get("/api/v1/admin/policy").path(setting).toString();
    }
}
