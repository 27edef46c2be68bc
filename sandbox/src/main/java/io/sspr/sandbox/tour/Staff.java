package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What administrators do in the tour: set tenants up and change them, help users, and read the audit log. Thread-safe. */
public final class Staff {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Http reset;
    private final Http audit;
    private final AccountClient accounts;
    private final String setupToken;
    private final ConcurrentMap<DemoTenant, String> tokens = new ConcurrentHashMap<>();

    public Staff(URI resetService, URI auditService, String setupToken) {
        this.reset = new Http(resetService);
        this.audit = new Http(auditService);
        this.accounts = new AccountClient(resetService);
        this.setupToken = setupToken;
    }

    /** A token for these credentials; empty if they do not fit. */
    public Optional<String> signIn(String userPrincipalName, String password) {
        Answer answer = accounts.signIn(userPrincipalName, password);
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
        Answer answer = reset.send("POST", "/api/v1/admin/import", document, bearer(setupToken));
        if (answer.status() == FORBIDDEN) {
            answer = as(tenant, reset, "POST", "/api/v1/admin/import", document);
        }
        require(OK, answer, "the import of " + tenant.id());
    }

    /** Changes some of a tenant's settings; they are in force when this returns. */
    public void changePolicy(DemoTenant tenant, Map<String, ?> patch) {
        Answer answer = as(tenant, reset, "PATCH", "/api/v1/admin/policy", patch);
        require(OK, answer, "the change of settings of " + tenant.id());
    }

    /** The tenant's agents as the cloud sees them: {@code status}, and {@code agents} with the keys of each. */
    public JsonNode agents(DemoTenant tenant) {
        Answer answer = as(tenant, reset, "GET", "/api/v1/admin/agents", null);
        require(OK, answer, "a look at the agents of " + tenant.id());
        return answer.body();
    }

    /** How they stand as a whole: {@code UP}, {@code NOT_CONFIGURED} and so on. */
    public String agentStatus(DemoTenant tenant) {
        return agents(tenant).path("status").asText();
    }

    /** A token by which one agent may exchange keys with reset-service. Source: R-WB-20. */
    public String onboardingToken(DemoTenant tenant) {
        Answer answer = as(tenant, reset, "POST", "/api/v1/admin/agents/onboarding-tokens", Map.of());
        require(CREATED, answer, "an onboarding token for " + tenant.id());
        return answer.body().path("token").asText();
    }

    /** Gives a user a password that is good for one sign-in, and waits for the result. Source: R-WB-42, R-WB-45. */
    public Answer resetPassword(DemoAccount user, String temporary) {
        return as(DemoTenant.of(user), reset, "POST", resetOf(user), forOneSignIn(temporary));
    }

    /** The same, tried by somebody of the demo. */
    public Answer resetPassword(DemoAccount by, DemoAccount user, String temporary) {
        String token = signIn(by.upn(), by.initialPassword())
                .orElseThrow(() -> new IllegalStateException(by + " cannot sign in"));
        return reset.send("POST", resetOf(user), forOneSignIn(temporary), bearer(token));
    }

    /**
     * Gives a user whose password the cloud masters the first one back, which no import does. Nothing is done where it is good still, and for guests and
     * those who may not sign in.
     */
    public void restorePassword(DemoAccount user) {
        boolean canHaveAnother = user.kind() == Kind.CLOUD_ONLY && user.cloudEnabled() && !user.guest();
        if (!canHaveAnother || canSignIn(user, user.initialPassword())) {
            return;
        }
        Map<String, ?> body = Map.of("newPassword", user.initialPassword(), "forceChangeAtNextSignIn", false);
        Answer answer = as(DemoTenant.of(user), reset, "POST", resetOf(user), body);
        require(OK, answer, "the first password of " + user);
    }

    /** Lets a user try again who was blocked after too many attempts; does no harm to others. */
    public void liftBlock(DemoAccount account) {
        String path = "/api/v1/admin/users/" + account.upn() + "/block";
        require(NO_CONTENT, as(DemoTenant.of(account), reset, "DELETE", path, null), "the lifting of a block");
    }

    /** What a password would be worth as this user's: points, matches and verdict. */
    public JsonNode evaluate(DemoAccount user, String password) {
        Map<String, String> body = Map.of("password", password, "user", user.upn());
        Answer answer = as(DemoTenant.of(user), reset, "POST", "/api/v1/admin/password-policy/evaluate", body);
        require(OK, answer, "the evaluation of a password");
        return answer.body();
    }

    /** All audit records of a flow, as an administrator of the tenant sees them. */
    public JsonNode audit(DemoTenant tenant, String supportCode) {
        String filter = URLEncoder.encode("correlationId eq '" + supportCode + "'", StandardCharsets.UTF_8);
        String path = "/api/v1/auditLogs/directoryAudits?%24top=200&%24filter=" + filter;
        return as(tenant, audit, "GET", path, null).body().path("value");
    }

    /** With the token at hand, or a new one if that is not good any more. */
    private Answer as(DemoTenant tenant, Http service, String method, String path, Object body) {
        String token = tokens.computeIfAbsent(tenant, this::newToken);
        Answer answer = service.send(method, path, body, bearer(token));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        tokens.remove(tenant, token);
        return service.send(method, path, body, bearer(tokens.computeIfAbsent(tenant, this::newToken)));
    }

    private String newToken(DemoTenant tenant) {
        return signIn(tenant.administrator(), DemoTenant.ADMINISTRATOR_PASSWORD)
                .orElseThrow(
                        () -> new IllegalStateException("the administrator of " + tenant.id() + " cannot sign in"));
    }

    private static String resetOf(DemoAccount user) {
        return "/api/v1/admin/users/" + user.upn() + "/reset-password";
    }

    private static Map<String, ?> forOneSignIn(String password) {
        return Map.of("newPassword", password, "forceChangeAtNextSignIn", true);
    }

    private static void require(int status, Answer answer, String what) {
        if (answer.status() != status) {
            throw new IllegalStateException(what + " was refused: " + answer.body());
        }
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
