package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Message;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a reset ends on the pages: refused passwords, the agent's answers, the eight codes, blocks, lost time, and giving up. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ResetPagesEndIT extends PagesWalk {

    @ParameterizedTest
    @CsvSource({
        "short, 8 to 256 characters",
        "Qwerty12!, common words and patterns",
        "Clementine-77!, must not contain your name"
    })
    void aRefusedPasswordCostsNeitherGatesNorTime_R_FLW_42_R_ERR_98_R_ERR_99(String weak, String why) {
        atPassword("cloud");

        typePassword(weak).expect(422);
        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        assertThat(visit.text()).contains(why);
        assertThat(visit.html()).doesNotContain(weak + "\"");
        keep("password-refused");

        typePassword(PASSWORD).expect(200);
        assertThat(visit.heading()).isEqualTo("Your password is reset");
    }

    @Test
    void bothEntriesHaveToBeTheSame_R_FLW_09() {
        atPassword("cloud");

        visit.set("newPassword", PASSWORD)
                .set("confirmation", PASSWORD + "x")
                .submit(AT_PASSWORD)
                .expect(422);

        assertThat(visit.text()).contains("are not the same");
    }

    @Test
    void theRulesFollowWhatIsTyped_R_FLW_09_R_BAN_07() {
        atPassword("cloud");
        assertThat(visit.text()).contains("8 to 256 characters").doesNotContain("Strength:");
        Map<String, String> csrf = fields(Map.of());

        assertThat(rules(csrf, "short")).contains("Strength: weak", "Not met 8 to 256 characters", "Met Latin letters");
        assertThat(rules(csrf, "Qwerty12!")).contains("Strength: weak", "Met 8 to 256", "Not met Not easy to guess");
        assertThat(rules(csrf, "Vixen-Copp7")).contains("Strength: fair").doesNotContain("Not met");
        assertThat(rules(csrf, "Vixen-Copper-Lagoon-7"))
                .contains("Strength: strong")
                .doesNotContain("Not met");
        assertThat(broker.all(PasswordRefused.class, fact -> fact.tenant().equals(tenant)))
                .isEmpty();
    }

    @Test
    void forPasswordsFromOnPremisesNoRulesAreMadeUp_R_CLD_08_R_FLW_09() {
        beat();
        atPassword("federated");
        keep("password-on-premises");

        assertThat(visit.text()).contains("Your organisation sets the rules").doesNotContain("8 to 256", "Strength");
        assertThat(visit.html()).doesNotContain("/passwordreset/password/rules");
    }

    @Test
    void thePageFollowsTheAgentToItsSuccess_R_FLW_11_R_WB_04() {
        Message<WritebackRequest> request = written();
        assertThat(visit.heading()).isEqualTo("One moment, please");
        assertThat(visit.html()).contains("<noscript><meta http-equiv=\"refresh\"");
        keep("writing");
        assertThat(visit.open("/passwordreset/result/news").status()).isEqualTo(204);

        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        awaitPage(AT_RESULT, "Your password is reset");
        assertThat(visit.open("/passwordreset/result/news").header("HX-Redirect"))
                .isEqualTo(AT_RESULT);
    }

    @Test
    void theDirectorysNoLeadsBackToThePassword_R_ERR_97_R_FLW_42() {
        refuse(written(), WritebackVerdict.PASSWORD_POLICY);

        awaitPage(AT_PASSWORD, "Choose a new password");
        assertThat(visit.text()).contains("on-premises policy");
        typePassword(PASSWORD + "x").expect(200);
        assertThat(visit.heading()).isEqualTo("One moment, please");
    }

    @Test
    void anAgentThatMayNotEndsItWith29_R_ERR_29_R_ERR_41_R_ERR_43() {
        refuse(written(), WritebackVerdict.NO_RIGHTS);

        awaitPage(AT_RESULT, "We're sorry");
        assertThat(visit.text())
                .contains("SSPR_0029:", "your password was not changed", supportCode())
                .doesNotContain("Begin again");
        assertThat(visit.html()).contains("href=\"/passwordreset/contact\"");
        keep("refused");
    }

    @Test
    void anAgentThatIsSilentEndsItWith30_R_ERR_30_R_ERR_40() {
        written();
        clock.moveOn(Duration.ofSeconds(34));

        awaitPage(AT_RESULT, "We're sorry");
        assertThat(visit.text()).contains("SSPR_0030:", "try again later", "Begin again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ssprEnabled": "NONE"}                                        | cloud     | SSPR_0009
            {"writebackEnabled": false}                                    | federated | SSPR_0010
            {"ssprEnabled": "SELECTED"}                                    | cloud     | SSPR_0011
            {}                                                             | bare      | SSPR_0012
            {"ssprEnabled": "SELECTED", "ssprGroupId": "scope"}            | cloud     | SSPR_0013
            {"methodsEnabled": ["SECURITY_QUESTIONS"]}                     | cloud     | SSPR_0014
            """)
    void theReasonIsSaidBeforeAnythingIsAsked_R_ERR_09_R_ERR_10_R_ERR_11_R_ERR_12_R_ERR_13_R_ERR_14_R_ERR_40(
            String patch, String name, String code) {
        importAccounts("{\"userPrincipalName\": \"bare@%s\", \"kind\": \"CLOUD_ONLY\", \"alternateEmail\":"
                + " \"b@home.example\"}");
        setPolicy(patch);

        enter(name).expect(403);

        assertThat(visit.heading()).isEqualTo("We're sorry");
        assertThat(visit.text())
                .contains(code + ":", "Contact your administrator", supportCode())
                .doesNotContain("Begin again");
        assertThat(visit.cookie("reset")).isNull();
        keep(code);
    }

    @Test
    void whoIsUnknownStaysOnThePage_R_ERR_91_R_CHK_01() {
        enter("nobody").expect(422);

        assertThat(visit.path()).isEqualTo("/passwordreset");
        assertThat(visit.text()).contains("No account that can reset its password");
        assertThat(visit.value("userId")).isEqualTo("nobody@" + domain());
        keep("identify-again");
    }

    @Test
    void withoutTheCaptchaNobodyIsLookedUp_R_CHK_00() {
        visit.open("/passwordreset")
                .set("userId", "cloud@" + domain())
                .submit("/passwordreset")
                .expect(422);

        assertThat(visit.text()).contains("The check that a person is asking was missing");
        assertThat(visit.html()).contains("<noscript>");
        assertThat(visit.cookie("reset")).isNull();
        keep("identify");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "much too long to be a name"})
    void whatCannotBeANameIsNobodys_R_ERR_91(String name) {
        visit.open("/passwordreset")
                .set("userId", name.isBlank() ? name : name.repeat(20))
                .set("captcha", CaptchaSolver.take())
                .submit("/passwordreset")
                .expect(422);

        assertThat(visit.text()).contains("No account that can reset its password");
    }

    @Test
    void theFifthWrongCodeEndsItForADay_R_THR_01_R_ERR_92() {
        enter("cloud");
        choose("SMS");
        typeNumber(MOBILE);
        for (int i = 0; i < 3; i++) {
            typeCode("no code").expect(422);
        }

        typeCode("no code").expect(200);

        assertThat(visit.path()).isEqualTo(AT_RESULT);
        assertThat(visit.heading()).isEqualTo("Too many attempts");
        assertThat(visit.text()).doesNotContain("Begin again");
        assertThat(enter("cloud").expect(429).heading()).isEqualTo("Too many attempts");
        assertThat(visit.text()).doesNotContain("Begin again");
        keep("throttled");
    }

    @Test
    void timeRunsOutAfterFifteenMinutes_R_FLW_03_R_ERR_96() {
        enter("cloud");
        choose("MAIL");
        String code = codeSent(1);
        clock.moveOn(Duration.ofMinutes(15));

        typeCode(code).expect(200);

        assertThat(visit.path()).isEqualTo(AT_RESULT);
        assertThat(visit.heading()).isEqualTo("Your time is up");
        assertThat(visit.text()).contains("Begin again");
        keep("expired");
    }

    @Test
    void aCodeThatIsTooOldIsSaid_R_ERR_96() {
        enter("cloud");
        choose("MAIL");
        String code = codeSent(1);
        clock.moveOn(Duration.ofMinutes(6));

        typeCode(code).expect(422);

        assertThat(visit.text()).contains("five minutes");
    }

    @Test
    void givingUpEndsIt_R_FLW_13() {
        enter("cloud");
        choose("MAIL");
        String supportCode = supportCode();

        cancel().expect(200);
        assertThat(visit.path()).isEqualTo(AT_RESULT);
        assertThat(visit.heading()).isEqualTo("This reset has ended");
        assertThat(visit.open("/passwordreset/code").path()).isEqualTo(AT_RESULT);
        keep("cancelled");
        broker.await(ResetCancelled.class, fact -> fact.supportCode().toString().equals(supportCode));
    }

    @Test
    void whoKnowsThePasswordIsUnlockedOnly_R_FLW_06_R_WB_30() {
        setPolicy("{\"allowUnlockWithoutReset\": true}");
        beat();
        enter("federated").expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/intent");
        keep("intent");
        visit.set("intent", "UNLOCK").submit("/passwordreset/intent").expect(200);
        choose("MAIL");
        typeCode(codeSent(1)).expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/unlock");
        keep("unlock");

        visit.submit("/passwordreset/unlock").expect(200);
        Message<WritebackRequest> request = requested();
        assertThat(request.event().operation()).isEqualTo(Operation.UNLOCK);
        answer(request, WritebackResult.success(request.event(), "agent-1", Map.of()), Surroundings.AGENT_SIGNING);

        awaitPage(AT_RESULT, "Your account is unlocked");
        String supportCode = supportCode();
        broker.await(
                AccountUnlocked.class, fact -> fact.supportCode().toString().equals(supportCode));
    }

    @Test
    void whoForgotThePasswordChoosesOneEvenIfUnlockingIsOffered_R_FLW_06() {
        setPolicy("{\"allowUnlockWithoutReset\": true}");
        beat();
        enter("federated");
        visit.set("intent", "RESET").submit("/passwordreset/intent");
        choose("MAIL");
        typeCode(codeSent(1)).expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        assertThat(visit.html()).contains("href=\"/passwordreset/unlock\"");
    }

    @Test
    void whereUnlockingIsNotAllowedNobodyIsAsked_R_WB_33() {
        beat();
        enter("federated");

        assertThat(visit.path()).isEqualTo("/passwordreset/methods");
        assertThat(visit.open("/passwordreset/intent").path()).isEqualTo("/passwordreset/methods");
        assertThat(visit.open("/passwordreset/unlock").path()).isEqualTo("/passwordreset/methods");
    }

    @Test
    void thePagesAreNoPartOfTheApi() {
        assertThat(given().accept("application/json").get("/q/openapi").asString())
                .doesNotContain("/passwordreset");
    }

    private String rules(Map<String, String> csrf, String password) {
        return visit.post("/passwordreset/password/rules", Map.of("csrf", csrf.get("csrf"), "newPassword", password))
                .expect(200)
                .text();
    }

    private void refuse(Message<WritebackRequest> request, WritebackVerdict verdict) {
        answer(
                request,
                WritebackResult.refused(request.event(), "agent-1", verdict, Map.of()),
                Surroundings.AGENT_SIGNING);
    }
}
