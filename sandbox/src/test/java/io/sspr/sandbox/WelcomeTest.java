package io.sspr.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import org.junit.jupiter.api.Test;

class WelcomeTest {
    private final Welcome welcome = new Welcome(new Ports(9080));

    @Test
    void namesEveryPortalAndThePhoneOnItsPort() {
        assertThat(welcome.pages())
                .contains(
                        "http://localhost:9080/passwordreset",
                        "http://localhost:9080/ssprsetup",
                        "http://localhost:9080/changepassword",
                        "http://localhost:9080/admin",
                        "http://localhost:9084\n");
    }

    @Test
    void offersAUserAndAnAdministratorWithCloudPasswords() {
        assertThat(Welcome.USER.isHeldInCloud()).isTrue();
        assertThat(Welcome.USER.tenant()).isEqualTo(Welcome.ORGANISATION.id());
        assertThat(welcome.signIns())
                .contains(Welcome.USER.upn(), Welcome.USER.initialPassword())
                .contains("admin@contoso.example", DemoTenant.ADMINISTRATOR_PASSWORD);
    }

    @Test
    void printsNoOtherPasswords() {
        assertThat(DemoAccounts.ALL)
                .filteredOn(account -> account != Welcome.USER)
                .extracting(DemoAccount::initialPassword)
                .noneMatch(welcome.signIns()::contains);
    }
}
