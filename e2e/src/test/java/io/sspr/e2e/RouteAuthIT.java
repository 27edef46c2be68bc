package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.e2e.RawHttp.Answer;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.ResetClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every address of both APIs, as they describe themselves, called by those who may not: without a token, with a bad one, with one of another user,
 * another tenant or another reset. A new address fails here until it refuses them all, or is entered among the open ones.
 */
class RouteAuthIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final RawHttp RESET = new RawHttp(SYSTEM.resetService());
    private static final RawHttp AUDIT = new RawHttp(SYSTEM.auditService());
    private static final String OF_ONE_RESET = "/api/v1/resets/{id}";
    private static final String OF_ADMINISTRATORS = "/api/v1/admin/";
    private static final String AUDIT_LOG = "/api/v1/auditLogs/directoryAudits";
    private static final Map<String, String> BASIC = Map.of("Authorization", "Basic YTpi");
    private static final String SESSION = begun("cleo").path("");

    /** What is for everybody, with the code of the answer to what is readable and wrong; empty if nothing can be wrong. */
    private static final Map<String, String> OPEN = Map.of(
            "GET /.well-known/jwks.json", "",
            "GET /api/v1/captcha", "",
            "POST /api/v1/resets", "CaptchaFailed",
            "POST /api/v1/signin", "InvalidCredentials",
            "POST /api/v1/password/change", "CurrentPasswordWrong",
            // These are signed instead.
            "POST /api/v1/agents", "AgentNotRecognised",
            "POST /api/v1/agents/{tenant}/{agent}/keys", "AgentNotRecognised",
            "POST /api/v1/agents/{tenant}/{agent}/offboarding", "AgentNotRecognised");

    /** What names nobody, and is about the tenant of whoever calls. */
    private static final Set<String> OF_THE_OWN_TENANT = Set.of(
            "GET /api/v1/admin/policy",
            "PATCH /api/v1/admin/policy",
            "GET /api/v1/admin/agents",
            "POST /api/v1/admin/agents/onboarding-tokens");

    @TestFactory
    Stream<DynamicTest> isForEverybody() {
        return routes().filter(RouteAuthIT::isOpen)
                .flatMap(route -> Stream.of(
                        test(route, "without a token", Map.of(), answer -> isItsOwn(route, answer)),
                        test(route, "with a bad one", bearer("garbage"), answer -> isItsOwn(route, answer))));
    }

    @TestFactory
    Stream<DynamicTest> needsAToken() {
        String good = token(SYSTEM.signedIn(SYSTEM.seeded("ada")));
        assertThat(RESET.get("/api/v1/admin/policy", bearer(good)).status()).isEqualTo(200);
        Map<String, String> bad = Tokens.spoilt(good, signingKey());
        bad.put("signed out", signedOut(SYSTEM.seeded("bea")));
        return routes().filter(route -> !isOpen(route))
                .flatMap(route -> Stream.concat(
                        Stream.of(
                                test(route, "without a token", Map.of(), RouteAuthIT::isUnauthorized),
                                test(route, "with another scheme", BASIC, RouteAuthIT::isUnauthorized)),
                        bad.entrySet().stream()
                                .map(each -> test(
                                        route,
                                        "with a token: " + each.getKey(),
                                        bearer(each.getValue()),
                                        RouteAuthIT::isUnauthorized))));
    }

    @TestFactory
    Stream<DynamicTest> isForTheHolderOfThisResetOnly() {
        ResetClient other = begun("bea");
        Map<String, String> accessToken = SYSTEM.signedIn(SYSTEM.seeded("cleo"));
        return routes().filter(route -> route.isBelow(OF_ONE_RESET))
                .flatMap(route -> Stream.of(
                        test(route, "with the token of another reset", other.headers(), RouteAuthIT::isUnauthorized),
                        test(route, "with an access token of its user", accessToken, RouteAuthIT::isUnauthorized)));
    }

    @TestFactory
    Stream<DynamicTest> isForAdministrators_R_ACT_03() {
        Map<String, String> user = SYSTEM.signedIn(SYSTEM.seeded("bea"));
        return routes().filter(route -> route.isBelow(OF_ADMINISTRATORS))
                .map(route -> test(
                        route,
                        "as an ordinary user",
                        user,
                        answer -> assertThat(answer.code()).isEqualTo("NotAllowed")));
    }

    @TestFactory
    Stream<DynamicTest> isForAdministratorsOfThisTenantOnly() {
        Map<String, String> stranger = SYSTEM.administratorOf(DemoTenant.NORTHWIND);
        return routes().filter(route -> route.isBelow(OF_ADMINISTRATORS))
                .filter(route -> !OF_THE_OWN_TENANT.contains(route.key()))
                .map(route -> test(
                        route,
                        "as another tenant's administrator",
                        stranger,
                        answer -> assertThat(answer.code()).isIn("NotAllowed", "NotFound")));
    }

    @Test
    void settingsAreThoseOfTheOwnTenant() {
        Map<String, String> contoso = SYSTEM.administratorOf(DemoTenant.CONTOSO);
        Map<String, String> northwind = SYSTEM.administratorOf(DemoTenant.NORTHWIND);
        JsonNode before = RESET.get("/api/v1/admin/policy", contoso).body();

        Answer foreign = RESET.send("PATCH", "/api/v1/admin/policy", "{\"reconfirmDays\": 179}", northwind);

        assertThat(foreign.status()).isEqualTo(200);
        assertThat(foreign.body()).isNotEqualTo(before);
        assertThat(RESET.get("/api/v1/admin/policy", contoso).body()).isEqualTo(before);
    }

    @Test
    void whatAUserBeganToRegisterIsFoundByNobodyElse() {
        Map<String, String> bea = SYSTEM.signedIn(SYSTEM.seeded("bea"));
        Map<String, String> cleo = SYSTEM.signedIn(SYSTEM.seeded("cleo"));
        String app = "{\"kind\": \"OTHER\", \"name\": \"Phone\"}";
        Answer begun = RESET.send("POST", "/api/v1/registration/authenticators", app, bea);
        String path =
                "/api/v1/registration/verifications/" + begun.body().path("id").asText();

        assertThat(RESET.get(path, bea).status()).isEqualTo(200);
        assertThat(RESET.get(path, cleo).code()).isEqualTo("NotFound");
        assertThat(RESET.send("POST", path, "{\"code\": \"123456\"}", cleo).code())
                .isEqualTo("NotFound");
        assertThat(RESET.get(path, SYSTEM.signedIn(SYSTEM.seeded("bea"))).code())
                .as("another sign-in of the same user")
                .isEqualTo("NotFound");
    }

    @Test
    void theAuditLogNeedsATokenAndARole_R_ACT_04() {
        String good = token(SYSTEM.administratorOf(DemoTenant.CONTOSO));
        List<Route> routes = Route.of(SYSTEM.auditService());

        assertThat(routes).extracting(Route::key).containsExactly("GET " + AUDIT_LOG);
        assertThat(AUDIT.get(AUDIT_LOG, bearer(good)).status()).isEqualTo(200);
        assertThat(AUDIT.get(AUDIT_LOG, Map.of()).status()).isEqualTo(401);
        assertThat(Tokens.spoilt(good, signingKey()))
                .allSatisfy((what, token) ->
                        assertThat(AUDIT.get(AUDIT_LOG, bearer(token)).status()).isEqualTo(401));
        assertThat(AUDIT.get(AUDIT_LOG, SYSTEM.signedIn(SYSTEM.seeded("bea"))).status())
                .isEqualTo(403);
    }

    @Test
    void theAuditLogShowsOtherTenantsNothing() {
        ResetClient reset = begun("cleo");
        String query = AUDIT_LOG + "?%24filter=correlationId%20eq%20%27" + reset.supportCode() + "%27";
        Map<String, String> stranger = SYSTEM.administratorOf(DemoTenant.NORTHWIND);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SYSTEM.tour().staff().audit(DemoTenant.CONTOSO, reset.supportCode()))
                        .isNotEmpty());
        assertThat(AUDIT.get(query, stranger).status()).isEqualTo(200);
        assertThat(AUDIT.get(query, stranger).body().path("value")).isEmpty();
    }

    /** A session that somebody else has begun. */
    private static ResetClient begun(String name) {
        DemoAccount account = SYSTEM.seeded(name);
        ResetClient reset = SYSTEM.client(account);
        reset.begin(account.upn());
        return reset;
    }

    private static String signedOut(DemoAccount account) {
        Map<String, String> headers = SYSTEM.signedIn(account);
        assertThat(RESET.send("POST", "/api/v1/signout", null, headers).status())
                .isEqualTo(204);
        return token(headers);
    }

    private static String token(Map<String, String> headers) {
        return headers.get("Authorization").substring("Bearer ".length());
    }

    private static Map<String, String> bearer(String token) {
        return SystemUnderTest.bearer(token);
    }

    private static Path signingKey() {
        return SYSTEM.processes().keys().privateKey("reset-signing");
    }

    private static Stream<Route> routes() {
        List<Route> routes = Route.of(SYSTEM.resetService());
        assertThat(routes).hasSizeGreaterThan(25).extracting(Route::key).containsAll(OPEN.keySet());
        return routes.stream();
    }

    private static boolean isOpen(Route route) {
        return OPEN.containsKey(route.key());
    }

    private static DynamicTest test(
            Route route, String how, Map<String, String> headers, Consumer<Answer> expectation) {
        return DynamicTest.dynamicTest(route + " " + how, () -> expectation.accept(call(route, headers)));
    }

    private static Answer call(Route route, Map<String, String> headers) {
        String path = route.path()
                .replace(OF_ONE_RESET, SESSION)
                .replace("{userPrincipalName}", ValidBodies.TENANT.administrator())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return RESET.send(route.method(), path, ValidBodies.of(route).orElse(null), new HashMap<>(headers));
    }

    private static void isItsOwn(Route route, Answer answer) {
        String code = OPEN.get(route.key());
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status() == 200).isEqualTo(code.isEmpty());
    }

    private static void isUnauthorized(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("NotAuthenticated");
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
