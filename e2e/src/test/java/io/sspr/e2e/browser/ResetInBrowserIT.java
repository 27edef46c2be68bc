package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Phones;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resets as people go through them, in Chromium. */
@Tag("browser")
class ResetInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Phones PHONES = new Phones(SYSTEM.world());

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLook")
    void aCodeByMailIsEnough(Look look) {
        DemoAccount cleo = SYSTEM.seeded("cleo");

        ResetPages reset = reset(look).identify(cleo.upn()).passByMail(cleo);

        reset.finish(cleo);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aCodeBySmsIsEnough(Look look) {
        DemoAccount yuki = SYSTEM.seeded("yuki");

        ResetPages reset = reset(look).identify(yuki.upn()).passBySms(yuki);

        reset.finish(yuki);
    }

    @Test
    void anAnsweredCallLeadsOnByItself() {
        DemoAccount vera = SYSTEM.seeded("vera");
        int seen = PHONES.countCalls(vera.phone());
        ResetPages reset =
                reset(Look.ENGLISH).identify(vera.upn()).choose("CALL").typeNumber(vera.phone());
        assertThat(reset.visitor().sees("main .waiting")).isTrue();

        PHONES.confirmCall(vera.phone(), seen);

        reset.visitor().awaitPath(ResetPages.PASSWORD);
        reset.finish(vera);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void twoGatesArePassedOneAfterTheOther_R_FLW_07(Look look) {
        DemoAccount will = SYSTEM.seeded("will");
        ResetPages reset = reset(look).identify(will.upn()).passByMail(will);
        assertThat(reset.visitor().path()).isEqualTo(ResetPages.METHODS);
        assertThat(reset.visitor().sees("main input[name=way][value=MAIL]")).isFalse();

        reset.passBySms(will);

        reset.finish(will);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void anOnPremisesPasswordIsWrittenBackWhileTheUserWaits(Look look) {
        DemoAccount petra = SYSTEM.seeded("petra");

        ResetPages reset = reset(look).identify(petra.upn()).passByMail(petra);

        reset.finish(petra);
    }

    @Test
    void aLockedAccountIsUnlockedAndKeepsItsPassword() {
        DemoAccount lena = SYSTEM.seeded("lena");
        assertThat(SYSTEM.tour().outside().bind(lena.upn(), lena.initialPassword()))
                .isFalse();
        ResetPages reset =
                reset(Look.ENGLISH).identify(lena.upn()).want("UNLOCK").passByMail(lena);

        reset.visitor().goOn();
        reset.awaitResult();

        assertThat(SYSTEM.tour().outside().bind(lena.upn(), lena.initialPassword()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aPasswordThatIsEasyToGuessIsRefusedAndAnotherOneTaken_R_ERR_98(Look look) {
        DemoAccount bea = SYSTEM.seeded("bea");
        ResetPages reset = reset(look).identify(bea.upn()).passByMail(bea);

        reset.submit("P@$$w0rd1!");

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.PASSWORD);
        assertThat(reset.visitor().sees("main [role=alert]")).isTrue();
        reset.finish(bea);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aPasswordThatTheDirectoryRefusesLeadsBackToThePasswordPage_R_ERR_97(Look look) {
        DemoAccount petra = SYSTEM.seeded("petra");
        ResetPages reset = reset(look).identify(petra.upn()).passByMail(petra);

        reset.submit("short");
        reset.visitor().awaitPath(ResetPages.PASSWORD);

        assertThat(reset.visitor().sees("main [role=alert]")).isTrue();
        reset.finish(petra);
    }

    @Test
    void passwordsThatDifferAreSentBack() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        ResetPages reset = reset(Look.ENGLISH).identify(cleo.upn()).passByMail(cleo);

        reset.visitor()
                .type("newPassword", SYSTEM.tour().journeys().newPassword())
                .type("confirmation", "another")
                .goOn();

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.PASSWORD);
        assertThat(reset.visitor().find("main input[name=newPassword]").inputValue())
                .isEmpty();
        reset.finish(cleo);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aWrongCodeCanBeTypedAnew(Look look) {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        int seen = SYSTEM.tour().outside().countMessages(cleo.alternateEmail());
        ResetPages reset = reset(look).identify(cleo.upn()).choose("MAIL");
        String code = SYSTEM.tour().outside().awaitCode(cleo.alternateEmail(), seen);

        reset.typeCode(code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1));

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.CODE);
        assertThat(reset.visitor().find("main input[name=code]").inputValue()).isEmpty();
        assertThat(reset.visitor().find("main input[name=code]").getAttribute("autocomplete"))
                .isEqualTo("one-time-code");
        reset.typeCode(code);
        assertThat(reset.visitor().path()).isEqualTo(ResetPages.PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aWrongNumberCanBeTypedAnew_R_ERR_93(Look look) {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        ResetPages reset = reset(look).identify(yuki.upn()).choose("SMS");

        reset.typeNumber("+81 9000000001");

        assertThat(reset.visitor().path()).isEqualTo("/passwordreset/phone/sms");
        assertThat(reset.visitor().sees("main [role=alert]")).isTrue();
        reset.typeNumber(yuki.phone());
        assertThat(reset.visitor().path()).isEqualTo(ResetPages.CODE);
    }

    @Test
    void rulesAreJudgedWhileAPasswordIsTyped() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        Visitor visitor =
                reset(Look.ENGLISH).identify(cleo.upn()).passByMail(cleo).visitor();
        String before = visitor.words();

        visitor.find("main input[name=newPassword]").pressSequentially("Tr0ub4dor");

        visitor.page().waitForCondition(() -> !visitor.words().equals(before));
        assertThat(visitor.words()).doesNotContain("Tr0ub4dor");
    }

    @Test
    void noRulesAreInventedForAPasswordThatTheDirectoryMasters_R_FLW_09() {
        DemoAccount petra = SYSTEM.seeded("petra");
        DemoAccount cleo = SYSTEM.seeded("cleo");

        Visitor onPremises =
                reset(Look.ENGLISH).identify(petra.upn()).passByMail(petra).visitor();
        Visitor inCloud =
                reset(Look.ENGLISH).identify(cleo.upn()).passByMail(cleo).visitor();

        assertThat(inCloud.sees("main [hx-post='/passwordreset/password/rules']"))
                .isTrue();
        assertThat(onPremises.sees("main [hx-post='/passwordreset/password/rules']"))
                .isFalse();
    }

    @Test
    void aCancelledResetIsOver_R_FLW_13() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        Visitor visitor = reset(Look.ENGLISH).identify(cleo.upn()).visitor();

        visitor.press("main button[form=cancel]");
        visitor.open(ResetPages.METHODS);

        assertThat(visitor.path()).isNotEqualTo(ResetPages.METHODS);
    }

    private ResetPages reset(Look look) {
        return new ResetPages(visitors.with(look));
    }
}
