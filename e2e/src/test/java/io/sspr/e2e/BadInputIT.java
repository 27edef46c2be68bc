package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Http;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.ResetClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem document that says what was wrong and what to do, and nothing is lost. */
class BadInputIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Http RESET = new Http(SYSTEM.resetService());
    private static final Http AUDIT = new Http(SYSTEM.auditService());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userId\":                     | 400 | MalformedRequest",
                "[]                               | 400 | MalformedRequest",
                "{\"userId\": [\"x\"]}            | 400 | MalformedRequest",
                "{\"userId\": \"x\", \"more\": 1} | 400 | MalformedRequest",
                "{}                               | 400 | MalformedRequest",
                "{\"userId\": \"\"}               | 400 | MalformedRequest",
                "\"text\"                         | 400 | MalformedRequest",
                "null                             | 400 | MalformedRequest",
                "{\"userId\": \"x\"}              | 422 | CaptchaFailed",
                "{\"userId\": \"x\", \"captcha\": \"e30=\"} | 422 | CaptchaFailed"
            })
    void explainsABodyThatItCannotUse(String body, int status, String code) {
        Answer answer = post("/api/v1/resets", body, Map.of());

        assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*)(uid=*",
                "' or 1=1 --",
                "x@contoso.example\r\nBcc: eve@evil.example",
                "<b>@contoso.example",
                "@",
                "雪@雪"
            })
    void aNameIsOnlyEverAName(String userId) {
        assertProblem(SYSTEM.client(DemoAccounts.named("cleo")).begin(userId), 422, "AccountNotVerified");
    }

    @Test
    void aCaptchaIsGoodOnce_R_CHK_00() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        String captcha = SYSTEM.client(cleo).solveCaptcha();
        String body = "{\"userId\":\"" + cleo.upn() + "\",\"captcha\":\"" + captcha + "\"}";

        assertThat(post("/api/v1/resets", body, Map.of()).status()).isEqualTo(201);
        assertProblem(post("/api/v1/resets", body, Map.of()), 422, "CaptchaFailed");
    }

    @Test
    void namesTheUnknownField() {
        Answer answer = post("/api/v1/resets", "{\"userId\":\"x\",\"usreId\":\"y\"}", Map.of());

        assertThat(answer.body().path("errors").path(0).path("where").asText()).isEqualTo("usreId");
    }

    @Test
    void refusesAHugeBody() {
        Answer answer = post("/api/v1/resets", "a".repeat(10_000_000), Map.of());

        assertProblem(answer, 413, "TooLarge");
    }

    @Test
    void refusesAnotherMediaType() {
        Answer answer = RESET.send("POST", "/api/v1/resets", null, Map.of("Content-Type", "text/plain"));

        assertProblem(answer, 415, "UnsupportedMediaType");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nowhere,             404, NotFound",
        "GET,    /api/v1/resets/1,     404, NotFound",
        "GET,    /api/v1/resets/%00,   404, NotFound",
        "GET,    /api/v1/admin/users/a%00b/block, 404, NotFound",
        "PUT,    /api/v1/resets,       405, MethodNotAllowed",
        "GET,    /api/v1/admin/import, 405, MethodNotAllowed"
    })
    void explainsAnAddressThatIsNotThere(String method, String path, int status, String code) {
        assertProblem(RESET.send(method, path, null, Map.of()), status, code);
    }

    @Test
    void cannotTellAForeignSessionFromAnUnknownOne() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient mine = SYSTEM.client(cleo);
        ResetClient other = SYSTEM.client(cleo);
        mine.begin(cleo.upn());
        other.begin(cleo.upn());

        Answer foreign = RESET.get(other.path(""), mine.headers());
        Answer unknown = RESET.get("/api/v1/resets/" + UUID.randomUUID(), mine.headers());

        assertProblem(foreign, 401, "NotAuthenticated");
        assertThat(withoutSupportCode(foreign.body())).isEqualTo(withoutSupportCode(unknown.body()));
        assertThat(mine.look().body().path("state").asText()).isEqualTo("GATES_OPEN");
    }

    @Test
    void aCodeOfAnotherSessionOpensNothing() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetClient mine = SYSTEM.client(cleo);
        ResetClient other = SYSTEM.client(cleo);
        mine.begin(cleo.upn());
        other.begin(cleo.upn());
        int seen = SYSTEM.tour().outside().countMessages(cleo.alternateEmail());
        String challenge = mine.sendCode("EMAIL", null).body().path("id").asText();
        String code = SYSTEM.tour().outside().awaitCode(cleo.alternateEmail(), seen);

        assertProblem(other.typeCode(challenge, code), 404, "NotFound");
        assertThat(mine.typeCode(challenge, code).body().path("state").asText()).isEqualTo("PASSWORD_OPEN");
    }

    @Test
    void answersTheSameForUnknownDisabledAndGuest_R_ERR_91() {
        JsonNode unknown = withoutSupportCode(begin(nobody() + "@contoso.example"));

        assertThat(unknown.path("code").asText()).isEqualTo("AccountNotVerified");
        assertThat(withoutSupportCode(begin(DemoAccounts.named("dina").upn()))).isEqualTo(unknown);
        assertThat(withoutSupportCode(begin(DemoAccounts.named("gus").upn()))).isEqualTo(unknown);
        assertThat(withoutSupportCode(begin(nobody() + "@nowhere.example"))).isEqualTo(unknown);
    }

    @Test
    void importsNothingIfOneRowIsWrong() {
        SYSTEM.seeded("cleo");
        String body = "{\"tenant\":{\"id\":\"contoso\",\"displayName\":\"Changed\",\"domains\":[\"contoso.example\"]},"
                + "\"accounts\":[{\"userPrincipalName\":\"new@contoso.example\",\"kind\":\"CLOUD_ONLY\"},"
                + "{\"userPrincipalName\":\"bad name\",\"kind\":\"FEDERATED\"}]}";

        Answer answer = post("/api/v1/admin/import", body, SYSTEM.administratorOf(DemoTenant.CONTOSO));

        assertProblem(answer, 422, "ImportRejected");
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("where").asText())
                .containsExactly("accounts[1].userPrincipalName", "accounts[1].cloudAnchor");
        assertThat(begin("new@contoso.example").path("code").asText()).isEqualTo("AccountNotVerified");
        assertThat(begin(DemoAccounts.named("cleo").upn()).path("state").asText())
                .isEqualTo("GATES_OPEN");
    }

    @ParameterizedTest
    @CsvSource({"'',                 401", "'Bearer nonsense',  401", "'Basic YTpi',       401"})
    void adminRoutesNeedAToken(String authorization, int status) {
        Map<String, String> headers = authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);

        assertThat(post("/api/v1/admin/import", "{}", headers).status()).isEqualTo(status);
        assertThat(AUDIT.get("/api/v1/auditLogs/directoryAudits", headers).status())
                .isEqualTo(status);
    }

    @Test
    void usersWithoutARoleReadNoAuditLog_R_ACT_04() {
        DemoAccount ulla = SYSTEM.seeded("ulla");

        Answer answer = AUDIT.get("/api/v1/auditLogs/directoryAudits", SYSTEM.signedIn(ulla));

        assertProblem(answer, 403, "NotAllowed");
    }

    @Test
    void describesItselfInOpenApi() {
        assertThat(RESET.get("/q/openapi?format=json", Map.of())
                        .body()
                        .path("paths")
                        .has("/api/v1/resets"))
                .isTrue();
        assertThat(AUDIT.get("/q/openapi?format=json", Map.of())
                        .body()
                        .path("paths")
                        .has("/api/v1/auditLogs/directoryAudits"))
                .isTrue();
    }

    private static JsonNode begin(String userId) {
        return SYSTEM.client(DemoAccounts.named("cleo")).begin(userId).body();
    }

    /** A name that was never tried: whoever tries one too often is blocked, account or not. */
    private static String nobody() {
        return "nobody-" + UUID.randomUUID();
    }

    private static Answer post(String path, String body, Map<String, String> headers) {
        return RESET.send("POST", path, body.getBytes(StandardCharsets.UTF_8), new HashMap<>(headers));
    }

    private static JsonNode withoutSupportCode(JsonNode problem) {
        ObjectNode copy = problem.deepCopy();
        copy.remove("supportCode");
        return copy;
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("title").asText()).isNotBlank();
        assertThat(answer.body().path("remedy").asText()).isNotBlank();
        assertThat(answer.body().toString()).doesNotContain("Exception", "at io.", "at com.", "at org.");
    }
}
