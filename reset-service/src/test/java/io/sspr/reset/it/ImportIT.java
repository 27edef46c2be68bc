package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.PolicyChanged.Change;
import io.sspr.contract.policy.WritebackSwitched;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an import of an organisation that is there already may change, and what it may not; on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ImportIT extends SettingsWalk {
    private static final String IMPORT = "/api/v1/admin/import";
    private static final String ACCOUNTS = "'accounts': [%s]";

    @Test
    void anotherOrganisationsAccountIsNotTakenOver() {
        String former = tenant;
        String domain = "old-" + domain();
        String row = "{'userPrincipalName': 'x@" + domain + "', 'kind': 'CLOUD_ONLY'}";
        imported(asAdministrator(), tenant("'" + domain() + "', '" + domain + "'", ""), ACCOUNTS.formatted(row));
        imported(asAdministrator(), tenant("'" + domain() + "'", ""), "'accounts': []");
        importTenant();

        Response refused =
                posted(asAdministrator(), tenant("'" + domain() + "', '" + domain + "'", ""), ACCOUNTS.formatted(row));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.where")).containsExactly("accounts[0].userPrincipalName");
        assertThat(accounts.named("x@" + domain).orElseThrow().tenantId()).isEqualTo(former);
    }

    @Test
    void withoutALicenceSettingsAndKeysAreRefused_R_UI_06() {
        employ("ines", "Global Administrator");

        Response policy = posted(asSignedIn("ines"), ownTenant("'policy': {'ssprEnabled': 'NONE'}"), "'accounts': []");
        Response agent = posted(asSignedIn("ines"), ownTenant(agent()), "'accounts': []");
        Response rest = posted(asSignedIn("ines"), ownTenant(""), "'accounts': []");

        assertThat(List.of(policy, agent)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(problem(answer)).isEqualTo("AdministratorNotLicensed");
        });
        assertThat(rest.statusCode()).isEqualTo(200);
        assertThat(setting("ssprEnabled")).isEqualTo("ALL");
    }

    @Test
    void settingsAreChangedAsByAnybodyElse_R_CFG_27_R_AUD_29() {
        imported(
                asAdministrator(), ownTenant("'policy': {'ssprEnabled': 'ALL', 'methodsRequired': 2}"), "'groups': []");

        PolicyChanged changed = broker.await(PolicyChanged.class, fact -> isOfTenant(fact.tenant()))
                .event();
        assertThat(changed.changes())
                .containsExactly(
                        new Change("methodsRequired", "1", "2"), new Change("writebackEnabled", "true", "false"));
        assertThat(changed.by().userPrincipalName()).isEqualTo(ADMINISTRATOR + "@" + domain());
        assertThat(broker.await(WritebackSwitched.class, fact -> isOfTenant(fact.tenant()))
                        .event()
                        .enabled())
                .isFalse();
        assertThat(setting("methodsRequired")).isEqualTo(2);
    }

    @Test
    void whatTheSettingsWouldNotTakeStoresNothing_R_LIC_04_R_CFG_27() {
        String noPremium =
                "{'userPrincipalName': 'admin@%1$s', 'kind': 'CLOUD_ONLY', 'roles': ['Global Administrator'],"
                        + " 'licences': ['OFFICE_365_E1']}, {'userPrincipalName': 'cloud@%1$s', 'kind': 'CLOUD_ONLY'},"
                        + " {'userPrincipalName': 'federated@%1$s', 'kind': 'FEDERATED', 'cloudAnchor': 'AAECAwQFBgcICQoLDA0ODw=='}";
        imported(asAdministrator(), ownTenant(""), ACCOUNTS.formatted(noPremium.formatted(domain())));

        Response refused = posted(
                asAdministrator(),
                ownTenant(
                        "'policy': {'lockout': {'threshold': 3}, 'ssprGroupId': 'nowhere', 'writebackEnabled': true}"),
                ACCOUNTS.formatted("{'userPrincipalName': 'new@" + domain() + "', 'kind': 'CLOUD_ONLY'}"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.where"))
                .containsExactly("tenant.policy.ssprGroupId", "tenant.policy.lockout");
        assertThat(broker.await(PolicyChangeRefused.class, fact -> isOfTenant(fact.tenant()))
                        .event()
                        .settings())
                .containsExactly("ssprGroupId", "lockout");
        assertThat(setting("lockout.threshold")).isEqualTo(10);
        assertThat(accounts.named("new@" + domain())).isEmpty();
    }

    @Test
    void aScopeMayComeWithItsGroup_R_CFG_02() {
        imported(
                asAdministrator(),
                ownTenant("'policy': {'ssprEnabled': 'SELECTED', 'ssprGroupId': 'brand-new'}"),
                "'groups': [{'id': 'brand-new', 'displayName': 'Brand new'}]");

        assertThat(setting("ssprGroupId")).isEqualTo("brand-new");
    }

    @Test
    void keysOfAgentsTakeAnAdministratorWhosePasswordTheCloudHolds_R_WB_20() {
        String row = "{'userPrincipalName': 'second@" + domain() + "', 'kind': '%s', 'licences': ['ENTRA_P1'],"
                + " 'roles': ['Global Administrator'], %s}";
        importAccounts(
                row.formatted("CLOUD_ONLY", "'password': '" + PASSWORD + "'").replace('\'', '"'));
        RequestSpecification second = asSignedIn("second");
        importAccounts(row.formatted("PASS_THROUGH", "'cloudAnchor': 'AAECAwQFBgcICQoLDA0OEA=='")
                .replace('\'', '"'));

        Response refused = posted(second, ownTenant(agent()), "'accounts': []");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.where")).containsExactly("tenant.agent");

        imported(asAdministrator(), ownTenant(agent()), "'accounts': []");
        assertThat(broker.await(
                                AgentOnboarded.class,
                                fact -> isOfTenant(fact.tenant())
                                        && fact.event().by() != null)
                        .event()
                        .by()
                        .userPrincipalName())
                .isEqualTo(ADMINISTRATOR + "@" + domain());
    }

    @Test
    void aPasswordThatIsThereIsKept() {
        importAccounts("{\"userPrincipalName\": \"boss@%s\", \"kind\": \"CLOUD_ONLY\","
                + " \"roles\": [\"Global Administrator\"], \"password\": \"" + PASSWORD + "\"}");
        RequestSpecification boss = asSignedIn("boss");

        Response again = posted(
                asAdministrator(),
                ownTenant(""),
                ACCOUNTS.formatted(
                        "{'userPrincipalName': 'Boss@" + domain() + "', 'kind': 'CLOUD_ONLY',"
                                + " 'roles': ['Global Administrator'], 'password': 'Another-Copper-1', 'mustChangePassword': true}"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<List<String>>path("warnings.where")).containsExactly("accounts[0].password");
        asSignedIn("boss");
        assertThat(posted(boss, ownTenant(""), "'accounts': []").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheDatabaseWouldNotTakeIsNamed() {
        Response domains = posted(
                asAdministrator(),
                tenant("'" + domain() + "', '" + domain().toUpperCase(Locale.ROOT) + "'", ""),
                "'groups': []");
        Response trial = posted(
                asAdministrator(), ownTenant("'plan': 'TRIAL', 'trialStartedOn': '+999999-01-01'"), "'groups': []");

        assertThat(domains.statusCode()).isEqualTo(422);
        assertThat(domains.<List<String>>path("errors.where")).containsExactly("tenant.domains");
        assertThat(trial.statusCode()).isEqualTo(422);
        assertThat(trial.<List<String>>path("errors.where")).containsExactly("tenant.trialStartedOn");
    }

    private boolean isOfTenant(String id) {
        return tenant.equals(id);
    }

    private static String agent() {
        return "'agent': {'encryptionKey': %s, 'signingKey': %s}"
                .formatted(
                        Surroundings.rsa("other").toJson(),
                        Surroundings.ec("other").toJson());
    }

    private String ownTenant(String more) {
        return tenant("'" + domain() + "'", more);
    }

    private String tenant(String domains, String more) {
        String fields = "'id': '%s', 'displayName': 'Wingtip Toys', 'domains': [%s]".formatted(tenant, domains);
        return "'tenant': {" + fields + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private void imported(RequestSpecification by, String tenantRow, String more) {
        posted(by, tenantRow, more).then().statusCode(200);
    }

    private static Response posted(RequestSpecification by, String tenantRow, String more) {
        return by.body("{%s, %s}".formatted(tenantRow, more).replace('\'', '"')).post(IMPORT);
    }
}
