package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in and out, being asked to register on the way, and changing a password that is known. */
@Tag("browser")
class SignInInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoeverHasRegisteredTooLittleIsAskedToAndMayPutItOff_R_REG_12(Look look) {
        DemoAccount mia = SYSTEM.seeded("mia");
        Visitor visitor = visitors.with(look);

        new SignInPages(visitor).signIn(mia.upn(), mia.initialPassword(), "changepassword");

        assertThat(visitor.page().url()).contains("/ssprsetup?mode=interrupt");
        visitor.press("main a[href='/changepassword']");
        assertThat(visitor.path()).isEqualTo(SignInPages.CHANGE);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aWrongPasswordIsRefusedAndTheNameIsKept(Look look) {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        Visitor visitor = visitors.with(look);

        new SignInPages(visitor).signIn(cleo.upn(), "not-the-password", "ssprsetup");

        assertThat(visitor.path()).isEqualTo(SignInPages.SIGN_IN);
        assertThat(visitor.sees("main [role=alert]")).isTrue();
        assertThat(visitor.find("main input[name=userPrincipalName]").inputValue())
                .isEqualTo(cleo.upn());
        assertThat(visitor.find("main input[name=password]").inputValue()).isEmpty();
    }

    @Test
    void whoeverIsSignedOutHasToSignInAgain() {
        Visitor visitor = visitors.with(Look.ENGLISH);
        new SignInPages(visitor).administer(DemoTenant.CONTOSO);

        visitor.press("header form[action='/signout'] button");
        visitor.open("/admin");

        assertThat(visitor.path()).isEqualTo(SignInPages.SIGN_IN);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLook")
    void aKnownPasswordIsChanged_R_CHG_01(Look look) {
        DemoAccount chiara = SYSTEM.seeded("chiara");
        Visitor visitor = visitors.with(look);
        String password = SYSTEM.tour().journeys().newPassword();

        new SignInPages(visitor.open(SignInPages.CHANGE)).change(chiara.upn(), chiara.initialPassword(), password);

        assertThat(visitor.path()).isEqualTo(SignInPages.CHANGE + "/done");
        assertThat(ResetPages.accepts(chiara, password)).isTrue();
        assertThat(ResetPages.accepts(chiara, chiara.initialPassword())).isFalse();
    }

    @Test
    void aPasswordThatIsGoodForOneSignInHasToBeChangedAtThat_R_WB_45() {
        DemoAccount hana = SYSTEM.seeded("hana");
        Visitor visitor = visitors.with(Look.JAPANESE);
        String temporary = SYSTEM.tour().journeys().newPassword();
        String password = SYSTEM.tour().journeys().newPassword();
        SYSTEM.tour().staff().resetPassword(hana, temporary);
        SignInPages pages = new SignInPages(visitor);

        pages.signIn(hana.upn(), temporary, "ssprsetup");

        assertThat(visitor.page().url()).endsWith(SignInPages.CHANGE + "?expired=true");
        assertThat(visitor.find("main input[name=userPrincipalName]").inputValue())
                .isEqualTo(hana.upn());
        pages.change(hana.upn(), temporary, password);
        assertThat(ResetPages.accepts(hana, password)).isTrue();
    }

    @Test
    void aChosenLanguageStaysChosen_R_FLW_02() {
        Visitor visitor = visitors.with(Look.ENGLISH);
        visitor.open(ResetPages.START);

        visitor.page().locator("footer a[hreflang=ja]").click();
        visitor.page().waitForLoadState();
        visitor.page().navigate(SYSTEM.resetService() + SignInPages.SIGN_IN);

        assertThat(visitor.find("html").getAttribute("lang")).isEqualTo("ja");
    }
}
