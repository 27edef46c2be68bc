package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.registration.MethodRegistered;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The registration portal as somebody without scripts sees it; the test plays notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RegistrationPagesIT extends RegistrationWalk {
    private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7 ]{32,})</code>");
    private static final String HOME = "/ssprsetup";

    @Test
    void whoMayNotResetReadsSoAndNotWhy_R_REG_02_R_REG_03() {
        setPolicy("{\"ssprEnabled\": \"NONE\"}");
        Visit outside = visitor("cloud").open(HOME).expect(403);
        importAccounts("""
                {"userPrincipalName": "unlicensed@%s", "kind": "CLOUD_ONLY", "password": "Fresh-Copper-2026"}""");
        setPolicy("{\"ssprEnabled\": \"ALL\"}");
        Visit unlicensed = visitor("unlicensed").open(HOME).expect(403);

        assertThat(outside.text()).contains("Your administrator has not enabled you to use this feature.");
        assertThat(unlicensed.text()).contains("Your administrator has not enabled you to use this feature.");
        assertThat(unlicensed.open(HOME + "/phone/mobile").status()).isEqualTo(403);
    }

    @Test
    void nobodySeesItWithoutSigningIn_R_REG_01() {
        Visit visit = new Visit(clock).open(HOME);

        assertThat(visit.hops()).containsExactly("/signin?then=ssprsetup");
    }

    @Test
    void aPhoneIsRegisteredByTheCodeFromTheMessage_R_REG_01_R_REG_15() {
        Visit visit = visitor("cloud").open(HOME).expect(200);
        assertThat(visit.text())
                .contains("Not complete", "Nothing is registered yet.", "cloud@" + domain(), "Sign out");

        visit.follow("Add a method").follow("Mobile phone").expect(200);
        visit.set("number", "090-1111-2222").set("country", "JP").submit().expect(200);
        assertThat(visit.text()).contains("+** ********22").doesNotContain("1111");
        visit.set("code", "not it").press("Verify").expect(422);
        assertThat(visit.value("code")).isEmpty();
        visit.set("code", code(verification(visit))).press("Verify").expect(200);

        assertThat(visit.path()).isEqualTo(HOME);
        assertThat(visit.text()).contains("Saved.", "Ready", "Mobile phone", "+** ********22");
        assertThat(registered(visit.cookie("signin"))).containsExactly("MOBILE_PHONE");
    }

    @Test
    void theFirstRegistrationProposesWhatTheDirectoryHolds_R_REG_17() {
        Visit visit = visitor("cloud").open(HOME + "/phone/mobile");
        assertThat(visit.text()).contains("use the number on file: +* ********01.");

        visit.submit().expect(200);

        assertThat(sentTo(verification(visit))).isEqualTo("+1 4255550101");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept_R_PHN_02_R_EML_01() {
        Visit visit = visitor("cloud").open(HOME + "/phone/mobile");
        visit.set("number", "090-1111-2222x5").set("country", "JP").submit().expect(422);
        assertThat(visit.value("number")).isEqualTo("090-1111-2222x5");
        assertThat(visit.value("country")).isEqualTo("JP");
        assertThat(visit.text()).contains("It is not a complete phone number");

        visit.open(HOME + "/email").set("address", "nobody").submit().expect(422);
        assertThat(visit.value("address")).isEqualTo("nobody");
    }

    @Test
    void aMailAddressIsRegisteredAndOnesOwnMailboxIsWarnedOf_R_REG_15_R_EML_04() {
        Visit visit = visitor("cloud").open(HOME + "/email");
        visit.set("address", "CLOUD@" + domain()).submit().expect(200);
        assertThat(visit.text()).contains("This seems to be the mailbox that you open with this very password.");

        visit.follow("Choose something else")
                .set("address", "clem@home.example")
                .submit();
        assertThat(visit.text()).contains("cl****@home.example").doesNotContain("This seems to be");
        visit.set("code", code(verification(visit))).press("Verify").expect(200);

        assertThat(registered(visit.cookie("signin"))).containsExactly("EMAIL");
    }

    @Test
    void anAppIsSetUpByPictureOrKeyAndItsCode_R_APP_01_R_REG_08() {
        setPolicy("{\"mfaMethods\": [\"APP_CODE\"], \"methodsEnabled\": [\"EMAIL\", \"MOBILE_PHONE\"]}");
        Visit visit = visitor("cloud").open(HOME + "/app");
        visit.set("kind", "OTHER").set("name", " ").submit().expect(422);
        assertThat(visit.text()).contains("Enter a name of 1 to 64 characters");

        visit.set("kind", "OTHER").set("name", "My phone").submit().expect(200);
        AppOfTests app = new AppOfTests(keyOn(visit));
        assertThat(visit.html()).contains("<svg").contains("otpauth://totp/").doesNotContain("style=");
        visit.set("code", "123").press("Verify").expect(422);
        assertThat(keyOn(visit)).as("still shown").isNotEmpty();
        assertThat(visit.text()).contains("not the code that your authenticator app shows");
        visit.set("code", app.codeAt(clock.instant())).press("Verify").expect(200);

        assertThat(visit.text())
                .contains("My phone", "Does not count", "Not complete")
                .doesNotContain("Change Remove");
        visit.follow("Remove").press("Remove").expect(200);
        assertThat(visit.text()).contains("Removed.").doesNotContain("My phone");
    }

    @Test
    void questionsAreAnsweredAllAtOnceAndNoAnswerIsShownAgain_R_SQ_03_R_SQ_04_R_REG_08() {
        setPolicy("{\"methodsEnabled\": [\"SECURITY_QUESTIONS\"], \"sq\": {\"registerCount\": 3, \"resetCount\": 3}}");
        Visit visit = visitor("cloud").open(HOME + "/questions").expect(200);
        visit.set("question", "p:FAVOURITE_FOOD", "p:FAVOURITE_FOOD", "p:CITY_FIRST_JOB");
        visit.set("answer", "noodle soup", "no", "Sapporo").press("Save").expect(422);
        assertThat(visit.text())
                .contains("Nothing was saved.", "this question is answered already", "3 to 40 characters")
                .doesNotContain("Sapporo");
        assertThat(visit.html()).doesNotContain("noodle soup");
        assertThat(visit.values("question"))
                .containsExactly("p:FAVOURITE_FOOD", "p:FAVOURITE_FOOD", "p:CITY_FIRST_JOB");

        visit.set("question", "p:FAVOURITE_FOOD", "p:CITY_MOTHER_BORN", "p:CITY_FIRST_JOB");
        visit.set("answer", "noodle soup", "Otaru", "Sapporo").press("Save").expect(200);

        assertThat(visit.text()).contains("Saved.", "Ready", "Security questions");
        visit.follow("Remove").press("Remove").expect(200);
        assertThat(registered(visit.cookie("signin"))).isEmpty();
    }

    @Test
    void aCallIsWaitedForWithoutAnyCode_R_PHN_08_R_FLW_30_R_FLW_31() {
        Visit visit = visitor("cloud").open(HOME + "/phone/mobile");
        visit.set("number", PHONE).set("channel", "VOICE").submit().expect(200);
        String first = verification(visit);
        assertThat(visit.text()).contains("We are calling you.");
        assertThat(visit.hasField("code")).isFalse();
        assertThat(visit.html()).contains("class=\"later later-10\"", "http-equiv=\"refresh\"", "hx-trigger");

        clock.moveOn(Duration.ofSeconds(11));
        visit.open(visit.address());
        assertThat(visit.html()).doesNotContain("later-");
        visit.press("Try again").expect(200);
        String second = verification(visit);
        assertThat(second).isNotEqualTo(first);
        assertThat(broker.await(
                                AskApproval.class,
                                sent -> sent.event().deliveryId().toString().equals(second))
                        .event()
                        .destination())
                .isEqualTo(PHONE);
        answer(second, true, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON).until(() -> status(visit.cookie("signin"), second).equals("PASSED"));

        visit.open(visit.address());

        assertThat(visit.path()).isEqualTo(HOME);
        assertThat(visit.text()).contains("Saved.", "Mobile phone");
    }

    @Test
    void aScriptHearsOfADeclinedCallAndLoadsThePageAnew_R_PHN_08() {
        Visit visit = visitor("cloud").open(HOME + "/phone/mobile");
        visit.set("number", PHONE).set("channel", "VOICE").submit();
        String waiting = visit.address();
        Visit script = visitor(visit).saying("HX-Request", "true");
        assertThat(script.open(waiting + "?seen=nothing").html()).contains("id=\"progress\"");
        assertThat(script.open(waiting + "?seen=REQUESTED").status()).isEqualTo(204);
        answer(verification(visit), false, Surroundings.NOTIFICATION_SIGNING);
        await().atMost(SOON)
                .until(() -> status(visit.cookie("signin"), verification(visit)).equals("DENIED"));

        assertThat(visit.open(waiting).text()).contains("The call or notification was declined");
        assertThat(script.open(waiting + "?seen=REQUESTED").header("HX-Refresh"))
                .isEqualTo("true");
    }

    @Test
    void phonesAndMailAreChangedAndRemoved_R_REG_08() {
        Visit visit = visitor("cloud");
        registerPhone(visit.cookie("signin"));
        visit.open(HOME).follow("Change").set("number", "+81 9033334444").submit();
        visit.set("code", code(verification(visit))).press("Verify").expect(200);
        assertThat(visit.text()).contains("+** ********44").doesNotContain("+** ********22");

        visit.follow("Remove").follow("Keep");
        assertThat(visit.text()).contains("+** ********44");
        visit.follow("Remove").press("Remove").expect(200);

        assertThat(visit.text()).contains("Removed.", "Nothing is registered yet.");
    }

    @Test
    void whatIsShownNeedNotCount_R_REG_05_R_REG_07() {
        setPolicy("{\"methodsEnabled\": [\"EMAIL\"], \"authenticationMethods\": [\"MOBILE_PHONE\"]}");
        Visit visit = visitor("cloud");
        registerPhone(visit.cookie("signin"));

        assertThat(visit.open(HOME).text()).contains("Not complete", "Mobile phone", "Does not count");
        assertThat(visit.follow("Add a method").text()).contains("Mail address Counts", "Mobile phone Does not count");
        assertThat(visit.open(HOME + "/questions").status()).isEqualTo(422);
    }

    @Test
    void nothingIsSeenOrChangedBeforeAProof_R_REG_14() {
        registerPhone(signedIn("cloud"));
        Visit visit = visitor("cloud").open(HOME);
        assertThat(visit.path()).isEqualTo(HOME + "/proof");
        assertThat(visit.open(HOME + "/email").path()).isEqualTo(HOME + "/proof");
        assertThat(visit.open(HOME + "/remove/MOBILE_PHONE").path()).isEqualTo(HOME + "/proof");

        visit.set("way", "MOBILE_PHONE_SMS").submit().expect(200);
        assertThat(sentTo(verification(visit))).isEqualTo(PHONE);
        visit.set("code", code(verification(visit))).press("Verify").expect(200);

        assertThat(visit.path()).isEqualTo(HOME);
        assertThat(visit.text()).contains("Mobile phone", "+** ********22");
        clock.moveOn(Duration.ofMinutes(11));
        assertThat(visitor(visit).open(HOME).path()).isNotEqualTo(HOME);
    }

    @Test
    void whoIsAskedRegistersStepByStepOrPutsItOff_R_REG_10_R_REG_12_R_REG_18() {
        setPolicy("{\"methodsRequired\": 2}");
        Visit visit = visitor("cloud").open(HOME + "?mode=interrupt&then=changepassword");
        assertThat(visit.heading()).isEqualTo("Don't lose access to your account");
        assertThat(visit.text()).contains("Mobile phone Mail address");
        assertThat(visit.html()).contains("href=\"/changepassword\"");

        visit.follow("Continue").set("number", PHONE).submit();
        visit.set("code", code(verification(visit))).press("Verify").expect(200);
        assertThat(visit.text()).contains("Saved.", "Mobile phone Done Mail address");
        visit.follow("Continue").set("address", "clem@home.example").submit();
        visit.set("code", code(verification(visit))).press("Verify").expect(200);

        assertThat(visit.heading()).isEqualTo("All set");
        assertThat(visit.html()).contains("href=\"/changepassword\"");
        Response api = look(visit.cookie("signin"), "interrupt");
        assertThat(awaitFacts(MethodRegistered.class, api.path("supportCode"), 2))
                .hasSize(2);
    }

    @Test
    void whoPutsItOffIsSignedInAndAskedAgain_R_REG_12() {
        Visit visit = visitor("cloud")
                .open(HOME + "?mode=interrupt")
                .follow("Not now")
                .expect(200);

        assertThat(visit.address()).isEqualTo(HOME);
        assertThat(look(signedIn("cloud"), "interrupt").<Boolean>path("interrupt.due"))
                .isTrue();
    }

    @Test
    void whatIsRegisteredIsConfirmedOnceMore_R_REG_13() {
        setPolicy("{\"reconfirmDays\": 1}");
        registerPhone(signedIn("cloud"));
        clock.moveOn(Duration.ofDays(1));
        Visit visit = visitor("cloud").open(HOME + "?mode=interrupt");
        assertThat(visit.path()).isEqualTo(HOME + "/proof");
        assertThat(visit.text()).contains("Not now");
        visit.set("way", "MOBILE_PHONE_SMS").submit();
        visit.set("code", code(verification(visit))).press("Verify").expect(200);
        assertThat(visit.text()).contains("are these phones, addresses and apps still yours?", "+** ********22");

        visit.press("Looks good").expect(200);

        assertThat(visit.heading()).isEqualTo("All set");
        assertThat(look(visit.cookie("signin"), "interrupt").<Boolean>path("interrupt.due"))
                .isFalse();
    }

    @Test
    void speaksTheLanguageOfTheAddressAndKeepsItsWay_R_REG_19() {
        Visit visit = visitor("cloud").open(HOME + "?mode=interrupt&lng=ja").expect(200);

        assertThat(visit.html()).contains("<html lang=\"ja\">");
        assertThat(visit.heading()).containsPattern("[\\p{IsHan}\\p{IsHiragana}]");
        visit.follow("English");
        assertThat(visit.heading()).isEqualTo("Don't lose access to your account");
        visit.open(HOME + "/phone/mobile?lng=ja");
        assertThat(visit.value("country")).isEqualTo("JP");
        assertThat(visit.text()).contains("日本 (+81)");
    }

    @Test
    void tooManyMessagesEndInOnePage_R_THR_01() {
        Visit visit = visitor("cloud");
        IntStream.range(0, 5)
                .forEach(i -> visit.open(HOME + "/phone/mobile")
                        .set("number", "+81 901111222" + i)
                        .submit()
                        .expect(200));

        visit.open(HOME + "/phone/mobile").set("number", PHONE).submit().expect(429);

        assertThat(visit.text()).contains("Support code");
    }

    @Test
    void aVerificationOfAnotherSignInLeadsToTheOverview() {
        Visit visit = visitor("cloud")
                .open(HOME + "/email")
                .set("address", "clem@home.example")
                .submit();

        assertThat(visitor(ADMINISTRATOR).open(visit.address()).path()).isEqualTo(HOME);
        assertThat(visitor("cloud").open(visit.address()).path()).isEqualTo(HOME);
    }

    private Visit visitor(String name) {
        return new Visit(clock).speaking("en").setCookie("signin", signedIn(name));
    }

    /** In the same sign-in. */
    private Visit visitor(Visit other) {
        return new Visit(clock).speaking("en").setCookie("signin", other.cookie("signin"));
    }

    private static String verification(Visit visit) {
        String path = visit.path();
        assertThat(path).contains("/verify/");
        return List.of(path.split("/")).get(3);
    }

    private static String keyOn(Visit visit) {
        Matcher key = KEY.matcher(visit.html());
        assertThat(key.find()).as("a key in " + visit.html()).isTrue();
        return key.group(1);
    }
}
