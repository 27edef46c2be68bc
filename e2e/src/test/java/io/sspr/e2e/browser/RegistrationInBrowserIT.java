package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Phones;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registration as people go through it, in Chromium, and resets by what they have registered. */
@Tag("browser")
class RegistrationInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Phones PHONES = new Phones(SYSTEM.world());

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void everythingIsRegisteredFromScratchAndRemovedAgain_R_REG_08(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = visitors.with(look);
        new SignInPages(visitor).enter(zoe, "ssprsetup");
        RegistrationPages registration = new RegistrationPages(visitor);
        assertThat(registration.countRegistered()).isZero();

        registration
                .addPhone("+1 4255550147")
                .addMail("zoe@home.example")
                .addApp(zoe)
                .answerQuestions();

        assertThat(registration.countRegistered()).isEqualTo(4);
        registration.removeEverything();
        assertThat(visitor.path()).isEqualTo(RegistrationPages.OVERVIEW);
    }

    @Test
    void whoeverIsAskedAtSignInRegistersOneThingAfterTheOtherAndGoesOn_R_REG_10() {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = visitors.with(Look.ENGLISH);
        new SignInPages(visitor).signIn(zoe.upn(), zoe.initialPassword(), "changepassword");
        assertThat(visitor.page().url()).contains("mode=interrupt");

        visitor.press("main a.primary");
        visitor.type("name", "My phone");
        if (visitor.sees("main input[name=kind][value=OTHER]")) {
            visitor.choose("kind", "OTHER");
        }
        visitor.goOn();
        PHONES.addToApp(zoe.device(), visitor.find("main li code").textContent(), zoe.upn());
        visitor.type("code", PHONES.appCode(zoe.device()).orElseThrow()).goOn();
        visitor.press("main a.primary");

        assertThat(visitor.path()).isEqualTo(SignInPages.CHANGE);
        new RegistrationPages(visitor).removeEverything();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoeverMayNotResetMayNotRegister_R_REG_02(Look look) {
        DemoAccount noel = SYSTEM.seeded("noel");

        Visitor visitor = new SignInPages(visitors.with(look)).enter(noel, "ssprsetup");

        assertThat(visitor.sees("main [role=alert]")).isTrue();
        assertThat(visitor.sees("main form")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void nothingIsShownBeforeUsersHaveProvenWhoTheyAre_R_REG_14(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        String address = "zoe@home.example";
        new RegistrationPages(new SignInPages(visitors.with(look)).enter(zoe, "ssprsetup")).addMail(address);
        Visitor later = new SignInPages(visitors.with(look)).enter(zoe, "ssprsetup");
        assertThat(later.path()).isEqualTo("/ssprsetup/proof");
        assertThat(later.words()).doesNotContain(address);
        int seen = SYSTEM.tour().outside().countMessages(address);

        later.goOn();
        later.type("code", SYSTEM.tour().outside().awaitCode(address, seen)).goOn();

        assertThat(later.path()).isEqualTo(RegistrationPages.OVERVIEW);
        new RegistrationPages(later).removeEverything();
    }

    @Test
    void answersThatWereRegisteredOpenTheGate() {
        DemoAccount sven = SYSTEM.seeded("sven");
        Visitor registering = new SignInPages(visitors.with(Look.JAPANESE)).enter(sven, "ssprsetup");
        Map<String, String> answers = new RegistrationPages(registering).answerQuestions();
        ResetPages reset = new ResetPages(visitors.with(Look.ENGLISH.onPhone()))
                .identify(sven.upn())
                .choose("QUESTIONS");

        Locator questions = reset.visitor().find("main input[name=question]");
        for (int i = 0; i < questions.count(); i++) {
            reset.visitor()
                    .find("main input[name=answer]")
                    .nth(i)
                    .fill(answers.get(questions.nth(i).inputValue()));
        }
        reset.visitor().goOn();

        reset.finish(sven);
    }

    @Test
    void anAppThatWasRegisteredOpensTheGate_R_APP_02() {
        DemoAccount toby = SYSTEM.seeded("toby");
        Visitor registering = new SignInPages(visitors.with(Look.ENGLISH)).enter(toby, "ssprsetup");
        new RegistrationPages(registering).addApp(toby);
        ResetPages reset = new ResetPages(visitors.with(Look.JAPANESE.onPhone()))
                .identify(toby.upn())
                .choose("APP_CODE");

        reset.typeCode(PHONES.nextAppCode(toby.device()).orElseThrow());

        reset.finish(toby);
    }
}
