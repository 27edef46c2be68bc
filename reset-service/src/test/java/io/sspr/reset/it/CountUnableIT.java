package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CountUnable;
import io.sspr.reset.policy.TenantPolicy;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many users a change of settings would leave without a way through, and that administrators are asked before it is made. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CountUnableIT extends SettingsWalk {
    private static final String SAVE = "Save nevertheless";

    @Inject
    CountUnable countUnable;

    @Inject
    Tenants tenants;

    @Inject
    ObjectMapper json;

    /** The tenant's users: cloud has mail, mobile and office phone, federated has mail only; the others cannot reset at all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | {'ssprEnabled': 'ALL'}",
                "1 | {'ssprEnabled': 'ALL', 'methodsRequired': 2}",
                "1 | {'ssprEnabled': 'ALL', 'methodsEnabled': ['MOBILE_PHONE']}",
                "0 | {'ssprEnabled': 'ALL', 'methodsEnabled': ['EMAIL']}",
                "2 | {'ssprEnabled': 'ALL', 'methodsEnabled': ['SECURITY_QUESTIONS']}",
                "2 | {'ssprEnabled': 'ALL', 'methodsEnabled': ['APP_CODE', 'EMAIL'], 'methodsRequired': 2}",
                "0 | {'ssprEnabled': 'NONE', 'methodsRequired': 2}",
                "0 | {'ssprEnabled': 'SELECTED', 'methodsRequired': 2}",
                "0 | {'ssprEnabled': 'SELECTED', 'ssprGroupId': 'scope', 'methodsRequired': 2}",
                "1 | {'ssprEnabled': 'SELECTED', 'ssprGroupId': 'outer', 'methodsRequired': 2}"
            })
    void countsUsersInScopeThatWouldHaveTooFewMethods_R_MTH_26(int unable, String settings) {
        importAccounts(federatedIn("inner") + ", " + row("poor", "\"alternateEmail\": \"p@home.example\""), groups());

        assertThat(count(settings)).isEqualTo(unable);
    }

    @Test
    void whoHasTooFewAlreadyIsNotCounted_R_MTH_26() {
        importAccounts(row("bare", "\"licences\": [\"ENTRA_P1\"]"), "");

        assertThat(count("{'ssprEnabled': 'ALL', 'methodsRequired': 2}")).isEqualTo(1);
    }

    @Test
    void aScopeThatTakesInUsersWithoutMethodsCountsThem_R_MTH_26_R_CFG_02() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        importAccounts(row("bare", "\"licences\": [\"ENTRA_P1\"]"), "");

        assertThat(count("{'ssprEnabled': 'ALL'}")).isEqualTo(1);
    }

    @Test
    void licencesOfGroupsCount_R_MTH_26_R_LIC_01() {
        importAccounts(
                row("grouped", "\"alternateEmail\": \"g@home.example\", \"groups\": [\"licensed\"]"),
                "{\"id\": \"licensed\", \"displayName\": \"Licensed\", \"licences\": [\"ENTRA_P1\"]}");

        assertThat(count("{'ssprEnabled': 'ALL', 'methodsRequired': 2}")).isEqualTo(2);
    }

    @Test
    void manyUsersAreCounted_R_MTH_26() {
        importAccounts(
                IntStream.range(0, 1100)
                        .mapToObj(i ->
                                row("user" + i, "\"alternateEmail\": \"u@home.example\", \"licences\": [\"ENTRA_P1\"]"))
                        .collect(Collectors.joining(",")),
                "");

        assertThat(count("{'ssprEnabled': 'ALL', 'methodsRequired': 2}")).isEqualTo(1101);
    }

    @Test
    void theAdministratorIsAskedBeforeItIsSaved_R_MTH_26() {
        Visit visit = section("methods").set("methodsRequired", "2").submit().expect(200);
        assertThat(visit.text()).contains("Users who would not be able to reset their passwords: 1");
        assertThat(setting("methodsRequired")).isEqualTo(1);
        assertThat(visit.follow("Leave the settings as they are").value("methodsRequired"))
                .isEqualTo("1");

        visit.set("methodsRequired", "2").submit().press(SAVE).expect(200);
        assertThat(setting("methodsRequired")).isEqualTo(2);
        assertThat(visit.value("methodsRequired")).isEqualTo("2");
        assertThat(accounts.findById(accountId("federated")).resetMail()).isPresent();
    }

    @Test
    void aYesCountsForTheNumberThatWasShown_R_MTH_26() {
        Visit visit = section("methods").set("methodsRequired", "2").submit();
        importAccounts(row("new", "\"alternateEmail\": \"n@home.example\", \"licences\": [\"ENTRA_P1\"]"), "");

        visit.press(SAVE);

        // An import changes the tenant's row or it does not: nothing is saved without a look at the new number.
        assertThat(setting("methodsRequired")).isEqualTo(1);
    }

    @Test
    void whatLeavesNobodyOutIsSavedAtOnce_R_MTH_26() {
        Visit visit = section("methods")
                .set("methodsEnabled", "EMAIL", "MOBILE_PHONE", "OFFICE_PHONE")
                .submit();

        assertThat(visit.address()).isEqualTo("/admin/methods?saved=true");
    }

    private int count(String settings) {
        try {
            return countUnable.count(
                    tenants.findById(tenant), json.readValue(settings.replace('\'', '"'), TenantPolicy.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String groups() {
        return """
                {"id": "inner", "displayName": "Inner"},
                {"id": "outer", "displayName": "Outer", "memberGroups": ["inner"]}""";
    }

    private String federatedIn(String group) {
        return """
                {"userPrincipalName": "federated@%s", "kind": "FEDERATED", "alternateEmail": "f@home.example",
                 "licences": ["ENTRA_P1"], "cloudAnchor": "AAECAwQFBgcICQoLDA0ODw==", "groups": ["%s"]}""".formatted(domain(), group);
    }

    private String row(String name, String more) {
        return "{\"userPrincipalName\": \"%s@%s\", \"kind\": \"CLOUD_ONLY\", %s}".formatted(name, domain(), more);
    }
}
