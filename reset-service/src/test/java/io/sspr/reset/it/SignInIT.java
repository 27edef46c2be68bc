package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in, its lockout and its tokens on a real database; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SignInIT extends ResetWalk {
    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "nobody", "disabled", "guest"})
    void tenWrongPasswordsLockEveryNameAlike_R_LOK_01_R_LOK_04(String name) {
        for (int i = 0; i < 10; i++) {
            Response wrong = signIn(name, "wrong " + i);
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(problem(wrong)).isEqualTo("InvalidCredentials");
        }

        Response locked = signIn(name, PASSWORD);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(problem(locked)).isEqualTo("SignInLocked");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void theLockEndsAfterSixtySecondsAndComesBackTwiceAsLong_R_LOK_01() {
        wrongTimes(10);
        clock.moveOn(Duration.ofSeconds(61));

        signIn("cloud", "one more");
        int secondLock = Integer.parseInt(signIn("cloud", PASSWORD).header("Retry-After"));
        clock.moveOn(Duration.ofSeconds(121));

        assertThat(secondLock).isBetween(61, 120);
        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void theAdministratorLearnsOfALock_R_LOK_01() {
        wrongTimes(10);

        SignInLockedOut fact = broker.await(
                        SignInLockedOut.class, locked -> locked.tenant().equals(tenant))
                .event();

        assertThat(fact.failures()).isEqualTo(10);
        assertThat(fact.user().userPrincipalName()).isEqualTo("cloud@" + domain());
    }

    @Test
    void ofManyWrongPasswordsAtOnceTenAreJudged_R_LOK_01() {
        List<Integer> answers = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> signIn("cloud", "guess " + i).statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 401).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(50);
    }

    @Test
    void theSameWrongPasswordLocksNobodyOut_R_LOK_02() {
        for (int i = 0; i < 15; i++) {
            signIn("cloud", "saved in an old phone");
        }

        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetEndsTheLock_R_LOK_05() {
        wrongTimes(10);

        submit(atPasswordPage("cloud")).then().statusCode(200);

        assertThat(signIn("cloud", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void theTenantDecidesWhenToLock_R_CFG_22() {
        setPolicy("{\"lockout\": {\"threshold\": 3, \"durationSec\": 600}}");
        wrongTimes(3);

        Response locked = signIn("cloud", PASSWORD);

        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(500, 600);
    }

    @Test
    void signingOutEndsEveryTokenAtOnce() {
        String first = token("admin", PASSWORD);
        String second = token("admin", PASSWORD);

        bearer(first).post("/api/v1/signout").then().statusCode(204);
        String next = token("admin", PASSWORD);

        assertThat(policy(first)).isEqualTo(401);
        assertThat(policy(second)).isEqualTo(401);
        assertThat(policy(next)).isEqualTo(200);
    }

    @Test
    void signOutNeedsAToken() {
        assertThat(given().post("/api/v1/signout").statusCode()).isEqualTo(401);
        assertThat(bearer("not.a.token").post("/api/v1/signout").statusCode()).isEqualTo(401);
    }

    @Test
    void aResetEndsEveryToken_R_FLW_12() {
        String token = token("cloud", PASSWORD);
        assertThat(bearer(token).post("/api/v1/signout").statusCode()).isEqualTo(204);
        String last = token("cloud", PASSWORD);

        submit(atPasswordPage("cloud")).then().statusCode(200);

        assertThat(bearer(last).post("/api/v1/signout").statusCode()).isEqualTo(401);
    }

    @Test
    void rolesAreThoseOfTheMoment_R_ADM_09() throws SQLException {
        String token = token("admin", PASSWORD);
        assertThat(policy(token)).isEqualTo(200);

        update("update account set roles = '{}' where user_principal_name = ?", "admin@" + domain());

        assertThat(policy(token)).isEqualTo(403);
    }

    @Test
    void aDisabledAccountHasNoTokens() throws SQLException {
        String token = token("admin", PASSWORD);

        update("update account set enabled = false where user_principal_name = ?", "admin@" + domain());

        assertThat(policy(token)).isEqualTo(401);
    }

    @Test
    void anExpiredPasswordOnlyLeadsToAChange_R_CLD_07_R_CHG_01() throws SQLException {
        passwordSet(Duration.ofDays(91));

        Response refused = signIn("cloud", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("PasswordExpired");
        assertThat(problem(signIn("cloud", "wrong"))).isEqualTo("InvalidCredentials");

        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "userPrincipalName",
                        "cloud@" + domain(),
                        "currentPassword",
                        PASSWORD,
                        "newPassword",
                        "Quartz-Meadow-31"))
                .post("/api/v1/password/change")
                .then()
                .statusCode(200);
        assertThat(signIn("cloud", "Quartz-Meadow-31").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsInTimeThatAPasswordWillExpire_R_CLD_07() throws SQLException {
        assertThat(signIn("cloud", PASSWORD).<Integer>path("passwordExpiresInDays"))
                .isNull();

        passwordSet(Duration.ofDays(80));

        assertThat(signIn("cloud", PASSWORD).<Integer>path("passwordExpiresInDays"))
                .isEqualTo(10);
    }

    @Test
    void passThroughIsCheckedByTheAgent_R_WB_03() throws BrokenSealException {
        beat();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> signIn("federated", "On-Prem-1"));
        Message<WritebackRequest> asked = asked();

        WritebackRequest request = asked.event();
        assertThat(request.operation()).isEqualTo(Operation.VERIFY);
        assertThat(Seal.open(request.sealedPassword(), request.sealContext(), Surroundings.AGENT, clock.instant())
                        .reveal())
                .isEqualTo("On-Prem-1");
        answer(asked, WritebackResult.success(request, "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        Response in = answer.join();
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(bearer(in.path("accessToken")).post("/api/v1/signout").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "INCORRECT_PASSWORD, 401, InvalidCredentials",
        "ACCOUNT_DISABLED, 401, InvalidCredentials",
        "ACCOUNT_LOCKED_OUT, 429, SignInLocked",
        "NO_RIGHTS, 503, SignInUnavailable",
        "DIRECTORY_UNREACHABLE, 503, SignInUnavailable"
    })
    void tellsNoMoreThanItMustOfTheAgentsRefusal_R_WB_03_R_LOK_04(WritebackVerdict verdict, int status, String code) {
        beat();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> signIn("federated", "On-Prem-1"));
        Message<WritebackRequest> asked = asked();

        answer(asked, WritebackResult.refused(asked.event(), "agent-1", verdict, Map.of()), Surroundings.AGENT_SIGNING);

        assertThat(answer.join().statusCode()).isEqualTo(status);
        assertThat(problem(answer.join())).isEqualTo(code);
    }

    @Test
    void anExpiredOnPremisesPasswordHasToBeChangedFirst_R_CHG_01() {
        beat();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> signIn("federated", "On-Prem-1"));
        Message<WritebackRequest> asked = asked();

        Map<String, Object> evidence = Map.of(WritebackResult.PASSWORD_EXPIRED, true);
        answer(asked, WritebackResult.success(asked.event(), "agent-1", evidence), Surroundings.AGENT_SIGNING);

        assertThat(problem(answer.join())).isEqualTo("PasswordExpired");
    }

    @Test
    void withoutAnAgentNobodyCanSayAndNothingIsCounted_R_WB_03() {
        for (int i = 0; i < 12; i++) {
            Response answer = signIn("federated", "On-Prem-" + i);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(problem(answer)).isEqualTo("SignInUnavailable");
        }
    }

    @Test
    void aPasswordLongerThanAnyDirectoryTakesIsWrongAndNobodyIsAsked_R_ADP_01() {
        beat();

        Response answer = signIn("federated", "x".repeat(257));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer)).isEqualTo("InvalidCredentials");
    }

    @Test
    void anAgentThatDoesNotAnswerIsNotWaitedForForLong_R_WB_31h() {
        beat();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> signIn("federated", "On-Prem-1"));
        asked();
        clock.moveOn(Duration.ofSeconds(14));

        assertThat(answer.orTimeout(8, TimeUnit.SECONDS).join().statusCode()).isEqualTo(503);
    }

    @Test
    void nothingThatWasTypedIsInTheLockoutTable_R_LOK_02() throws SQLException {
        signIn("nobody-anywhere", "a-canary-password");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select s::text from sign_in_lockout s");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain("canary", "nobody-anywhere");
            }
        }
    }

    private void wrongTimes(int times) {
        IntStream.range(0, times).forEach(i -> signIn("cloud", "wrong " + i));
    }

    private Response signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("userPrincipalName", name + "@" + domain(), "password", password))
                .post("/api/v1/signin");
    }

    private String token(String name, String password) {
        return signIn(name, password).path("accessToken");
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static int policy(String token) {
        return bearer(token).get("/api/v1/admin/policy").statusCode();
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }

    private void passwordSet(Duration ago) throws SQLException {
        Instant at = clock.instant().minus(ago);
        update(
                "update account set password_set_at = ? where user_principal_name = ?",
                Timestamp.from(at),
                "cloud@" + domain());
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
