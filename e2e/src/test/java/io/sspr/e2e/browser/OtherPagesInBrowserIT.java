package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Staff;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that few people come by: what is asked for now and then, and what is wrong now and then. */
@Tag("browser")
class OtherPagesInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final Staff STAFF = SYSTEM.tour().staff();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void anAddressIsReplacedAndAllIsConfirmed_R_REG_08_R_REG_13(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = new SignInPages(visitors.with(look)).enter(zoe, "ssprsetup");
        RegistrationPages registration = new RegistrationPages(visitor).addMail("zoe@home.example");

        registration.changeMail("zoe.vance@home.example");

        assertThat(registration.countRegistered()).isEqualTo(1);
        visitor.press("main form[action$='/confirm'] button");
        assertThat(visitor.sees("main .notice-success")).isTrue();
        registration.removeEverything();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoseNumberOfDaysIsRunningOutIsToldAtSignIn_R_CLD_07(Look look) {
        DemoAccount lily = SYSTEM.seeded("lily");
        Visitor visitor = visitors.with(look);
        STAFF.changePolicy(DemoTenant.LITWARE, Map.of("passwordPolicy", Map.of("expiryDays", 14, "notifyDays", 30)));

        new SignInPages(visitor).signIn(lily.upn(), lily.initialPassword(), "ssprsetup");

        assertThat(visitor.path()).isEqualTo("/signin/expiring");
        assertThat(visitor.find("main").textContent()).containsPattern("1[34]");
        visitor.press("main a.primary");
        assertThat(visitor.path()).isEqualTo(SignInPages.CHANGE);
        STAFF.changePolicy(DemoTenant.LITWARE, Map.of("passwordPolicy", Map.of("expiryDays", 90, "notifyDays", 14)));
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aHelpdeskOfTheOrganisationIsTheAnswer_R_HLP_02(Look look) {
        DemoAccount liam = SYSTEM.seeded("liam");
        String helpdesk = "https://help.litware.example/passwords";
        STAFF.changePolicy(DemoTenant.LITWARE, Map.of("helpdesk", Map.of("custom", true, "target", helpdesk)));

        Visitor visitor = visitors.with(look)
                .open(ResetPages.CONTACT)
                .type("userId", liam.upn())
                .goOn();

        assertThat(visitor.find("main a.primary, main a.button").getAttribute("href"))
                .isEqualTo(helpdesk);
        STAFF.changePolicy(DemoTenant.LITWARE, Map.of("helpdesk", Map.of("custom", false)));
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void anImportNamesWhatIsWrongOrSaysWhatCameOfIt(Look look) {
        Visitor visitor = new SignInPages(visitors.with(look)).administer(DemoTenant.LITWARE);
        String document = """
                {"tenant": {"id": "litware", "displayName": "Litware", "domains": ["litware.example"]},
                 "accounts": [{"userPrincipalName": "lea@litware.example", "kind": "%s", "displayName": "Lea Lund"}]}
                """;

        visitor.open("/admin/import")
                .type("document", document.formatted("CLOUDY"))
                .goOn();
        assertThat(visitor.sees("main [role=alert]")).isTrue();

        visitor.type("document", document.formatted("CLOUD_ONLY")).goOn();
        assertThat(visitor.sees("main .notice-success")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whoIsNoAdministratorIsToldSoAndCanGoOn_R_UI_06(Look look) {
        DemoAccount zoe = SYSTEM.seeded("zoe");

        Visitor visitor = new SignInPages(visitors.with(look)).enter(zoe, "admin");

        assertThat(visitor.sees("main [role=alert]")).isTrue();
        assertThat(visitor.sees("header form[action='/signout'] button")).isTrue();
    }

    @Test
    void anAddressThatDoesNotExistLeadsBack() {
        Visitor visitor = visitors.with(Look.JAPANESE.onPhone());

        visitor.open(ResetPages.START + "/nowhere");

        assertThat(visitor.sees("main [role=alert]")).isTrue();
        assertThat(visitor.find("main a").count()).isPositive();
    }

    @Test
    void whoRegistersOnTheWayIsShownWhatIsLeft_R_REG_10() {
        DemoAccount mia = SYSTEM.seeded("mia");
        Visitor visitor = visitors.with(Look.JAPANESE.onPhone());

        new SignInPages(visitor).signIn(mia.upn(), mia.initialPassword(), "changepassword");

        assertThat(visitor.find("main ol.steps li[aria-current=step]").count()).isEqualTo(1);
    }
}
