package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.PolicyChanged.Change;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings in the administration portal, section by section, as somebody sees them whose browser runs no scripts. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AdminSettingsIT extends SettingsWalk {
    private static final String SAVED = "Saved. The new settings are in force.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "properties | ssprEnabled | NONE | NONE",
                "properties | alternateLoginId.enabled | true | true",
                "properties | allowedToUseSspr | | false",
                "properties | enumerationProtection | DECOY | DECOY",
                "methods | methodsEnabled | EMAIL;MOBILE_PHONE;OFFICE_PHONE | [MOBILE_PHONE, OFFICE_PHONE, EMAIL]",
                "registration | registrationRequired | | false",
                "registration | reconfirmDays | 30 | 30",
                "registration | mfaMethods | APP_CODE;MOBILE_PHONE | [APP_CODE, MOBILE_PHONE]",
                "registration | authenticationMethods | OFFICE_PHONE | [OFFICE_PHONE]",
                "notifications | notifyUserOnReset | | false",
                "notifications | notifyAllAdminsOnAdminReset | true | true",
                "customization | branding.logo | https://logo.example/a.png | https://logo.example/a.png",
                "customization | branding.colour | #AA3300 | #AA3300",
                "protection | banned.enforceCustom | true | true",
                "protection | lockout.threshold | 7 | 7",
                "protection | lockout.durationSec | 90 | 90",
                "protection | passwordPolicy.expiryDays | 0 | 0",
                "protection | passwordPolicy.notifyDays | 7 | 7",
                "protection | enforceCloudPasswordPolicyForPasswordSyncedUsers | true | true"
            })
    void aSettingIsShownAndChanged_R_CFG_27(String section, String field, String typed, String now) {
        Visit visit = section(section);
        String[] values = typed == null ? new String[0] : typed.split(";");

        visit.set(field, values).submit().expect(200);

        assertThat(visit.address()).isEqualTo("/admin/" + section + "?saved=true");
        assertThat(visit.text()).contains(SAVED);
        assertThat(visit.values(field)).containsExactlyInAnyOrder(values);
        assertThat(setting(field)).hasToString(now);
        assertThat(broker.await(PolicyChanged.class, fact -> fact.tenant().equals(tenant))
                        .event()
                        .changes())
                .extracting(Change::setting)
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "methods", "registration", "notifications", "customization", "protection"})
    void savingWhatIsShownChangesNothing_R_CFG_27(String section) {
        setPolicy("""
                {"methodsEnabled": ["EMAIL", "SECURITY_QUESTIONS"], "sq": {"custom": ["Which ship?"]},
                 "helpdesk": {"custom": true, "target": "help@wingtip.example"}, "notifyAllAdminsOnAdminReset": true,
                 "banned": {"enforceCustom": true, "custom": ["wingtip", "tailspin"]},
                 "branding": {"colour": "#336699"}, "ssprEnabled": "SELECTED", "ssprGroupId": "scope"}""");
        String before = asAdministrator().get(POLICY).asString();

        Visit visit = section(section);
        visit.submit().expect(200);

        assertThat(visit.text()).contains(SAVED);
        assertThat(asAdministrator().get(POLICY).asString()).isEqualTo(before);
    }

    @Test
    void theNextResetFollowsWhatWasSaved_R_CFG_01_R_CFG_02() {
        section("properties").set("ssprEnabled", "NONE").submit().expect(200);
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("SSPR_0009");

        Visit visit =
                section("properties").set("ssprEnabled", "SELECTED").submit().expect(200);
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("SSPR_0011");

        visit.set("ssprGroupId", "scope").submit().expect(200);
        assertThat(visit.value("ssprGroupId")).isEqualTo("scope");
        assertThat(problem(tryToBegin("cloud"))).isEqualTo("SSPR_0013");
    }

    @Test
    void ofMoreGroupsThanCanBeListedAnyIsChosenByItsName_R_CFG_02() {
        importGroups(1001);
        Visit visit = section("properties").set("ssprEnabled", "SELECTED").submit();
        assertThat(visit.html()).contains("Group 0001").doesNotContain("Group 1001");

        visit.set("otherGroup", "group 1001 ").submit().expect(200);
        assertThat(setting("ssprGroupId")).isEqualTo("g1001");
        assertThat(visit.value("ssprGroupId")).isEqualTo("g1001");
        assertThat(visit.text()).contains("Group 1001");

        visit.set("otherGroup", "g0002").submit().expect(200);
        assertThat(setting("ssprGroupId")).isEqualTo("g0002");

        visit.set("otherGroup", "Nobody").submit().expect(422);
        assertThat(errorAt(visit, "ssprGroupId")).contains("no group of this organisation");
        assertThat(visit.value("ssprGroupId")).isEqualTo("Nobody");
        assertThat(setting("ssprGroupId")).isEqualTo("g0002");
    }

    @Test
    void fewGroupsAreAllInTheList_R_CFG_02() {
        assertThat(section("properties").hasField("otherGroup")).isFalse();
    }

    @Test
    void questionsAreChosenOnceTheyAreAMethod_R_CFG_09_R_CFG_10_R_CFG_11() {
        Visit visit = section("methods")
                .set("methodsEnabled", "EMAIL", "MOBILE_PHONE", "SECURITY_QUESTIONS")
                .submit()
                .expect(200);

        visit.set("sq.registerCount", "4")
                .set("sq.resetCount", "4")
                .set("sq.predefined", "CITY_FIRST_JOB", "FIRST_PET", "FIRST_VEHICLE")
                .set("sq.custom", "Which ship was the first?\r\n\r\n  Which dock?  ")
                .submit()
                .expect(200);

        assertThat(setting("sq.registerCount")).isEqualTo(4);
        assertThat(setting("sq.predefined")).isEqualTo(List.of("CITY_FIRST_JOB", "FIRST_PET", "FIRST_VEHICLE"));
        assertThat(setting("sq.custom")).isEqualTo(List.of("Which ship was the first?", "Which dock?"));
        assertThat(visit.value("sq.custom")).isEqualTo("Which ship was the first?\nWhich dock?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methods | methodsEnabled | | at least one method",
                "methods | methodsEnabled | APP_CODE | with an app method",
                "registration | reconfirmDays | 731 | 0 to 730 days",
                "registration | reconfirmDays | soon | 0 to 730 days",
                "customization | branding.logo | http://logo.example/a.png | an https address",
                "customization | branding.colour | red | six hexadecimal digits",
                "protection | lockout.threshold | 0 | 1 to 50",
                "protection | lockout.durationSec | 4 | 5 to 18000",
                "protection | passwordPolicy.expiryDays | 13 | 14 to 730",
                "protection | passwordPolicy.notifyDays | 31 | 1 to 30"
            })
    void aValueThatIsNotAllowedIsMarkedWhereItWasTyped_R_CFG_27(
            String section, String field, String typed, String told) {
        String before = asAdministrator().get(POLICY).asString();
        String[] values = typed == null ? new String[0] : new String[] {typed};

        Visit visit = section(section).set(field, values).submit().expect(422);

        assertThat(errorAt(visit, field)).contains(told);
        assertThat(visit.values(field)).containsExactly(values);
        assertThat(visit.text()).contains("Nothing was saved.").doesNotContain(SAVED);
        assertThat(asAdministrator().get(POLICY).asString()).isEqualTo(before);
    }

    @Test
    void theWrongLineOfAListIsCited_R_BAN_10() {
        Visit visit = section("protection")
                .set("banned.enforceCustom", "true")
                .submit()
                .expect(200);

        visit.set("banned.custom", "wingtip\nabc\n").submit().expect(422);

        assertThat(errorAt(visit, "banned.custom")).isEqualTo("abc: 4 to 16 characters");
        assertThat(visit.value("banned.custom").strip()).isEqualTo("wingtip\nabc");
    }

    @Test
    void aFormThatOffersSomethingElseIsNotTaken_R_CFG_27() {
        Visit visit = section("properties").set("ssprEnabled", "SOME").submit().expect(400);

        assertThat(visit.text()).doesNotContain(SAVED);
        assertThat(setting("ssprEnabled")).isEqualTo("ALL");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten_R_CFG_27() {
        Visit visit = section("registration");
        setPolicy("{\"reconfirmDays\": 90}");

        visit.set("reconfirmDays", "60").submit().expect(412);

        assertThat(visit.text()).contains("Somebody else saved settings");
        assertThat(visit.value("reconfirmDays")).isEqualTo("90");
        assertThat(setting("reconfirmDays")).isEqualTo(90);
        visit.set("reconfirmDays", "60").submit().expect(200);
        assertThat(setting("reconfirmDays")).isEqualTo(60);
    }

    @Test
    void onlyConfiguringRolesSeeAndChangeThem_R_ACT_03() {
        employ("configurer", "Authentication Policy Administrator", "\"ENTRA_P1\"");
        employ("helper", "Helpdesk Administrator", "\"ENTRA_P1\"");
        Visit configurer = as("configurer").open("/admin/notifications").expect(200);

        assertThat(new Visit(clock).open("/admin/methods").path()).isEqualTo("/signin");
        as("cloud").open("/admin").expect(403);
        as("cloud").open("/admin/methods").expect(403);
        Visit helper = as("helper").open("/admin").expect(200);
        assertThat(helper.html()).contains("/admin/users").doesNotContain("/admin/methods");
        helper.open("/admin/methods").expect(403);
        configurer.set("notifyUserOnReset").submit().expect(200);
        assertThat(setting("notifyUserOnReset")).isEqualTo(false);
    }

    @Test
    void theStartTellsWhatIsOnAndWhatIsNot_R_CFG_01_R_CFG_05_R_CFG_22() {
        setPolicy("{\"ssprEnabled\": \"SELECTED\", \"ssprGroupId\": \"scope\", \"lockout\": {\"threshold\": 7}}");

        Visit visit = as(ADMINISTRATOR).open("/admin").expect(200);

        assertThat(visit.text())
                .contains("Password reset On One group: May reset")
                .contains("Needed: 1 Mobile phone · Mail address")
                .contains("After 7 wrong passwords, for 60 seconds at first");
        setPolicy("{\"ssprGroupId\": null}");
        assertThat(visit.open("/admin").text()).contains("no group is chosen");
        assertThat(visit.speaking("ja").open("/admin").heading()).isEqualTo("概要");
    }

    @ParameterizedTest
    @CsvSource({
        "Wingtip123, refused, wingtipl23",
        "Wingt1p-x7Rz, refused, wingtlp-x7rz",
        "Qz7#vQ9!mZ, accepted, qz7#vq9!mz"
    })
    void passwordsCanBeTried_R_BAN_06(String password, String verdict, String normalised) {
        setPolicy("{\"banned\": {\"custom\": [\"tailspin\"]}}");
        Visit visit = section("protection").follow("Try a password").expect(200);

        visit.set("password", password).set("terms", "wingtip").submit().expect(200);
        assertThat(visit.text()).contains(verdict).contains(normalised);
        assertThat(visit.value("password")).isEmpty();
        assertThat(visit.value("terms")).isEqualTo("wingtip");
    }

    @Test
    void aTrialThatCannotBeMadeSaysWhy_R_BAN_10() {
        Visit visit = section("protection").follow("Try a password");

        visit.set("password", "Qz7#vQ9!mZ")
                .set("user", "nobody@elsewhere.example")
                .submit()
                .expect(422);
        assertThat(errorAt(visit, "user")).isNotBlank();
        visit.set("password", "Qz7#vQ9!mZ")
                .set("user", "")
                .set("terms", "abc")
                .submit()
                .expect(422);
        assertThat(errorAt(visit, "terms")).contains("4 to 16 characters");
    }

    @Test
    void aFormThatIsNotOursChangesNothing() {
        Visit visit = section("notifications");

        visit.post("/admin/notifications", Map.of("version", visit.value("version")))
                .expect(403);

        assertThat(setting("notifyUserOnReset")).isEqualTo(true);
    }

    private void importGroups(int number) {
        String groups = IntStream.rangeClosed(1, number)
                .mapToObj(i -> "{\"id\": \"g%1$04d\", \"displayName\": \"Group %1$04d\"}".formatted(i))
                .collect(Collectors.joining(","));
        asAdministrator()
                .body(
                        "{\"tenant\": {\"id\": \"%s\", \"displayName\": \"Wingtip\", \"domains\": [\"%s\"]}, \"groups\": [%s]}"
                                .formatted(tenant, domain(), groups))
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
    }
}
