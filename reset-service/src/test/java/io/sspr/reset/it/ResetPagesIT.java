package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.question.OfferedQuestions;
import io.sspr.reset.question.PredefinedQuestion;
import io.sspr.reset.question.RegisterAnswers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way through the pages of a reset: proving oneself by every method, and the new password. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ResetPagesIT extends PagesWalk {
    private static final List<PredefinedQuestion> OWN = List.of(
            PredefinedQuestion.FIRST_PET,
            PredefinedQuestion.FAVOURITE_FOOD,
            PredefinedQuestion.FIRST_SCHOOL,
            PredefinedQuestion.CHILDHOOD_HERO,
            PredefinedQuestion.CITY_FIRST_JOB);

    @Inject
    RegisterAnswers registerAnswers;

    @Test
    void byMailToANewPassword_R_FLW_01_R_FLW_04_R_FLW_07_R_FLW_11() {
        enter("cloud").expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/methods");
        assertThat(visit.text()).contains("c****@home.example").doesNotContain("c@home.example");
        keep("methods");

        choose("MAIL").expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/code");
        assertThat(visit.html()).contains("autocomplete=\"one-time-code\"");
        keep("code");
        typeCode(codeSent(1)).expect(200);
        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        keep("password");
        typePassword("Another-Copper-7").expect(200);

        assertThat(visit.path()).isEqualTo(AT_RESULT);
        assertThat(visit.heading()).isEqualTo("Your password is reset");
        keep("succeeded");
        String supportCode = supportCode();
        broker.await(ResetSucceeded.class, fact -> fact.supportCode().toString().equals(supportCode));
    }

    @Test
    void noAddressOfTheFlowNamesTheUser_R_FLW_04() {
        atPassword("cloud");

        assertThat(visit.hops()).hasSize(1).allMatch(address -> address.endsWith("/passwordreset/password"));
        assertThat(visit.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void everyPageNamesSupportCodeSessionAndTime_R_SUP_03_R_SUP_04_R_SUP_05() {
        enter("cloud");
        String supportCode = supportCode();
        String session = visit.cookie("reset").split("\\.")[0];

        assertThat(visit.text()).contains("Support code " + supportCode).containsPattern("[0-9]{4}.* UTC");
        assertThat(visit.html()).contains("<meta name=\"sspr-sid\" content=\"" + session + "\">");
        assertThat(visit.header("sspr-sid")).isEqualTo(session);
        assertThat(visit.header("sspr-cid")).isEqualTo(supportCode);
        choose("MAIL");
        assertThat(supportCode()).isEqualTo(supportCode);
    }

    @Test
    void byTextTheWholeNumberIsAskedForFirst_R_PHN_05_R_PHN_07_R_ERR_93() {
        enter("cloud");
        choose("SMS").expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/phone/sms");
        assertThat(visit.text()).contains("+* ********01");

        typeNumber("+1 4255550109").expect(422);
        assertThat(visit.text()).contains("not the one that is registered");
        assertThat(visit.value("phoneNumber")).isEqualTo("+1 4255550109");
        keep("phone");
        typeNumber(MOBILE).expect(200);
        typeCode(codeSent(1)).expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void twoGatesTakeTwoMethods_R_FLW_08_R_MTH_25() {
        setPolicy("{\"methodsRequired\": 2}");
        enter("cloud");
        assertThat(visit.text()).contains("Two methods are needed");

        choose("MAIL");
        typeCode(codeSent(1)).expect(200);
        assertThat(visit.path()).isEqualTo("/passwordreset/methods");
        assertThat(visit.html()).contains("value=\"SMS\"").doesNotContain("value=\"MAIL\"");
        choose("SMS");
        typeNumber(MOBILE);
        typeCode(codeSent(2)).expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
    }

    @Test
    void aWrongCodeIsSaidAndTheRightOneStillPasses_R_PHN_11() {
        enter("cloud");
        choose("MAIL");

        typeCode("000 00").expect(422);
        assertThat(visit.text()).contains("not the code that was sent");
        assertThat(visit.value("code")).isNullOrEmpty();
        String code = codeSent(1);
        typeCode(" " + code.substring(0, 3) + " " + wide(code.substring(3))).expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
    }

    @Test
    void questionsAreAnsweredOnOnePage_R_SQ_05_R_SQ_06() {
        setPolicy("{\"methodsEnabled\": [\"SECURITY_QUESTIONS\"]}");
        registerAnswers();
        enter("cloud");
        choose("QUESTIONS").expect(200);
        assertThat(visit.values("question")).hasSize(3);

        visit.set("answer", "wrong", "wrong", "wrong")
                .submit("/passwordreset/code")
                .expect(422);
        assertThat(visit.text()).contains("At least one answer is not the one you registered");
        keep("questions");
        String[] answers =
                visit.values("question").stream().map(key -> "my " + key).toArray(String[]::new);
        visit.set("answer", answers).submit("/passwordreset/code").expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
    }

    @Test
    void aFormThatIsSentTwiceSendsOneMessage_R_FLW_34() {
        enter("cloud");
        Map<String, String> form = fields(Map.of("way", "MAIL"));

        visit.post("/passwordreset/methods", form).expect(200);
        visit.post("/passwordreset/methods", form).expect(200);

        assertThat(visit.path()).isEqualTo("/passwordreset/code");
        typeCode(codeSent(1)).expect(200);
        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aFormOfAnotherResetDoesNothing_R_FLW_34() {
        importAccounts("""
                {"userPrincipalName": "dora@%s", "kind": "CLOUD_ONLY", "licences": ["ENTRA_P1"],
                 "alternateEmail": "d@home.example", "password": "Fresh-Copper-2026"}""");
        atPassword("cloud");
        Map<String, String> former =
                fields(Map.of("newPassword", "Another-Copper-7", "confirmation", "Another-Copper-7"));
        atPassword("dora");
        assertThat(visit.value("version")).isEqualTo(former.get("version"));

        visit.post(AT_PASSWORD, former).expect(200);
        assertThat(visit.heading()).isEqualTo("Choose a new password");
        visit.post("/passwordreset/cancel", former).expect(200);

        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        asSignedIn("dora");
    }

    @Test
    void aPageThatWasLeftBehindLeadsToWhereTheResetStands_R_FLW_34() {
        atPassword("cloud");

        assertThat(visit.open("/passwordreset/methods").path()).isEqualTo(AT_PASSWORD);
        assertThat(visit.open("/passwordreset/code").path()).isEqualTo(AT_PASSWORD);
        assertThat(visit.open("/passwordreset/result").path()).isEqualTo(AT_PASSWORD);
        assertThat(visit.open("/passwordreset/again").path()).isEqualTo(AT_PASSWORD);
    }

    @Test
    void whoeverHasNoResetBeginsOne_R_FLW_03() {
        assertThat(visit.open("/passwordreset/password").path()).isEqualTo("/passwordreset");
        visit.setCookie("reset", "00000000-0000-0000-0000-000000000000." + "A".repeat(43));
        assertThat(visit.open("/passwordreset/code").path()).isEqualTo("/passwordreset");
    }

    @Test
    void allOfItIsThereInJapanese_R_FLW_02() {
        visit.open("/passwordreset?mkt=ja");
        assertThat(visit.heading()).isEqualTo("パスワードをリセットする");
        assertThat(visit.html()).contains("<html lang=\"ja\">");
        visit.speaking("ja");
        enter("cloud");
        assertThat(visit.heading()).isEqualTo("本人確認の方法を選ぶ");
        choose("MAIL");
        assertThat(visit.heading()).isEqualTo("コードを入力する");
        keep("code-ja");
        await().atMost(SOON).until(() -> !sent().isEmpty());
        assertThat(sent().get(0).event().language()).isEqualTo("ja");
    }

    private void registerAnswers() {
        List<GivenAnswer> answers = OWN.stream()
                .map(question -> new GivenAnswer(question.key(), Secret.of("My " + question.key())))
                .toList();
        assertThat(registerAnswers.register(
                        accountId("cloud"), 5, OfferedQuestions.of(PredefinedQuestion.names(), List.of()), answers))
                .isEmpty();
    }

    private static String wide(String digits) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                .reduce("", String::concat);
    }
}
