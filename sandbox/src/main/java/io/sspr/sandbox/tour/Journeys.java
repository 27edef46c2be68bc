package io.sspr.sandbox.tour;

import static io.sspr.sandbox.tour.Proof.CALL_TO_MOBILE;
import static io.sspr.sandbox.tour.Proof.CALL_TO_OFFICE;

import io.sspr.sandbox.demo.DemoAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** All journeys of the tour, one per outcome, each as a user would go through it. */
public final class Journeys {
    /** What every password that {@link #newPassword} makes begins with. */
    public static final String PASSWORD_PREFIX = TourPassword.PREFIX;

    private final Outside outside;
    private final Steps steps;
    private final ResetJourneys reset;
    private final MethodJourneys method;
    private final LimitJourneys limit;
    private final PasswordJourneys password;
    private final AdminJourneys admin;
    private final PolicyJourneys policy;

    /** @param secretsUsed takes every password and code of the walks, by what it was, for whoever searches for leaks afterwards */
    Journeys(
            URI resetService, Outside outside, Phones phones, Staff staff, Seed seed, Map<String, String> secretsUsed) {
        this.outside = outside;
        AccountClient accounts = new AccountClient(resetService);
        Gates gates = new Gates(outside, phones, secretsUsed);
        steps = new Steps(resetService, outside, gates, staff, secretsUsed);
        Registrations registrations = new Registrations(resetService, steps, gates, outside, phones, staff);
        reset = new ResetJourneys(steps, gates, outside);
        method = new MethodJourneys(steps, gates, registrations, seed);
        limit = new LimitJourneys(steps, gates, accounts, staff);
        password = new PasswordJourneys(steps, accounts, outside, staff);
        admin = new AdminJourneys(steps, accounts, outside, staff);
        policy = new PolicyJourneys(steps, staff);
    }

    /** All rows of the tour, in the order in which they are walked; one less where nobody can switch the directory off. */
    public List<Stop> all() {
        return outside.canTurnDirectory()
                ? everything()
                : everything().stream()
                        .filter(stop -> !stop.tried().equals(ResetJourneys.DIRECTORY_DOWN))
                        .toList();
    }

    private List<Stop> everything() {
        return List.of(
                reset.success("cleo", "cloud-only, code by e-mail"),
                reset.success("yuki", "cloud-only, code by SMS, in Japanese"),
                reset.success("petra", "password hash sync, written back"),
                reset.success("tom", "pass-through, written back"),
                reset.success("frida", "federated, written back"),
                reset.success("nina", "member of a nested group, written back"),
                reset.success("will", "two methods required"),
                reset.success("ada", "administrator: two gates by the built-in policy"),
                reset.success("nadia", "administrator, reset switched off for the tenant"),
                reset.refused("noor", "reset switched off for the tenant", "SSPR_0009"),
                reset.refused("fay", "writeback switched off", "SSPR_0010"),
                reset.refused("abe", "reset on, but no group chosen", "SSPR_0011"),
                reset.refused("ulla", "no licence", "SSPR_0012"),
                reset.refused("otto", "licence without writeback", "SSPR_0012"),
                reset.refused("noel", "not in the group", "SSPR_0013"),
                reset.refused("mia", "no contact data", "SSPR_0014"),
                reset.refused("wanda", "one method of two required", "SSPR_0014"),
                reset.refused("max", "malformed phone number", "SSPR_0014"),
                reset.refused("ines", "administrator who has registered nothing", "SSPR_0014"),
                method.administratorWithAnswers("adam"),
                reset.unchanged("rita", "agent has no rights on the object", "SSPR_0029"),
                reset.unchanged("paul", "protected account on-premises", "SSPR_0029"),
                reset.refusedAtSubmit("dora", "disabled on-premises", "SSPR_0029"),
                reset.refusedAtSubmit("gil", "deleted on-premises", "SSPR_0029"),
                reset.refusedAtSubmit("twyla", "two objects share the anchor", "SSPR_0029"),
                reset.directoryDown("frida"),
                reset.refused("tara", "agent down", "SSPR_0030"),
                reset.refused("dina", "sign-in disabled", "AccountNotVerified"),
                reset.refused("gus", "guest", "AccountNotVerified"),
                reset.unknown("cleo", "unknown user"),
                reset.wrongCode("cleo"),
                method.phoneRegistered("rosa"),
                method.hungUp("vera"),
                method.success("vera", "call to the mobile phone, # pressed", CALL_TO_MOBILE),
                method.success("owen", "call to the office phone, # pressed", CALL_TO_OFFICE),
                method.appCode("toby"),
                method.denied("pia"),
                method.approved("pia"),
                method.questionsAnsweredWrongly("sven"),
                method.questionsAnswered("sven"),
                limit.throttled("theo"),
                limit.blockLifted("tilda"),
                limit.lockedOutOfSignIn("lars"),
                password.tooEasy("bea", "password of a well-known word", "P@$$w0rd1!", "TOO_FEW_POINTS"),
                password.tooEasy("bea", "password of a word that contoso has banned", "Skylark22!", "TOO_FEW_POINTS"),
                password.tooEasy("bea", "password with the own name", "Falkner-of-2026", "NAME"),
                reset.refusedThenAccepted("bea", "cloud policy refuses, then accepts", "CloudPolicyViolation"),
                reset.refusedThenAccepted(
                        "petra", "on-premises policy refuses, then accepts", "OnPremisesPolicyViolation"),
                password.unlocked("lena"),
                password.wrongCurrentPassword("zoe"),
                password.wrongCurrentPassword("chiara"),
                password.changed("chiara", "password changed, cloud-only"),
                password.changed("erik", "password changed, written back"),
                admin.given("hana"),
                admin.replacedAtSignIn("hana"),
                admin.notAllowed("hugo", "hana"),
                policy.alternateIdOff("lily"),
                policy.alternateIdOn("lily"),
                policy.switchedOffOnTheWay("liam"),
                reset.success("pam", "where strangers are led on"),
                policy.ledOn("pam"));
    }

    /** A password that no policy of the demo refuses, never the same twice. */
    public String newPassword() {
        return steps.newPassword();
    }

    /** A reset of this account with all gates passed, by the first method offered each time. */
    public ResetClient atPasswordPage(DemoAccount account) {
        return steps.atPasswordPage(account);
    }
}
