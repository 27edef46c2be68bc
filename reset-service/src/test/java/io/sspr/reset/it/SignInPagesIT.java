package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages by which users sign in and out, as somebody with a browser meets them; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SignInPagesIT extends RegistrationWalk {
    @Inject
    DataSource dataSource;

    @Test
    void whoeverIsNotSignedInSignsInFirstAndThenIsWhereTheyWanted() {
        setPolicy("{\"registrationRequired\": false}");
        Visit visit = visit().open("/admin");
        assertThat(visit.hops()).containsExactly("/signin?then=admin");

        signIn(visit, ADMINISTRATOR, PASSWORD).expect(200);

        assertThat(visit.hops()).containsExactly("/admin");
        assertThat(visit.cookie("signin")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/admin",
                "signin",
                "signout",
                "../ssprsetup",
                "%0d%0ax",
                ""
            })
    void leadsToPortalsOnlyWhateverTheAddressSays(String then) {
        setPolicy("{\"registrationRequired\": false}");
        Visit visit = visit().open("/signin?then=" + then);

        signIn(visit, "cloud", PASSWORD);

        assertThat(visit.hops().get(0)).isEqualTo("/ssprsetup");
    }

    @Test
    void administratorsAreLedToWhatTheyAdminister() {
        setPolicy("{\"registrationRequired\": false}");

        assertThat(signIn(visit().open("/signin"), ADMINISTRATOR, PASSWORD).hops())
                .startsWith("/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "nobody", "disabled", "guest"})
    void aWrongPasswordIsToldAndTheNameStays_R_LOK_04(String name) {
        Visit visit = signIn(visit().open("/signin?then=admin"), name, "wrong").expect(401);

        assertThat(visit.text()).contains("User name and password do not fit together");
        assertThat(visit.value("userPrincipalName")).isEqualTo(name + "@" + domain());
        assertThat(visit.value("password")).isEmpty();
        assertThat(visit.value("then")).isEqualTo("admin");
        assertThat(visit.cookie("signin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nobodyIsCalledNothing(String name) {
        visit().open("/signin")
                .set("userPrincipalName", name)
                .set("password", PASSWORD)
                .submit()
                .expect(401);
    }

    @Test
    void whoeverGuessesIsToldWhenToTryAgain_R_LOK_04() {
        Visit visit = visit().open("/signin");
        for (int i = 0; i < 10; i++) {
            signIn(visit, "cloud", "wrong " + i).expect(401);
        }

        signIn(visit, "cloud", PASSWORD).expect(429);

        assertThat(Integer.parseInt(visit.header("Retry-After"))).isBetween(1, 60);
        assertThat(visit.text())
                .contains("Sign-in is locked", "too many wrong passwords", "Next attempt possible from:", "UTC");
        assertThat(visit.cookie("signin")).isNull();
        assertThat(visit.follow("Contact your administrator").address())
                .isEqualTo("/passwordreset/contact?for=another");
    }

    @Test
    void withoutAnAgentNobodyCanSayWhetherThePasswordIsRight_R_WB_03() {
        Visit visit = signIn(visit().open("/signin"), "federated", "On-Prem-1").expect(503);

        assertThat(visit.text()).contains("we cannot reach it right now");
    }

    @Test
    void theAgentIsWaitedFor_R_WB_03() {
        setPolicy("{\"registrationRequired\": false}");
        beat();
        Visit visit = visit().open("/signin");
        CompletableFuture<Visit> in = CompletableFuture.supplyAsync(() -> signIn(visit, "federated", "On-Prem-1"));

        answerWith(WritebackResult.success(asked().event(), "agent-1", Map.of()));

        assertThat(in.join().cookie("signin")).isNotNull();
        assertThat(visit.hops()).startsWith("/ssprsetup");
    }

    @Test
    void theWayToAResetIsAlwaysThere_R_FLW_01() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        Visit visit = visit().open("/signin");

        visit.follow("I forgot my password");

        assertThat(visit.path()).isEqualTo("/passwordreset");
        signIn(visit.open("/signin"), "cloud", "wrong").follow("I forgot my password");
        assertThat(visit.path()).isEqualTo("/passwordreset");
    }

    @Test
    void whoeverAsksForTheHostAloneIsLedToTheReset_R_FLW_01_R_FLW_02() {
        assertThat(visit().open("/").hops()).containsExactly("/passwordreset");
        assertThat(visit().open("/?mkt=ja-JP").hops()).containsExactly("/passwordreset?mkt=ja-JP");
    }

    @Test
    void signingOutForgetsTheSignInAndEndsItEverywhere() {
        setPolicy("{\"registrationRequired\": false}");
        Visit visit = signIn(visit().open("/signin"), "cloud", PASSWORD).open("/changepassword");
        String kept = visit.cookie("signin");
        assertThat(visit.text()).contains("cloud@" + domain());

        visit.submit("/signout").expect(200);

        assertThat(visit.path()).isEqualTo("/signin");
        assertThat(visit.text()).contains("You are signed out");
        assertThat(visit.cookie("signin")).isNull();
        assertThat(visit.setCookie("signin", kept).open("/signin/expiring").path())
                .isEqualTo("/signin");
    }

    @Test
    void whoeverIsNotSignedInMaySignOutNevertheless() {
        Visit visit = visit().open("/signin");

        visit.post("/signout", Map.of("csrf", visit.value("csrf"))).expect(200);

        assertThat(visit.path()).isEqualTo("/signin");
    }

    @Test
    void asksWhoHasNotRegisteredAtEachSignInBeforeAnythingElse_R_REG_12_R_CFG_12() {
        Visit visit = visit();
        for (int i = 0; i < 2; i++) {
            signIn(visit.forgetCookies().open("/signin?then=changepassword"), "cloud", PASSWORD);

            assertThat(visit.hops().get(0)).isEqualTo("/ssprsetup?mode=interrupt&then=changepassword");
        }
    }

    @Test
    void asksNobodyWhoHasRegisteredUntilItIsLongAgo_R_REG_13_R_CFG_13() {
        setPolicy("{\"reconfirmDays\": 1}");
        registerPhone(signedIn("cloud"));
        Visit visit = signIn(visit().open("/signin?then=changepassword"), "cloud", PASSWORD);
        assertThat(visit.hops()).containsExactly("/changepassword");

        clock.moveOn(Duration.ofDays(1));

        assertThat(signIn(visit().open("/signin?then=changepassword"), "cloud", PASSWORD)
                        .hops()
                        .get(0))
                .startsWith("/ssprsetup?mode=interrupt");
    }

    @Test
    void asksNobodyWhoMayNotRegisterAndRecordsNothing_R_REG_02_R_REG_12() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");

        Visit visit = signIn(visit().open("/signin?then=changepassword"), "cloud", PASSWORD);

        assertThat(visit.hops()).containsExactly("/changepassword");
        assertThat(broker.all(RegistrationRefused.class, fact -> fact.tenant().equals(tenant)))
                .isEmpty();
    }

    @Test
    void tellsInTimeThatAPasswordWillExpire_R_CLD_07() throws SQLException {
        setPolicy("{\"registrationRequired\": false}");
        passwordSet(Duration.ofDays(80));

        Visit visit = signIn(visit().open("/signin?then=ssprsetup"), "cloud", PASSWORD);

        assertThat(visit.path()).isEqualTo("/signin/expiring");
        assertThat(visit.text()).contains("Days left: 10");
        assertThat(visit.follow("Not now").path()).isEqualTo("/ssprsetup");
        assertThat(visit.open("/signin/expiring")
                        .follow("Change the password now")
                        .path())
                .isEqualTo("/changepassword");
    }

    @Test
    void anExpiredPasswordLeadsToItsChangeAndIsNotAskedForTwice_R_CHG_01_R_CLD_07() throws SQLException {
        passwordSet(Duration.ofDays(91));

        Visit visit = signIn(visit().open("/signin"), "cloud", PASSWORD).expect(200);

        assertThat(visit.hops()).containsExactly("/changepassword?expired=true");
        assertThat(visit.text()).contains("once you have chosen a new password");
        assertThat(visit.value("userPrincipalName")).isEqualTo("cloud@" + domain());
        assertThat(visit.cookie("signin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "INCORRECT_PASSWORD, 401, do not fit together",
        "ACCOUNT_LOCKED_OUT, 429, too many wrong passwords",
        "NO_RIGHTS, 503, we cannot reach it right now"
    })
    void saysNoMoreThanTheApiOfTheAgentsRefusal_R_WB_03_R_LOK_04(WritebackVerdict verdict, int status, String text) {
        beat();
        Visit visit = visit().open("/signin");
        CompletableFuture<Visit> in = CompletableFuture.supplyAsync(() -> signIn(visit, "federated", "On-Prem-1"));

        answerWith(WritebackResult.refused(asked().event(), "agent-1", verdict, Map.of()));

        assertThat(in.join().expect(status).text()).contains(text);
    }

    @Test
    void isInTheLanguageThatTheAddressSaysAndStaysInIt_R_FLW_02_R_REG_19() {
        Visit visit = visit().speaking("en");
        assertThat(visit.open("/signin").heading()).isEqualTo("Sign in");

        assertThat(visit.open("/signin?mkt=ja-JP").heading()).isEqualTo("サインイン");
        assertThat(visit.header("Content-Language")).isEqualTo("ja");
        assertThat(visit.open("/changepassword").heading()).isEqualTo("パスワードの変更");
        assertThat(visit.open("/signin?lng=en").heading()).isEqualTo("Sign in");
        assertThat(visit.open("/changepassword").heading()).isEqualTo("Change password");
        assertThat(visit.open("/changepassword?mkt=x%22y").heading()).isEqualTo("Change password");
        assertThat(visit().speaking("ja,en;q=0.5").open("/signin").heading()).isEqualTo("サインイン");
    }

    @Test
    void whatIsTypedIsShownAsText() {
        Visit visit = visit().open("/signin?then=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        visit.set("userPrincipalName", "\"><img src=x>")
                .set("password", "x")
                .submit()
                .expect(401);

        assertThat(visit.html()).doesNotContain("<img src=x>", "<script>alert");
        assertThat(visit.value("userPrincipalName")).isEqualTo("\"><img src=x>");
    }

    @Test
    void aNullCharacterIsNoPartOfAName() {
        visit().open("/signin")
                .set("userPrincipalName", "cloud\0@" + domain())
                .set("password", "x")
                .submit()
                .expect(400);
    }

    private Visit visit() {
        return new Visit(clock).speaking("en");
    }

    private Visit signIn(Visit visit, String name, String password) {
        return visit.set("userPrincipalName", name + "@" + domain())
                .set("password", password)
                .submit();
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }

    private void answerWith(WritebackResult result) {
        answer(asked(), result, Surroundings.AGENT_SIGNING);
    }

    private void passwordSet(Duration ago) throws SQLException {
        String sql = "update account set password_set_at = ? where user_principal_name = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(clock.instant().minus(ago)));
            update.setString(2, "cloud@" + domain());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
