package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What administrators do in the tour: set tenants up and read the audit log. */
public final class Staff {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    private final Http reset;
    private final Http audit;
    private final String setupToken;

    public Staff(URI resetService, URI auditService, String setupToken) {
        this.reset = new Http(resetService);
        this.audit = new Http(auditService);
        this.setupToken = setupToken;
    }

    /** A token for these credentials; empty if they do not fit. */
    public Optional<String> signIn(String userPrincipalName, String password) {
        Answer answer = reset.send(
                "POST",
                "/api/v1/signin",
                Map.of("userPrincipalName", userPrincipalName, "password", password),
                Map.of());
        return answer.status() == OK
                ? Optional.of(answer.body().path("accessToken").asText())
                : Optional.empty();
    }

    /** Whether the cloud lets this user in with this password. */
    public boolean canSignIn(DemoAccount account, String password) {
        return signIn(account.upn(), password).isPresent();
    }

    /** Imports a demo tenant: with the set-up token if it is new, as its administrator if it is there already. */
    public void importTenant(DemoTenant tenant, JsonNode document) {
        Answer answer = importAs(setupToken, document);
        if (answer.status() == FORBIDDEN) {
            answer = importAs(token(tenant), document);
        }
        if (answer.status() != OK) {
            throw new IllegalStateException("the import of " + tenant.id() + " was refused: " + answer.body());
        }
    }

    /** All audit records of a flow, as an administrator of the tenant sees them. */
    public JsonNode audit(DemoTenant tenant, String supportCode) {
        String filter = URLEncoder.encode("correlationId eq '" + supportCode + "'", StandardCharsets.UTF_8);
        return audit.get(
                        "/api/v1/auditLogs/directoryAudits?$top=200&$filter=".replace("$", "%24") + filter,
                        bearer(token(tenant)))
                .body()
                .path("value");
    }

    private Answer importAs(String token, JsonNode document) {
        return reset.send("POST", "/api/v1/admin/import", document, bearer(token));
    }

    private String token(DemoTenant tenant) {
        return signIn(tenant.administrator(), DemoTenant.ADMINISTRATOR_PASSWORD)
                .orElseThrow(
                        () -> new IllegalStateException("the administrator of " + tenant.id() + " cannot sign in"));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
