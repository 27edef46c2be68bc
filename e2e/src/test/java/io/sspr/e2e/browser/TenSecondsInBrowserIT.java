package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.tour.Http;
import io.sspr.sandbox.tour.Outside;
import io.sspr.sandbox.tour.Phones;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page offers to whoever waits for a call or message in vain, on a real clock, with people who do not pick up and a carrier that takes its time. */
@Tag("browser")
class TenSecondsInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final Phones PHONES = new Phones(SYSTEM.world());
    private static final String AGAIN = "main form[action='/passwordreset/again'] button";
    private static final String CONTACT = "main [data-way-out] a[href='" + ResetPages.CONTACT + "']";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @AfterEach
    void theCarrierIsQuickAgain() {
        delayMessages(0);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoeverWaitsForACallIsOfferedHelpAfterTenSeconds_R_FLW_30(Look look) {
        DemoAccount vera = SYSTEM.seeded("vera");
        int seen = PHONES.countCalls(vera.phone());
        ResetPages reset = new ResetPages(visitors.with(look))
                .identify(vera.upn())
                .choose("CALL")
                .typeNumber(vera.phone());
        long asked = System.nanoTime();

        assertThat(reset.visitor().sees("main .waiting")).isTrue();
        assertThat(reset.visitor().sees(AGAIN)).isFalse();
        assertThat(reset.visitor().sees(CONTACT)).isFalse();

        assertThat(shownAfter(reset.visitor(), AGAIN, asked)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(13));
        assertThat(reset.visitor().sees(CONTACT)).isTrue();

        PHONES.confirmCall(vera.phone(), seen);
        reset.visitor().awaitPath(ResetPages.PASSWORD);
    }

    @Test
    void tryAgainCallsAgain_R_FLW_31() {
        DemoAccount vera = SYSTEM.seeded("vera");
        int seen = PHONES.countCalls(vera.phone());
        ResetPages reset = new ResetPages(visitors.with(Look.ENGLISH))
                .identify(vera.upn())
                .choose("CALL")
                .typeNumber(vera.phone());
        reset.visitor().find(AGAIN).waitFor(patiently());

        reset.visitor().press(AGAIN);

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.CODE);
        assertThat(reset.visitor().sees(AGAIN)).as("ten seconds more").isFalse();
        PHONES.confirmCall(vera.phone(), seen + 1);
        reset.visitor().awaitPath(ResetPages.PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aTextMessageThatComesLateIsStillGood_R_FLW_33(Look look) {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        delayMessages(12);
        int seen = OUTSIDE.countMessages(yuki.phone());
        ResetPages reset = new ResetPages(visitors.with(look))
                .identify(yuki.upn())
                .choose("SMS")
                .typeNumber(yuki.phone());
        long asked = System.nanoTime();
        assertThat(reset.visitor().sees(AGAIN)).isFalse();

        assertThat(shownAfter(reset.visitor(), AGAIN, asked)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(13));

        reset.typeCode(OUTSIDE.awaitCode(yuki.phone(), seen));
        assertThat(reset.visitor().path()).isEqualTo(ResetPages.PASSWORD);
    }

    @Test
    void whoeverWaitsForAMailIsOfferedHelpAfterTenSecondsWithoutScripts_R_FLW_30() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        Visitor first =
                new ResetPages(visitors.with(Look.ENGLISH)).identify(cleo.upn()).visitor();
        Visitor visitor = visitors.with(Look.ENGLISH.withoutScripts()).takeOver(first);
        ResetPages reset = new ResetPages(visitor).choose("MAIL");
        assertThat(visitor.sees(AGAIN)).isFalse();

        visitor.find(AGAIN).waitFor(patiently());
        int seen = OUTSIDE.countMessages(cleo.alternateEmail());
        visitor.press(AGAIN);

        reset.typeCode(OUTSIDE.awaitCode(cleo.alternateEmail(), seen));
        assertThat(visitor.path()).isEqualTo(ResetPages.PASSWORD);
    }

    @Test
    void contactYourAdministratorLeadsToTheForm_R_FLW_32() {
        DemoAccount vera = SYSTEM.seeded("vera");
        ResetPages reset = new ResetPages(visitors.with(Look.ENGLISH))
                .identify(vera.upn())
                .choose("CALL")
                .typeNumber(vera.phone());
        reset.visitor().find(CONTACT).waitFor(patiently());

        reset.visitor().press(CONTACT);

        assertThat(reset.visitor().path()).isEqualTo(ResetPages.CONTACT);
    }

    private static Duration shownAfter(Visitor visitor, String selector, long asked) {
        Locator offer = visitor.find(selector);
        offer.waitFor(patiently());
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static WaitForOptions patiently() {
        return new WaitForOptions().setTimeout(15_000);
    }

    private static void delayMessages(int seconds) {
        new Http(SYSTEM.world()).send("PUT", "/carrier", Map.of("delaySeconds", seconds), Map.of());
    }
}
