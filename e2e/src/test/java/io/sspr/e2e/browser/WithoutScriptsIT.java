package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Phones;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but the captcha in a browser in which scripts are switched off. */
@Tag("browser")
class WithoutScriptsIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Phones PHONES = new Phones(SYSTEM.world());

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void theFirstPageSaysThatItNeedsAScript() {
        Visitor visitor = visitors.with(Look.ENGLISH.withoutScripts()).open(ResetPages.START);

        assertThat(visitor.sees("main noscript .notice, main .notice-warning")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleo", "petra"})
    void theRestOfAResetNeedsNone(String user) {
        DemoAccount account = SYSTEM.seeded(user);

        ResetPages reset = begun(Look.ENGLISH, account).passByMail(account);

        reset.finish(account);
    }

    @Test
    void aRefusedPasswordIsExplained() {
        DemoAccount petra = SYSTEM.seeded("petra");
        ResetPages reset = begun(Look.JAPANESE, petra).passByMail(petra);

        reset.submit("short");
        reset.visitor().awaitPath(ResetPages.PASSWORD);

        assertThat(reset.visitor().sees("main [role=alert]")).isTrue();
        reset.finish(petra);
    }

    @Test
    void anAnsweredCallLeadsOn() {
        DemoAccount vera = SYSTEM.seeded("vera");
        int seen = PHONES.countCalls(vera.phone());
        ResetPages reset = begun(Look.JAPANESE, vera).choose("CALL").typeNumber(vera.phone());

        PHONES.confirmCall(vera.phone(), seen);

        reset.visitor().awaitPath(ResetPages.PASSWORD);
    }

    @Test
    void anAccountIsUnlocked() {
        DemoAccount lena = SYSTEM.seeded("lena");
        ResetPages reset = begun(Look.ENGLISH, lena).want("UNLOCK").passByMail(lena);

        reset.visitor().goOn();
        reset.awaitResult();

        assertThat(SYSTEM.tour().outside().bind(lena.upn(), lena.initialPassword()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void everythingIsRegistered(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = visitors.with(look.withoutScripts());
        new SignInPages(visitor).enter(zoe, "ssprsetup");
        RegistrationPages registration = new RegistrationPages(visitor);

        registration
                .addPhone("+1 4255550147")
                .addMail("zoe@home.example")
                .addApp(zoe)
                .answerQuestions();

        assertThat(registration.countRegistered()).isEqualTo(4);
        registration.removeEverything();
    }

    @Test
    void aPasswordIsChanged() {
        DemoAccount erik = SYSTEM.seeded("erik");
        Visitor visitor = visitors.with(Look.ENGLISH.withoutScripts()).open(SignInPages.CHANGE);
        String password = SYSTEM.tour().journeys().newPassword();

        new SignInPages(visitor).change(erik.upn(), erik.initialPassword(), password);

        assertThat(ResetPages.accepts(erik, password)).isTrue();
    }

    @Test
    void anAdministratorIsAskedForWhatAChoiceNeedsOnceItIsSaved_R_UI_02() {
        Visitor visitor = visitors.with(Look.ENGLISH.withoutScripts());
        new SignInPages(visitor).administer(DemoTenant.LITWARE);
        visitor.open("/admin/customization");
        assertThat(visitor.sees("main [name='helpdesk.target']")).isFalse();

        visitor.tick("helpdesk.custom", "true", true).goOn();

        visitor.find("main [name='helpdesk.target']")
                .waitFor(new WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        visitor.type("helpdesk.target", "https://help.litware.example").goOn();
        assertThat(visitor.sees("main .notice-success")).isTrue();
        SYSTEM.tour().staff().changePolicy(DemoTenant.LITWARE, Map.of("helpdesk", Map.of("custom", false)));
    }

    /** Another browser solves the captcha. */
    private ResetPages begun(Look look, DemoAccount account) {
        Visitor first =
                new ResetPages(visitors.with(look)).identify(account.upn()).visitor();
        return new ResetPages(visitors.with(look.withoutScripts()).takeOver(first));
    }
}
