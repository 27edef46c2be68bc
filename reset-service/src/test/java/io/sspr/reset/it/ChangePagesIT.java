package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages by which users change a password that they know, as somebody with a browser meets them; the test plays the agent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ChangePagesIT extends ResetWalk {
    private static final String FRESH = "Quartz-Meadow-31";

    @Test
    void whoeverKnowsThePasswordNeedNotBeSignedIn_R_CHG_01() {
        Visit visit = change("cloud", PASSWORD, FRESH, FRESH).expect(200);

        assertThat(visit.hops()).containsExactly("/changepassword/done");
        assertThat(visit.heading()).isEqualTo("Your password is changed");
        signIn(FRESH).expect(200);
        signIn(PASSWORD).expect(401);
    }

    @Test
    void thePageHasTheSupportCodeOfTheChange_R_SUP_03_R_SUP_04() {
        Visit visit = change("cloud", PASSWORD, FRESH, FRESH);

        String code = visit.header("sspr-cid");
        broker.await(
                PasswordChanged.class, fact -> fact.supportCode().toString().equals(code));
        assertThat(visit.text()).contains(code);
        assertThat(visit.html()).contains("<meta name=\"sspr-cid\" content=\"" + code + "\">");
    }

    @Test
    void whoeverIsSignedInIsNamedAndSignedOutByTheChange_R_CHG_01() {
        setPolicy("{\"registrationRequired\": false}");
        Visit visit = signIn(PASSWORD).open("/changepassword");
        assertThat(visit.value("userPrincipalName")).isEqualTo("cloud@" + domain());
        assertThat(visit.text()).contains("Wingtip Toys");

        visit.set("currentPassword", PASSWORD)
                .set("newPassword", FRESH)
                .set("newPasswordAgain", FRESH)
                .submit("/changepassword")
                .expect(200);

        assertThat(visit.cookie("signin")).isNull();
    }

    @Test
    void goingBackAndSendingAgainChangesNothing_R_FLW_34() {
        Visit visit = change("cloud", PASSWORD, FRESH, FRESH);

        change(visit.open("/changepassword"), "cloud", PASSWORD, FRESH, FRESH).expect(422);

        signIn(FRESH).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, Quartz-Meadow-31, Quartz-Meadow-31, do not fit together",
        "Fresh-Copper-2026, Quartz-Meadow-31, Quartz-Meadow-32, are not the same",
        "Fresh-Copper-2026, short, short, 8 to 256 characters",
        "Fresh-Copper-2026, P@$$w0rd1!, P@$$w0rd1!, common words and patterns",
        "Fresh-Copper-2026, Fresh-Copper-2026, Fresh-Copper-2026, not the same as the current password"
    })
    void saysWhyThePasswordStays_R_CHG_01_R_CLD_05_R_ERR_98_R_ERR_99(
            String current, String fresh, String again, String text) {
        Visit visit = change("cloud", current, fresh, again).expect(422);

        assertThat(visit.text()).contains(text);
        assertThat(visit.value("userPrincipalName")).isEqualTo("cloud@" + domain());
        assertThat(visit.html()).doesNotContain("value=\"" + current, "value=\"" + fresh);
        signIn(PASSWORD).expect(200);
    }

    @Test
    void wrongCurrentPasswordsLockSignIn_R_CHG_02() {
        Visit visit = visit().open("/changepassword");
        for (int i = 0; i < 10; i++) {
            change(visit, "cloud", "wrong " + i, FRESH, FRESH).expect(422);
        }

        change(visit, "cloud", PASSWORD, FRESH, FRESH).expect(429);

        assertThat(visit.header("Retry-After")).isNotNull();
        signIn(PASSWORD).expect(429);
    }

    @Test
    void theAgentIsWaitedFor_R_CHG_01_R_WB_40() {
        beat();
        CompletableFuture<Visit> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH, FRESH));

        answerWith(WritebackResult.success(asked().event(), "agent-1", Map.of()));

        assertThat(answer.join().heading()).isEqualTo("Your password is changed");
    }

    @ParameterizedTest
    @CsvSource({
        "INCORRECT_PASSWORD, 422, do not fit together",
        "PASSWORD_POLICY, 422, on-premises policy",
        "ACCOUNT_LOCKED_OUT, 409, Your account is locked",
        "NO_RIGHTS, 502, SSPR_0029:"
    })
    void saysWhyTheAgentDidNotChangeItAndWhomToAsk_R_CHG_01_R_ERR_43_R_ERR_97_R_EVT_33006(
            WritebackVerdict verdict, int status, String text) {
        beat();
        CompletableFuture<Visit> answer =
                CompletableFuture.supplyAsync(() -> change("federated", "On-Prem-1", FRESH, FRESH));

        answerWith(WritebackResult.refused(asked().event(), "agent-1", verdict, Map.of()));

        assertThat(answer.join().expect(status).text()).contains(text, "Contact your administrator");
    }

    @Test
    void whoCannotHelpThemselvesIsLedToTheAdministrator_R_ERR_43_R_HLP_01() {
        Visit visit = change("federated", "On-Prem-1", FRESH, FRESH).expect(503);
        assertThat(visit.text()).contains("We're sorry");

        visit.follow("Contact your administrator").expect(200);

        assertThat(visit.address()).isEqualTo("/passwordreset/contact?for=another");
    }

    @Test
    void withoutWritebackOrAgentNothingMasteredOnPremisesIsChanged_R_WB_05_R_CHK_10() {
        assertThat(change("federated", "On-Prem-1", FRESH, FRESH).expect(503).text())
                .contains("SSPR_0030:");

        setPolicy("{\"writebackEnabled\": false}");

        assertThat(change("federated", "On-Prem-1", FRESH, FRESH).expect(403).text())
                .contains("SSPR_0010:");
    }

    private Visit visit() {
        return new Visit(clock).speaking("en");
    }

    private Visit change(String name, String current, String fresh, String again) {
        return change(visit().open("/changepassword"), name, current, fresh, again);
    }

    private Visit change(Visit visit, String name, String current, String fresh, String again) {
        return visit.set("userPrincipalName", name + "@" + domain())
                .set("currentPassword", current)
                .set("newPassword", fresh)
                .set("newPasswordAgain", again)
                .submit();
    }

    private Visit signIn(String password) {
        return visit().open("/signin?then=changepassword")
                .set("userPrincipalName", "cloud@" + domain())
                .set("password", password)
                .submit();
    }

    private Message<WritebackRequest> asked() {
        return broker.await(WritebackRequest.class, request -> request.tenant().equals(tenant));
    }

    private void answerWith(WritebackResult result) {
        answer(asked(), result, Surroundings.AGENT_SIGNING);
    }
}
