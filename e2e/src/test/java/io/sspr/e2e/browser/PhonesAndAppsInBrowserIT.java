package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Phones;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls to answer and notifications to tap on, in resets and while registering: the page goes on by itself. */
@Tag("browser")
class PhonesAndAppsInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Phones PHONES = new Phones(SYSTEM.world());
    private static final String DECLINED = "main .notice";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aCallToTheOfficeIsEnough(Look look) {
        DemoAccount owen = SYSTEM.seeded("owen");
        int seen = PHONES.countCalls(owen.officePhone());
        ResetPages reset = new ResetPages(visitors.with(look))
                .identify(owen.upn())
                .choose("OFFICE")
                .typeNumber(owen.officePhone());

        PHONES.confirmCall(owen.officePhone(), seen);

        reset.visitor().awaitPath(ResetPages.PASSWORD);
        reset.finish(owen);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aNotificationIsApprovedAndAMailOpensTheSecondGate_R_FLW_07(Look look) {
        DemoAccount pia = withNotifications("pia");
        int seen = PHONES.countNotifications(pia.device());
        ResetPages reset =
                new ResetPages(visitors.with(look)).identify(pia.upn()).choose("NOTIFICATION");

        PHONES.tap(pia.device(), seen, true);

        reset.visitor().awaitPath(ResetPages.METHODS);
        assertThat(reset.visitor().sees("main input[name=way][value=NOTIFICATION]"))
                .isFalse();
        reset.passByMail(pia).finish(pia);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aDeniedNotificationLeadsBackAndIsExplained(Look look) {
        DemoAccount pia = withNotifications("pia");
        int seen = PHONES.countNotifications(pia.device());
        ResetPages reset =
                new ResetPages(visitors.with(look)).identify(pia.upn()).choose("NOTIFICATION");

        PHONES.tap(pia.device(), seen, false);

        reset.visitor().awaitPath(ResetPages.METHODS);
        assertThat(reset.visitor().sees(DECLINED)).isTrue();
    }

    @Test
    void whoeverHangsUpIsLedBackAndToldWhy() {
        DemoAccount vera = SYSTEM.seeded("vera");
        int seen = PHONES.countCalls(vera.phone());
        ResetPages reset = new ResetPages(visitors.with(Look.JAPANESE))
                .identify(vera.upn())
                .choose("CALL")
                .typeNumber(vera.phone());

        PHONES.hangUp(vera.phone(), seen);

        reset.visitor().awaitPath(ResetPages.METHODS);
        assertThat(reset.visitor().sees(DECLINED)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aNumberIsProvenByACallAndHelpIsOfferedAfterTenSeconds_R_REG_15_R_FLW_30(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = new SignInPages(visitors.with(look)).enter(zoe, "ssprsetup");
        RegistrationPages registration = new RegistrationPages(visitor);
        int seen = PHONES.countCalls("+1 4255550148");
        registration.callMobile("+1 4255550148");
        String again = "main form[action$='/again'] button";
        assertThat(visitor.sees("main .waiting")).isTrue();
        assertThat(visitor.sees(again)).isFalse();

        visitor.find(again).waitFor(new WaitForOptions().setTimeout(15_000));
        PHONES.confirmCall("+1 4255550148", seen);

        visitor.awaitPath(RegistrationPages.OVERVIEW);
        assertThat(registration.countRegistered()).isEqualTo(1);
        registration.removeEverything();
    }

    private DemoAccount withNotifications(String name) {
        DemoAccount account = SYSTEM.seeded(name);
        if (PHONES.appCode(account.device()).isEmpty()) {
            Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).enter(account, "ssprsetup");
            new RegistrationPages(visitor).addAppWithNotifications(account);
        }
        return account;
    }
}
