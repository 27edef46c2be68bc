package io.sspr.reset.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.sspr.reset.directory.Accounts;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A tenant of its own for every test, with one user of each sort, and what its administrator does with it. */
abstract class OwnTenant {
    static final String PASSWORD = "Fresh-Copper-2026";
    static final String ADMINISTRATOR = "admin";

    @Inject
    MovedClock clock;

    @Inject
    Accounts accounts;

    String tenant;

    @BeforeEach
    void importTenant() {
        clock.reset();
        tenant = TenantIds.take();
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Surroundings.SETUP_TOKEN)
                .body(document())
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
    }

    String domain() {
        return tenant + ".example";
    }

    /** A session of the tenant's Global Administrator. */
    RequestSpecification asAdministrator() {
        return asSignedIn(ADMINISTRATOR);
    }

    RequestSpecification asSignedIn(String name) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", PASSWORD))
                .post("/api/v1/signin")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    /** Changes settings, which must work. */
    void setPolicy(String patch) {
        asAdministrator().body(patch).patch("/api/v1/admin/policy").then().statusCode(200);
    }

    /** Adds accounts to the tenant: rows of an import, with a comma between them; {@code %s} stands for the domain. */
    void importAccounts(String rows) {
        importAccounts(rows, "");
    }

    /** The same, with groups that they are in. */
    void importAccounts(String rows, String groups) {
        asAdministrator()
                .body("{\"tenant\": {%s}, \"groups\": [%s], \"accounts\": [%s]}"
                        .formatted(tenantFields(), groups, rows.replace("%s", domain())))
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
    }

    /** Leaves one user, "cloud", whom decoys can be made after. */
    void leaveOnlyCloud() {
        importAccounts("{\"userPrincipalName\": \"federated@%s\", \"kind\": \"FEDERATED\", \"enabled\": false,"
                + " \"cloudAnchor\": \"AAECAwQFBgcICQoLDA0ODw==\"}");
    }

    UUID accountId(String name) {
        return accounts.named(name + "@" + domain()).orElseThrow().id();
    }

    void liftBlock(String name) {
        asAdministrator()
                .delete("/api/v1/admin/users/" + name + "@" + domain() + "/block")
                .then()
                .statusCode(204);
    }

    private String document() {
        return """
                {"tenant": {%1$s, "policy": {"ssprEnabled": "ALL", "writebackEnabled": true}},
                 "groups": [{"id": "scope", "displayName": "May reset"}],
                 "accounts": [
                   {"userPrincipalName": "admin@%2$s", "kind": "CLOUD_ONLY", "alternateEmail": "a@home.example",
                    "mobilePhone": "+1 4255550100", "roles": ["Global Administrator"], "licences": ["ENTRA_P1"],
                    "password": "%3$s"},
                   {"userPrincipalName": "cloud@%2$s", "kind": "CLOUD_ONLY", "alternateEmail": "c@home.example",
                    "mobilePhone": "+1 4255550101", "officePhone": "+1 4255550102x77",
                    "givenName": "Clementine", "surname": "Marsh", "proxyAddresses": ["SMTP:Clem.Marsh@%2$s"],
                    "licences": ["ENTRA_P1"], "password": "%3$s"},
                   {"userPrincipalName": "disabled@%2$s", "kind": "CLOUD_ONLY", "enabled": false},
                   {"userPrincipalName": "guest@%2$s", "kind": "CLOUD_ONLY", "guest": true},
                   {"userPrincipalName": "federated@%2$s", "kind": "FEDERATED", "alternateEmail": "f@home.example",
                    "proxyAddresses": ["SMTP:fed.mail@%2$s"],
                    "licences": ["ENTRA_P1"], "cloudAnchor": "AAECAwQFBgcICQoLDA0ODw=="}]}
                """.formatted(tenantFields(), domain(), PASSWORD);
    }

    private String tenantFields() {
        String agent = "{\"encryptionKey\": %s, \"signingKey\": %s}"
                .formatted(Surroundings.AGENT.toJson(), Surroundings.AGENT_SIGNING.toJson());
        return "\"id\": \"%s\", \"displayName\": \"Wingtip Toys\", \"domains\": [\"%s\"], \"agent\": %s"
                .formatted(tenant, domain(), agent);
    }
}
