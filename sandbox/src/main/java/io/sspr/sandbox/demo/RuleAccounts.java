package io.sspr.sandbox.demo;

import static io.sspr.sandbox.demo.DemoAccount.Kind.CLOUD_ONLY;
import static io.sspr.sandbox.demo.DemoAccount.Kind.PASSWORD_HASH_SYNC;
import static io.sspr.sandbox.demo.DemoAccountDraft.contoso;
import static io.sspr.sandbox.demo.DemoAccountDraft.of;

import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.util.List;
import java.util.UUID;

/** Those who show how often one may try, which passwords are taken, what else there is than a reset, and what administrators can set. */
final class RuleAccounts {
    /** Another one in each run: a name that leads nowhere is counted as an account is, and nobody can lift its block. */
    private static final String ALIAS = "lily." + UUID.randomUUID().toString().substring(0, 8) + "@litware.example";

    static final List<DemoAccount> ALL = List.of(
            contoso("theo", "Theo", "Dalton", CLOUD_ONLY)
                    .password("Demo-Thistle-34!")
                    .email("theo@home.example")
                    .shows("Throttled: after five wrong codes not even the right one is taken."),
            contoso("tilda", "Tilda", "Engel", CLOUD_ONLY)
                    .password("Demo-Umber-35!")
                    .email("tilda@home.example")
                    .shows("Throttled, until an administrator lifts the block."),
            contoso("lars", "Lars", "Fischer", CLOUD_ONLY)
                    .password("Demo-Velvet-36!")
                    .email("lars@home.example")
                    .shows("Ten wrong passwords lock sign-in; a reset opens it again."),
            contoso("bea", "Bea", "Falkner", CLOUD_ONLY)
                    .password("Demo-Wicker-37!")
                    .email("bea@home.example")
                    .shows("Passwords that are easy to guess, or too simple."),
            contoso("lena", "Lena", "Juhl", PASSWORD_HASH_SYNC)
                    .password("Demo-Yarrow-38!")
                    .email("lena@home.example")
                    .onPremises(OnPremises.LOCKED)
                    .shows("Locked out on-premises: unlocked, and the password stays."),
            contoso("chiara", "Chiara", "Hansen", CLOUD_ONLY)
                    .password("Demo-Zephyr-39!")
                    .email("chiara@home.example")
                    .shows("Changes a password that she knows; no reset is needed."),
            contoso("erik", "Erik", "Ivanov", PASSWORD_HASH_SYNC)
                    .password("Demo-Acorn-40!")
                    .email("erik@home.example")
                    .shows("Changes a password that he knows: on-premises first, then in the cloud."),
            contoso("hana", "Hana", "Kimura", PASSWORD_HASH_SYNC)
                    .password("Demo-Elmwood-44!")
                    .email("hana@home.example")
                    .shows("Given a password by an administrator, which the directory takes for one sign-in only."),
            contoso("hugo", "Hugo", "Lange", CLOUD_ONLY)
                    .password("Demo-Feldspar-45!")
                    .email("hugo@home.example")
                    .roles("Exchange Administrator")
                    .shows("An administrator whose role is about other things: he may not set passwords of others."),
            contoso("ines", "Ines", "Ortega", CLOUD_ONLY)
                    .password("Demo-Granite-46!")
                    .licences()
                    .roles("Global Administrator")
                    .shows(
                            "An administrator without a licence: the administration pages hide password reset from her."),
            contoso("zoe", "Zoe", "Vance", CLOUD_ONLY)
                    .password("Demo-Heather-47!")
                    .shows("Nothing on file yet: signs in to the pages and registers everything from scratch."),
            of("litware", "lily", "Lily", "Kwan", CLOUD_ONLY)
                    .password("Demo-Bramble-41!")
                    .email("lily@home.example")
                    .alias(ALIAS)
                    .shows("Named by another mail address, once an administrator allows it."),
            of("litware", "liam", "Liam", "Lopez", CLOUD_ONLY)
                    .password("Demo-Cinder-42!")
                    .email("liam@home.example")
                    .shows("SSPR_0009 at the last step: an administrator switches reset off on the way."),
            of("proseware", "pam", "Pam", "Mercer", CLOUD_ONLY)
                    .password("Demo-Driftwood-43!")
                    .email("pam@home.example")
                    .shows("Gets through where names that nobody has seem to get on, too, and never arrive."));

    private RuleAccounts() {}
}
