package io.sspr.reset.policy;

import io.sspr.reset.banned.CheckCustomTerms;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.policy.TenantPolicy.Helpdesk;
import io.sspr.reset.policy.TenantPolicy.Lockout;
import io.sspr.reset.policy.TenantPolicy.PasswordAge;
import io.sspr.reset.policy.TenantPolicy.Questions;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.question.CheckQuestions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds every setting that has a value that is not allowed, and says which values are. Source: R-CFG-01 … R-CFG-26. */
public final class CheckPolicy {
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final int MAX_RECONFIRM_DAYS = 730;
    /** Characters; addresses are in facts, mails and pages. */
    private static final int LONGEST_ADDRESS = 2000;

    private final List<Fault> faults = new ArrayList<>();

    private CheckPolicy() {}

    /** What is wrong; empty if the policy may be stored. */
    public static List<Fault> faults(TenantPolicy policy) {
        CheckPolicy check = new CheckPolicy();
        check.methods(policy);
        check.contacts(policy.helpdesk(), policy.branding());
        check.numbers(policy);
        Questions sq = policy.sq();
        CheckQuestions.check(sq.registerCount(), sq.resetCount(), sq.predefined(), sq.custom()).stream()
                // Too few questions do no harm where none are asked.
                .filter(fault ->
                        !fault.where().equals("sq") || policy.methodsEnabled().contains(Method.SECURITY_QUESTIONS))
                .forEach(check.faults::add);
        check.faults.addAll(CheckCustomTerms.check(policy.banned().custom()).faults());
        return List.copyOf(check.faults);
    }

    private void methods(TenantPolicy policy) {
        int required = policy.methodsRequired();
        require(required == 1 || required == 2, "methodsRequired", "policy.oneOrTwo");
        Set<Method> enabled = policy.methodsEnabled();
        require(!enabled.isEmpty(), "methodsEnabled", "policy.noMethod"); // R-CFG-06
        // R-CFG-07: losing the phone with the app must not lock anybody out.
        long withoutApp = enabled.stream().filter(method -> !method.isApp()).count();
        require(withoutApp == enabled.size() || withoutApp >= required, "methodsEnabled", "policy.onlyApp");
        require(policy.mfaMethods().stream().allMatch(Method::isForSignIn), "mfaMethods", "policy.notForSignIn");
    }

    private void contacts(Helpdesk helpdesk, TenantPolicy.Branding branding) {
        boolean isTarget = helpdesk.custom() ? isLink(helpdesk.target()) : isShort(helpdesk.target());
        require(isTarget, "helpdesk.target", "policy.helpdesk"); // R-CFG-16
        require(branding.logo() == null || isHttps(branding.logo()), "branding.logo", "policy.https");
        require(
                branding.colour() == null || COLOUR.matcher(branding.colour()).matches(),
                "branding.colour",
                "policy.colour");
    }

    private void numbers(TenantPolicy policy) {
        require(isWithin(policy.reconfirmDays(), 0, MAX_RECONFIRM_DAYS), "reconfirmDays", "policy.reconfirmDays");
        Lockout lockout = policy.lockout();
        require(isWithin(lockout.threshold(), 1, 50), "lockout.threshold", "policy.lockoutThreshold");
        require(isWithin(lockout.durationSec(), 5, 18_000), "lockout.durationSec", "policy.lockoutDuration");
        PasswordAge age = policy.passwordPolicy();
        require(
                age.expiryDays() == 0 || isWithin(age.expiryDays(), 14, 730),
                "passwordPolicy.expiryDays",
                "policy.expiryDays");
        require(isWithin(age.notifyDays(), 1, 30), "passwordPolicy.notifyDays", "policy.notifyDays");
    }

    private static boolean isLink(String target) {
        if (target == null || !isShort(target)) {
            return false;
        }
        String lower = target.toLowerCase(Locale.ROOT);
        String address = lower.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
        return isHttps(target) || MailAddress.parse(address).isPresent();
    }

    /** Whether this is an address on the web that says where it leads: without a user's name, which could pass for a host. */
    public static boolean isHttps(String address) {
        try {
            URI uri = new URI(address);
            return isShort(address)
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isShort(String address) {
        return address == null || address.length() <= LONGEST_ADDRESS;
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            faults.add(new Fault(where, what));
        }
    }
}
