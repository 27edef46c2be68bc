package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Asked of whoever wants to register: contact data is what they come to bring. */
    private static final List<EligibilityCheck> AT_REGISTRATION = List.of(
            new AdministratorsMayNotReset(), // R-ADM-08
            new SwitchedOffForTenant(), //      R-REG-02
            new OutsideScope(), //              R-REG-02
            new NotLicensed()); //              R-REG-03

    private final Groups groups;
    private final AgentStatuses agents;
    private final OfferMethods offerMethods;

    CheckEligibility(Groups groups, AgentStatuses agents, OfferMethods offerMethods) {
        this.groups = groups;
        this.agents = agents;
        this.offerMethods = offerMethods;
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

    /** Empty if the account may register what it will prove itself with. Source: R-REG-02, R-REG-03, R-ADM-08. */
    public Optional<Ineligible> atRegistration(Tenant tenant, Account account) {
        return firstFailing(AT_REGISTRATION.stream(), candidate(tenant, account));
    }

    /** What somebody is told who named no account of a tenant that leads on such people: as much as a licensed user in scope would be. */
    public Optional<Ineligible> ofDecoy(Tenant tenant, Account decoy) {
        boolean groupExists = tenant.policy()
                .scopeGroup()
                .filter(id -> groups.exists(tenant.id(), id))
                .isPresent();
        return firstFailing(new Candidate(
                tenant,
                decoy,
                groupExists,
                groupExists,
                Set.of(Licence.ENTRA_P1),
                offerMethods.gates(tenant, decoy),
                agents.reachability(tenant.id())));
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
        Optional<String> group = tenant.policy().scopeGroup();
        return new Candidate(
                tenant,
                account,
                group.filter(id -> groups.exists(tenant.id(), id)).isPresent(),
                group.filter(id -> groups.isMember(account, id)).isPresent(),
                Stream.concat(account.licences(), groups.licencesOf(account)).collect(Collectors.toSet()),
                offerMethods.gates(tenant, account),
                agents.reachability(tenant.id()));
    }
}
