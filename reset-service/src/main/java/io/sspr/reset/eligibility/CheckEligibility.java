package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether an account may reset its password, by checks in a fixed order: the first that fails gives the one code shown. Source: R-CHK-03 … R-CHK-11. */
@ApplicationScoped
public class CheckEligibility {

    /** Asked again when the password is submitted, since settings may have changed in the meantime. Source: R-CHK-20. */
    private static final List<EligibilityCheck> AT_ANY_TIME = List.of(
            new AdministratorsMayNotReset(), // R-CHK-03 → 13
            new SwitchedOffForTenant(), //      R-CHK-04 → 9
            new NoUsablePolicy(), //            R-CHK-05 → 11
            new OutsideScope(), //              R-CHK-06 → 13
            new NotLicensed(), //               R-CHK-07 → 12
            new TooFewMethods(), //             R-CHK-08 → 14
            new WritebackSwitchedOff()); //     R-CHK-09 → 10

    /** Asked at the beginning only: at submit the agent's own answer tells. */
    private static final List<EligibilityCheck> AT_BEGIN =
            List.of(new AgentUnreachable(), new AgentMisconfigured()); // R-CHK-10 → 30, R-CHK-11 → 29

    private final Groups groups;
    private final AgentStatuses agents;

    CheckEligibility(Groups groups, AgentStatuses agents) {
        this.groups = groups;
        this.agents = agents;
    }

    /**
     * Why an account may not reset.
     *
     * @param reason the name of the check that failed, for the administrator
     */
    public record Ineligible(SsprCode code, String reason) {}

    /** Empty if the account may begin a reset now. */
    public Optional<Ineligible> atBegin(Tenant tenant, Account account) {
        return firstFailing(candidate(tenant, account));
    }

    /** Empty if the account, which was eligible when its session began, still is. */
    public Optional<Ineligible> atSubmit(Tenant tenant, Account account) {
        return firstFailing(AT_ANY_TIME.stream(), candidate(tenant, account));
    }

    static Optional<Ineligible> firstFailing(Candidate candidate) {
        return firstFailing(Stream.concat(AT_ANY_TIME.stream(), AT_BEGIN.stream()), candidate);
    }

    private static Optional<Ineligible> firstFailing(Stream<EligibilityCheck> checks, Candidate candidate) {
        return checks.filter(check -> check.fails(candidate))
                .findFirst()
                .map(check -> new Ineligible(check.code(), check.reason()));
    }

    private Candidate candidate(Tenant tenant, Account account) {
        Optional<String> group = tenant.policy().ssprGroupId();
        return new Candidate(
                tenant,
                account,
                group.filter(id -> groups.exists(tenant.id(), id)).isPresent(),
                group.filter(id -> groups.isMember(account, id)).isPresent(),
                Stream.concat(account.licences(), groups.licencesOf(account)).collect(Collectors.toSet()),
                RequiredGates.of(account, tenant.policy()),
                agents.reachability(tenant.id()));
    }
}
