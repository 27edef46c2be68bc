package io.sspr.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.e2e.SystemUnderTest;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A walk past the main pages, which is photographed for the documents on demand. */
@Tag("browser")
class PicturesIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void aResetOnADesktop() {
        DemoAccount petra = SYSTEM.seeded("petra");
        Visitor visitor = visitors.with(Look.ENGLISH);
        ResetPages reset = new ResetPages(visitor);

        Pictures.take(visitor.open(ResetPages.START), "reset-identify");
        Pictures.take(reset.identify(petra.upn()).visitor(), "reset-intent");
        Pictures.take(reset.want("RESET").visitor(), "reset-methods");
        int seen = SYSTEM.tour().outside().countMessages(petra.alternateEmail());
        Pictures.take(reset.choose("MAIL").visitor(), "reset-code");
        reset.typeCode(SYSTEM.tour().outside().awaitCode(petra.alternateEmail(), seen));
        reset.submit(SYSTEM.tour().journeys().newPassword()).awaitResult();
        Pictures.take(visitor, "reset-done");

        assertThat(visitor.path()).isEqualTo(ResetPages.RESULT);
    }

    @Test
    void aResetOnAPhoneInTheDark() {
        DemoAccount yuki = SYSTEM.seeded("yuki");
        Visitor visitor = visitors.with(Look.JAPANESE.onPhone().inTheDark());

        new ResetPages(visitor).identify(yuki.upn()).passBySms(yuki);
        visitor.find("main input[name=newPassword]").pressSequentially("Tr0ub4dor");
        visitor.find("main .rules .badge-ok").first().waitFor();

        Pictures.take(visitor, "reset-password-phone");
    }

    @Test
    void aRefusal() {
        Visitor visitor = new ResetPages(visitors.with(Look.ENGLISH))
                .identify(SYSTEM.seeded("ulla").upn())
                .visitor();
        visitor.find("main details summary").click();

        Pictures.take(visitor, "reset-refused");
    }

    @Test
    void aRegistration() {
        DemoAccount zoe = SYSTEM.seeded("zoe");
        Visitor visitor = visitors.with(Look.ENGLISH);
        new SignInPages(visitor).enter(zoe, "ssprsetup");
        RegistrationPages registration = new RegistrationPages(visitor);

        registration.addPhone("+1 4255550147").addMail("zoe@home.example");
        Pictures.take(visitor.open(RegistrationPages.OVERVIEW), "registration");
        registration.removeEverything();

        assertThat(registration.countRegistered()).isZero();
    }

    @Test
    void theAdministration() {
        Visitor visitor = new SignInPages(visitors.with(Look.ENGLISH)).administer(DemoTenant.CONTOSO);

        Pictures.take(visitor, "admin");
        Pictures.take(visitor.open("/admin/methods"), "admin-methods");
        Pictures.take(visitor.open("/admin/onpremises"), "admin-onpremises");
        Pictures.take(visitor.open("/admin/users"), "admin-users");

        assertThat(visitor.find("main table tbody tr").count()).isPositive();
    }
}
