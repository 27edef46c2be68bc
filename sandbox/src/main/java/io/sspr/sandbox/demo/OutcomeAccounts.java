package io.sspr.sandbox.demo;

import static io.sspr.sandbox.demo.DemoAccount.Kind.CLOUD_ONLY;
import static io.sspr.sandbox.demo.DemoAccount.Kind.FEDERATED;
import static io.sspr.sandbox.demo.DemoAccount.Kind.PASSWORD_HASH_SYNC;
import static io.sspr.sandbox.demo.DemoAccount.Kind.PASS_THROUGH;
import static io.sspr.sandbox.demo.DemoAccountDraft.contoso;
import static io.sspr.sandbox.demo.DemoAccountDraft.of;

import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.util.List;

/** Those who show who may reset a password, and who is refused with which of the eight codes. */
final class OutcomeAccounts {
    static final List<DemoAccount> ALL = List.of(
            contoso("cleo", "Cleo", "Marsh", CLOUD_ONLY)
                    .password("Demo-Copper-01!")
                    .email("cleo@home.example")
                    .shows("The shortest way: a cloud-only account and a code by mail."),
            contoso("yuki", "雪", "山田", CLOUD_ONLY)
                    .displayName("山田 雪")
                    .language("ja")
                    .password("Demo-Willow-02!")
                    .mobile("+81 9012345678")
                    .shows("The Japanese texts, and a code by SMS."),
            contoso("petra", "Petra", "Lindqvist", PASSWORD_HASH_SYNC)
                    .password("Demo-Harbor-03!")
                    .email("petra@home.example")
                    .mobile("+1 4255550103")
                    .shows("Writeback: the new password is set on-premises first, then in the cloud."),
            contoso("tom", "Tom", "Okafor", PASS_THROUGH)
                    .password("Demo-Lantern-04!")
                    .email("tom@home.example")
                    .authenticationPhone("+1 4255550104")
                    .shows("Writeback with pass-through sign-in: only the directory holds the password."),
            contoso("frida", "Frida", "Solberg", FEDERATED)
                    .password("Demo-Meadow-05!")
                    .email("frida@home.example")
                    .shows("Writeback for a federated account."),
            contoso("nina", "Nina", "Castell", PASSWORD_HASH_SYNC)
                    .password("Demo-Basalt-06!")
                    .email("nina@home.example")
                    .groups("Night shift")
                    .shows("In scope only through a nested group."),
            contoso("noel", "Noel", "Abara", CLOUD_ONLY)
                    .password("Demo-Orchid-07!")
                    .email("noel@home.example")
                    .groups()
                    .shows("SSPR_0013: not in the group that may reset."),
            contoso("ulla", "Ulla", "Brandt", CLOUD_ONLY)
                    .password("Demo-Pebble-08!")
                    .email("ulla@home.example")
                    .licences()
                    .shows("SSPR_0012: no licence."),
            contoso("otto", "Otto", "Weiss", PASSWORD_HASH_SYNC)
                    .password("Demo-Quartz-09!")
                    .email("otto@home.example")
                    .licences("OFFICE_365_E3")
                    .shows("SSPR_0012: the licence does not cover writeback."),
            contoso("mia", "Mia", "Duarte", CLOUD_ONLY)
                    .password("Demo-Saffron-10!")
                    .shows("SSPR_0014: nothing on file to verify with."),
            contoso("max", "Max", "Ferber", CLOUD_ONLY)
                    .password("Demo-Timber-11!")
                    .mobile("09012345678")
                    .shows("SSPR_0014: the only phone number has no country code."),
            contoso("rita", "Rita", "Gomes", PASSWORD_HASH_SYNC)
                    .password("Demo-Umbra-12!")
                    .email("rita@home.example")
                    .onPremises(OnPremises.RESTRICTED)
                    .shows("SSPR_0029: the agent has no rights on the object."),
            contoso("paul", "Paul", "Hadley", PASSWORD_HASH_SYNC)
                    .password("Demo-Violet-13!")
                    .email("paul@home.example")
                    .onPremises(OnPremises.PROTECTED)
                    .shows("SSPR_0029: a protected administrator on-premises."),
            contoso("dora", "Dora", "Ibsen", PASSWORD_HASH_SYNC)
                    .password("Demo-Walnut-14!")
                    .email("dora@home.example")
                    .onPremises(OnPremises.DISABLED)
                    .shows("SSPR_0029: disabled on-premises."),
            contoso("gil", "Gil", "Jansen", PASSWORD_HASH_SYNC)
                    .password("Demo-Amber-15!")
                    .email("gil@home.example")
                    .onPremises(OnPremises.MISSING)
                    .shows("SSPR_0029: deleted on-premises."),
            contoso("twyla", "Twyla", "Keller", PASSWORD_HASH_SYNC)
                    .password("Demo-Birch-16!")
                    .email("twyla@home.example")
                    .onPremises(OnPremises.TWIN)
                    .shows("SSPR_0029: two on-premises objects share her anchor."),
            contoso("dina", "Dina", "Laurent", CLOUD_ONLY)
                    .password("Demo-Coral-17!")
                    .email("dina@home.example")
                    .cloudDisabled()
                    .shows("The neutral page: sign-in is switched off, and nobody is told."),
            contoso("gus", "Gus", "Moreau", CLOUD_ONLY)
                    .password("Demo-Dune-18!")
                    .email("gus@home.example")
                    .guest()
                    .shows("The neutral page: a guest, and nobody is told."),
            contoso("ada", "Ada", "Novak", CLOUD_ONLY)
                    .password("Demo-Ember-19!")
                    .email("ada@home.example")
                    .mobile("+1 4255550119")
                    .roles("Global Administrator")
                    .shows("An administrator: two gates by the built-in policy, whatever the tenant says."),
            of("northwind", "noor", "Noor", "Pereira", CLOUD_ONLY)
                    .password("Demo-Fjord-20!")
                    .email("noor@home.example")
                    .shows("SSPR_0009: password reset is off for the organisation."),
            of("adatum", "abe", "Abe", "Quiroga", CLOUD_ONLY)
                    .password("Demo-Garnet-21!")
                    .email("abe@home.example")
                    .shows("SSPR_0011: on for a group that was never chosen."),
            of("fabrikam", "fay", "Fay", "Rossi", PASSWORD_HASH_SYNC)
                    .password("Demo-Hazel-22!")
                    .email("fay@home.example")
                    .onPremises(OnPremises.NONE)
                    .shows("SSPR_0010: writeback is switched off."),
            of("tailspin", "tara", "Tara", "Silva", PASS_THROUGH)
                    .password("Demo-Indigo-23!")
                    .email("tara@home.example")
                    .onPremises(OnPremises.NONE)
                    .shows("SSPR_0030: the agent never came up."),
            of("wingtip", "will", "Will", "Tanaka", CLOUD_ONLY)
                    .password("Demo-Jasper-24!")
                    .email("will@home.example")
                    .mobile("+1 4255550124")
                    .shows("Two gates: a code by SMS and one by mail."),
            of("wingtip", "wanda", "Wanda", "Ueda", CLOUD_ONLY)
                    .password("Demo-Kelp-25!")
                    .email("wanda@home.example")
                    .shows("SSPR_0014: two methods are required and one is on file."));

    private OutcomeAccounts() {}
}
