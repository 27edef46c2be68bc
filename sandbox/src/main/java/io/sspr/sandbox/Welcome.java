package io.sspr.sandbox;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;

/**
 * What somebody is told who wants to look at the pages: where they are, and as whom to sign in. Of all passwords of the demo only these two are printed:
 * those of a user and an administrator whom the tour leaves as they are.
 */
final class Welcome {
    static final DemoAccount USER = DemoAccounts.named("zoe");
    static final DemoTenant ORGANISATION = DemoTenant.CONTOSO;

    private final Ports ports;

    Welcome(Ports ports) {
        this.ports = ports;
    }

    /** The pages, and beside them the phones and mailboxes that codes come to. */
    String pages() {
        return """
                Reset a password  %1$s/passwordreset
                Register          %1$s/ssprsetup
                Change password   %1$s/changepassword
                Administration    %1$s/admin
                Phone and inbox   %2$s
                """.formatted(onPort(ports.resetService()), onPort(ports.world()));
    }

    /** Good as soon as the tour has imported the accounts. */
    String signIns() {
        return """
                Sign in as        %-21s  %-17s  (a user who has registered nothing yet)
                or as             %-21s  %-17s  (an administrator)
                """.formatted(
                USER.upn(), USER.initialPassword(), ORGANISATION.administrator(), DemoTenant.ADMINISTRATOR_PASSWORD);
    }

    private static String onPort(int port) {
        return "http://localhost:" + port;
    }
}
