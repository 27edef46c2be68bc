package io.sspr.reset.registration;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Means;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a user may register, and what of it a reset would count. To be shown and to count are two things. Source: R-REG-05 … R-REG-07.
 *
 * @param offered the safest first
 * @param counting what a reset counts as soon as it is registered, and how many it asks for
 * @param mfa what multifactor sign-in takes; empty if the tenant has none
 */
record Options(List<Method> offered, RequiredGates counting, Set<Method> mfa) {
    private static final Means EVERYTHING = new Means(
            PhoneNumber.parse("+1 2025550100"),
            PhoneNumber.parse("+1 2025550101"),
            MailAddress.parse("everybody@home.example"),
            Optional.of("device"),
            true,
            true);

    static Options of(Mode mode, Tenant tenant, Account account, SecurityInfo info, Instant now) {
        TenantPolicy policy = tenant.policy();
        Set<Method> allowed = allowed(policy, account);
        List<Method> offered = Stream.of(Method.values())
                .filter(method -> method == Method.OFFICE_PHONE
                        ? offersOfficePhone(mode, allowed, tenant, info)
                        : allowed.contains(method))
                .toList();
        return new Options(offered, RequiredGates.of(account, EVERYTHING, tenant, now), policy.mfaMethods());
    }

    /** Administrators are bound by no policy of their tenant, and never have security questions. Source: R-ADM-05, R-SQ-01. */
    private static Set<Method> allowed(TenantPolicy policy, Account account) {
        if (account.isAdministrator()) {
            return EnumSet.complementOf(EnumSet.of(Method.SECURITY_QUESTIONS));
        }
        Set<Method> union = EnumSet.noneOf(Method.class);
        union.addAll(policy.methodsEnabled());
        union.addAll(policy.mfaMethods());
        union.addAll(policy.authenticationMethods());
        return union;
    }

    /** Source: R-REG-06; it is called to be verified, hence R-PHN-09; nobody can add what only a directory on-premises can store, hence R-MTH-10. */
    private static boolean offersOfficePhone(Mode mode, Set<Method> allowed, Tenant tenant, SecurityInfo info) {
        boolean canBeAdded =
                mode == Mode.MANAGE && allowed.contains(Method.OFFICE_PHONE) && !info.isOfficePhoneSynced();
        return tenant.mayCall() && (info.hasOfficePhone() || canBeAdded);
    }

    boolean counts(Method method) {
        return counting.usable().contains(method);
    }

    /** Whether multifactor sign-in still lacks its method, which then has to be the first. Source: R-REG-11. */
    boolean lackMfa(List<Method> registered) {
        return !mfa.isEmpty() && registered.stream().noneMatch(mfa::contains);
    }

    /**
     * What to register next: as few methods as possible, the safest first. Source: R-REG-10, R-REG-11.
     *
     * @param registered what is there already
     */
    List<Method> proposal(List<Method> registered) {
        List<Method> proposal = new ArrayList<>();
        if (lackMfa(registered)) {
            firstOffered(method -> mfa.contains(method) && counts(method))
                    .or(() -> firstOffered(mfa::contains))
                    .ifPresent(proposal::add);
        }
        for (Method method : offered) {
            if (isEnough(registered, proposal)) {
                break;
            }
            boolean isNew =
                    Stream.concat(registered.stream(), proposal.stream()).noneMatch(method::isSameAs);
            if (counts(method) && isNew) {
                proposal.add(method);
            }
        }
        return proposal;
    }

    private Optional<Method> firstOffered(Predicate<Method> wanted) {
        return offered.stream().filter(wanted).findFirst();
    }

    private boolean isEnough(List<Method> registered, List<Method> proposal) {
        List<Method> together = Stream.concat(registered.stream(), proposal.stream())
                .filter(this::counts)
                .toList();
        return new RequiredGates(counting.required(), together).canBePassed();
    }
}
