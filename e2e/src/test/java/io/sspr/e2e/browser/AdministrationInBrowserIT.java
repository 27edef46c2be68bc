package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The administration: who sees what of it, settings that come and go with others, and help for users. */
@Tag("browser")
class AdministrationInBrowserIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();
    private static final String PASSWORD_RESET = "nav.side a[href='/admin/properties']";
    private static final String ON_PREMISES = "nav.side a[href='/admin/onpremises']";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLook")
    void everySectionIsReachedFromTheNavigation(Look look) {
        Visitor visitor = new SignInPages(visitors.with(look)).administer(DemoTenant.CONTOSO);
        List<String> sections = visitor.find("nav.side a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(sections)
                .contains(
                        "/admin", "/admin/properties", "/admin/methods", "/admin/registration", "/admin/notifications")
                .contains("/admin/customization", "/admin/protection", "/admin/onpremises", "/admin/policy")
                .contains("/admin/users", "/admin/groups");

        for (String section : sections) {
            visitor.open(section);

            assertThat(visitor.path()).isEqualTo(section);
            assertThat(visitor.find("nav.side [aria-current=page]").getAttribute("href"))
                    .isEqualTo(section);
        }
    }

    @Test
    void withoutALicenceThereIsNoPasswordReset_R_UI_01() {
        DemoAccount ines = SYSTEM.seeded("ines");

        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).enter(ines, "admin");

        assertThat(visitor.sees(PASSWORD_RESET)).isFalse();
        visitor.open("/admin/properties");
        assertThat(visitor.sees("main [role=alert]")).isTrue();
        assertThat(visitor.sees("main form")).isFalse();
    }

    @Test
    void withALicenceThePasswordResetIsThereAtTheNextLoad_R_UI_04() {
        DemoAccount ines = SYSTEM.seeded("ines");
        Visitor visitor = new SignInPages(visitors.with(Look.JAPANESE)).enter(ines, "admin");
        assertThat(visitor.sees(PASSWORD_RESET)).isFalse();

        assignLicence(ines);
        visitor.open("/admin");

        assertThat(visitor.sees(PASSWORD_RESET)).isTrue();
        visitor.press(PASSWORD_RESET);
        assertThat(visitor.sees("main form")).isTrue();
        SYSTEM.seeded("ines");
    }

    @ParameterizedTest
    @CsvSource({
        "properties, ssprEnabled, SELECTED, ALL, ssprGroupId",
        "methods, methodsEnabled, SECURITY_QUESTIONS, , sq.registerCount",
        "registration, registrationRequired, true, , reconfirmDays",
        "notifications, notifyAllAdminsOnAdminReset, true, , adminNotificationAudience",
        "customization, helpdesk.custom, true, , helpdesk.target",
        "protection, banned.enforceCustom, true, , banned.custom"
    })
    void whatDependsOnAChoiceIsShownWithItOnly_R_UI_02(
            String section, String field, String on, String other, String dependent) {
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.LITWARE);
        visitor.open("/admin/" + section);
        String shown = "main [name='" + dependent + "']";

        turn(visitor, field, on, other, true);
        assertThat(visitor.sees(shown)).isTrue();

        turn(visitor, field, on, other, false);
        assertThat(visitor.sees(shown)).isFalse();
    }

    @Test
    void theUnlockSwitchIsShownWithWritebackOnly_R_UI_02() {
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.CONTOSO);
        visitor.open("/admin/onpremises");

        visitor.tick("writeback", "true", false);
        assertThat(visitor.sees("main [name=unlock]")).isFalse();

        visitor.tick("writeback", "true", true);
        assertThat(visitor.sees("main [name=unlock]")).isTrue();
    }

    @Test
    void onPremisesIntegrationIsThereOnceAnAgentWasOnboarded_R_UI_03() {
        Visitor without = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.LITWARE);
        Visitor with = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.CONTOSO);
        Visitor unhealthy = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.TAILSPIN);

        assertThat(without.sees(ON_PREMISES)).isFalse();
        assertThat(with.press(ON_PREMISES).find("main [name=writeback]").isEnabled())
                .isTrue();
        assertThat(unhealthy.press(ON_PREMISES).find("main [name=writeback]").isDisabled())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void whatIsHiddenIsNotForgotten_R_UI_05(Look look) {
        Visitor visitor = new SignInPages(visitors.with(look)).administer(DemoTenant.LITWARE);
        visitor.open("/admin/customization").tick("helpdesk.custom", "true", true);
        visitor.type("helpdesk.target", "https://help.litware.example").goOn();
        assertThat(visitor.sees("main .notice-success")).isTrue();

        visitor.tick("helpdesk.custom", "true", false).goOn();
        visitor.tick("helpdesk.custom", "true", true);

        assertThat(visitor.find("main [name='helpdesk.target']").inputValue())
                .isEqualTo("https://help.litware.example");
        SYSTEM.tour().staff().changePolicy(DemoTenant.LITWARE, Map.of("helpdesk", Map.of("custom", false)));
    }

    @Test
    void aChangeThatLeavesUsersWithoutMethodsSaysHowManyBeforeItIsSaved_R_MTH_26() {
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.LITWARE);
        visitor.open("/admin/methods").choose("methodsRequired", "2");

        visitor.goOn();

        assertThat(visitor.find("main input[name=confirmed]").getAttribute("value"))
                .matches("[1-9][0-9]*");
        visitor.open("/admin/methods");
        assertThat(visitor.find("main input[name=methodsRequired][value='1']").isChecked())
                .as("nothing is saved yet")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aPasswordIsTriedAgainstTheBannedTerms(Look look) {
        Visitor visitor = new SignInPages(visitors.with(look)).administer(DemoTenant.CONTOSO);

        visitor.open("/admin/protection/trial").type("password", "Skylark22!").goOn();

        assertThat(visitor.sees("main .badge-bad")).isTrue();
        assertThat(visitor.words()).contains("skylark");
        visitor.type("password", SYSTEM.tour().journeys().newPassword()).goOn();
        assertThat(visitor.sees("main .badge-ok")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.e2e.browser.Look#everyLanguage")
    void aUserIsFoundAndGivenAPassword_R_WB_42(Look look) {
        DemoAccount bea = SYSTEM.seeded("bea");
        Visitor visitor = new SignInPages(visitors.with(look)).administer(DemoTenant.CONTOSO);
        visitor.open("/admin/users").type("name", "falkner").goOn();
        assertThat(visitor.page().url()).doesNotContain("falkner");

        visitor.arriveBy(() -> visitor.link(bea.displayName()).click());
        visitor.tick("mustChange", "true", false).goOn();

        String generated = visitor.find("#generated").textContent().strip();
        assertThat(ResetPages.accepts(bea, generated)).isTrue();
        assertThat(ResetPages.accepts(bea, bea.initialPassword())).isFalse();
    }

    @Test
    void malformedDataIsFlagged_R_PHN_03() {
        SYSTEM.seeded("max");
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.CONTOSO);

        visitor.open("/admin/users").type("name", "max@").goOn();

        assertThat(visitor.sees("main .badge-bad")).isTrue();
    }

    @Test
    void anOnboardingTokenIsShownOnce_R_WB_20() {
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.LITWARE);

        visitor.open("/admin/connect").goOn();

        String token = visitor.find("#token").textContent().strip();
        assertThat(token).hasSizeGreaterThan(20);
        assertThat(visitor.open("/admin/connect").words()).doesNotContain(token);
    }

    private static void turn(Visitor visitor, String field, String on, String other, boolean wanted) {
        if (other == null) {
            visitor.tick(field, on, wanted);
        } else {
            visitor.choose(field, wanted ? on : other);
        }
    }

    private static void assignLicence(DemoAccount account) {
        DemoTenant tenant = DemoTenant.of(account);
        ObjectNode document = tenant.importDocument(name -> null, List.of(account));
        ObjectNode row = (ObjectNode) document.path("accounts").path(0);
        row.putArray("licences").add("ENTRA_P1");
        row.remove("password"); // a new one would end her sign-in
        SYSTEM.tour().staff().importTenant(tenant, document);
    }
}
