package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Outside;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contact your administrator: a form for users who get no further, and a mail for those who can help. */
@Tag("browser")
class HelpInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final String SENT = ResetPages.CONTACT + "/sent";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoeverIsRefusedAsksByNameAndTheAdministratorGetsAMail_R_HLP_05(Look look) {
        DemoAccount noel = SYSTEM.seeded("noel");
        String administrator = DemoTenant.CONTOSO.administrator();
        int seen = OUTSIDE.countMessages(administrator);
        Visitor visitor =
                new ResetPages(visitors.with(look)).identify(noel.upn()).visitor();

        visitor.press(ResetPages.CONTACT_LINK);
        visitor.type("userId", noel.upn()).goOn();

        assertThat(visitor.path()).isEqualTo(SENT);
        JsonNode mail = OUTSIDE.awaitMessage(administrator, seen);
        assertThat(mail.path("text").asText()).contains(noel.upn(), noel.displayName(), visitor.meta("sspr-cid"));
    }

    @Test
    void whoeverHasAResetInHandAsksAtTheTouchOfAButton_R_HLP_01() {
        DemoAccount cleo = SYSTEM.seeded("cleo");
        String administrator = DemoTenant.CONTOSO.administrator();
        int seen = OUTSIDE.countMessages(administrator);
        Visitor visitor =
                new ResetPages(visitors.with(Look.ENGLISH)).identify(cleo.upn()).visitor();
        String supportCode = visitor.meta("sspr-cid");

        visitor.press(ResetPages.CONTACT_LINK).goOn();

        assertThat(visitor.path()).isEqualTo(SENT);
        assertThat(OUTSIDE.awaitMessage(administrator, seen).path("text").asText())
                .contains(cleo.upn(), supportCode);
    }

    @Test
    void somebodyUnknownReadsTheSame_R_HLP_07() {
        Visitor known = visitors.with(Look.ENGLISH);
        Visitor unknown = visitors.with(Look.ENGLISH);

        ask(known, SYSTEM.seeded("lars").upn());
        ask(unknown, "nobody-at-all@contoso.example");

        assertThat(unknown.path()).isEqualTo(SENT);
        assertThat(unknown.words().replace(unknown.meta("sspr-cid"), ""))
                .isEqualTo(known.words().replace(known.meta("sspr-cid"), ""));
    }

    private static void ask(Visitor visitor, String name) {
        visitor.open(ResetPages.CONTACT).type("userId", name).goOn();
    }
}
