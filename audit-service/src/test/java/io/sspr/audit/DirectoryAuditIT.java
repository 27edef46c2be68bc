package io.sspr.audit;

import static io.restassured.RestAssured.given;
import static io.sspr.audit.AuditApi.BROKER;
import static io.sspr.audit.AuditApi.NOON;
import static io.sspr.audit.AuditApi.PATH;
import static io.sspr.audit.AuditApi.STATUS_BEFORE_KEYS;
import static io.sspr.audit.AuditApi.TOKENS;
import static io.sspr.audit.AuditApi.bearer;
import static io.sspr.audit.AuditApi.follow;
import static io.sspr.audit.AuditApi.get;
import static io.sspr.audit.AuditApi.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.reset.ResetCancelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxInfrastructure.class)
class DirectoryAuditIT {
    private final Flow flow = new Flow();

    @Test
    void isUpBeforeResetServiceIs() {
        assertThat(STATUS_BEFORE_KEYS).isEqualTo(401);
        assertThat(get(TOKENS.reader("contoso"), Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void findsByEveryProperty_R_AUD_02() {
        Message<Event> cancelled = flow.cancelled();
        String mine = " and initiatedBy/user/id eq '" + flow.account + "'";
        String id = cancelled.id().toString();

        assertThat(List.of(
                        "activityDisplayName eq 'Self-service password reset flow activity progress'" + mine,
                        "startswith(activityDisplayName,'Self-service')" + mine,
                        "activityDateTime eq 2026-05-01T12:00:00Z" + mine,
                        "activityDateTime gt 2026-05-01T11:59:59.999Z and activityDateTime lt 2026-05-01T21:00:01+09:00"
                                + mine,
                        "loggedByService eq 'Self-service Password Management' and result eq 'failure'" + mine,
                        "initiatedBy/user/displayName eq '甲斐 太郎'" + mine,
                        "initiatedBy/user/userPrincipalName eq 'taro." + flow.account + "@CONTOSO.example'",
                        "startswith(initiatedBy/user/userPrincipalName,'TARO." + flow.account + "')",
                        "targetResources/any(t:t/id eq '" + flow.account + "')"))
                .allSatisfy(filter -> assertThat(ids(filter)).containsExactly(id));
        assertThat(List.of(
                        "activityDateTime ge 2026-05-01T12:00:00.001Z" + mine,
                        "activityDateTime le 2026-05-01T11:59:59Z" + mine,
                        "result eq 'success'" + mine,
                        "startswith(activityDisplayName,'%')" + mine,
                        "activityDisplayName eq ''' or true --'" + mine))
                .allSatisfy(filter -> assertThat(ids(filter)).isEmpty());
    }

    @Test
    void leadsThroughAllPagesWithoutGapOrRepetition_R_AUD_02() {
        List<Message<Event>> messages = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            messages.add(flow.message(NOON.plusSeconds(i / 5), new ResetCancelled(flow.supportCode, flow.taro, true)));
        }
        messages.forEach(BROKER::publish);
        messages.forEach(AuditApi::awaitLine);

        List<String> seen = new ArrayList<>();
        Response page = get(
                TOKENS.reader("contoso"),
                Map.of(
                        "$filter", "correlationId eq '" + flow.supportCode + "'",
                        "$top", "10",
                        "$orderby", "activityDateTime asc"));
        List<Integer> sizes = new ArrayList<>();
        while (page != null) {
            seen.addAll(page.jsonPath().getList("value.id"));
            sizes.add(page.jsonPath().getList("value").size());
            String next = page.jsonPath().get("'@odata.nextLink'");
            page = next == null ? null : follow(next);
        }

        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .isEqualTo(messages.stream()
                        .sorted(Comparator.comparing((Message<Event> message) -> message.time())
                                .thenComparing(message -> message.id().toString()))
                        .map(message -> message.id().toString())
                        .toList());
    }

    @Test
    void showsNoTenantToAnother() {
        flow.cancelled();

        Response page =
                get(TOKENS.reader("tailspin"), Map.of("$filter", "correlationId eq '" + flow.supportCode + "'"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("value")).isEmpty();
    }

    @Test
    void showsAnEmptyListToTheUnlicensed_R_AUD_10_R_LIC_05() {
        flow.cancelled();

        Response page = get(TOKENS.token("contoso", "Global Administrator", false), Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("value")).isEmpty();
    }

    @Test
    void refusesEveryRouteWithoutAnAdministratorsToken_A19() {
        JsonPath openApi =
                given().queryParam("format", "json").get("/q/openapi").jsonPath();
        List<String> routes = new ArrayList<>(
                openApi.getMap("paths").keySet().stream().map(Object::toString).toList());

        assertThat(routes).contains(PATH);
        for (String route : routes) {
            problem(given().get(route), 401, "NotSignedIn");
            TOKENS.invalid().forEach(token -> problem(bearer(token).get(route), 401, "NotSignedIn"));
            problem(bearer(TOKENS.token("contoso", "User Administrator", true)).get(route), 403, "NotAllowed");
            problem(bearer(TOKENS.withoutTenant()).get(route), 403, "NotAllowed");
        }
    }

    @Test
    void answersEverythingElseWithAProblemInTheCallersLanguage() {
        String token = TOKENS.reader("contoso");
        Response filter = bearer(token)
                .header("Accept-Language", "ja")
                .queryParam("$filter", "result ne 'x'")
                .get(PATH);

        problem(filter, 400, "BadFilter");
        assertThat(filter.jsonPath().getString("detail")).contains("8 文字目").endsWith("eq");
        assertThat(filter.header("Content-Language")).isEqualTo("ja");
        problem(get(token, Map.of("$select", "id")), 400, "UnknownQueryOption");
        problem(get(token, Map.of("$top", "0")), 400, "BadQueryOptionValue");
        problem(given().get("/nowhere"), 404, "NotFound");
        problem(bearer(token).delete(PATH), 405, "MethodNotAllowed");
        problem(bearer(token).accept("text/html").get(PATH), 406, "NotAcceptable");
    }

    private static void problem(Response response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getMap("").keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "remedy");
    }
}
