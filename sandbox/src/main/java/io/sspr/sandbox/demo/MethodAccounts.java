package io.sspr.sandbox.demo;

import static io.sspr.sandbox.demo.DemoAccount.Kind.CLOUD_ONLY;
import static io.sspr.sandbox.demo.DemoAccountDraft.contoso;
import static io.sspr.sandbox.demo.DemoAccountDraft.of;

import java.util.List;

/** Those who show every way to prove who one is. Registered data is no directory data: they register it on the way. */
final class MethodAccounts {
    private static final String ADMINISTRATOR = "Global Administrator";

    static final List<DemoAccount> ALL = List.of(
            contoso("rosa", "Rosa", "Vidal", CLOUD_ONLY)
                    .password("Demo-Lagoon-26!")
                    .shows("SSPR_0014 until she registers her phone, and then a code by SMS."),
            contoso("vera", "Vera", "Wolff", CLOUD_ONLY)
                    .password("Demo-Marble-27!")
                    .mobile("+1 4255550127")
                    .shows("A call to the mobile phone in place of an SMS."),
            contoso("owen", "Owen", "Xander", CLOUD_ONLY)
                    .password("Demo-Nectar-28!")
                    .office("+1 4255550128")
                    .shows("A call to the office phone, with nothing else on file."),
            contoso("toby", "Toby", "Yates", CLOUD_ONLY)
                    .password("Demo-Opal-29!")
                    .shows("The code of an authenticator app, with nothing else on file."),
            contoso("sven", "Sven", "Zeller", CLOUD_ONLY)
                    .password("Demo-Prairie-30!")
                    .shows("Security questions, with nothing else on file."),
            of("wingtip", "pia", "Pia", "Alvarez", CLOUD_ONLY)
                    .password("Demo-Quiver-31!")
                    .email("pia@home.example")
                    .shows("Two gates: a notification to approve, then a code by mail."),
            contoso("adam", "Adam", "Berger", CLOUD_ONLY)
                    .password("Demo-Russet-32!")
                    .mobile("+1 4255550132")
                    .roles(ADMINISTRATOR)
                    .shows("SSPR_0014 for an administrator: a phone is one method, and security questions are none."),
            of("northwind", "nadia", "Nadia", "Crane", CLOUD_ONLY)
                    .password("Demo-Sable-33!")
                    .email("nadia@home.example")
                    .mobile("+1 4255550133")
                    .roles(ADMINISTRATOR)
                    .shows("An administrator, who may reset even where password reset is off."));

    private MethodAccounts() {}
}
