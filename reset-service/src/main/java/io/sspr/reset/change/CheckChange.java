package io.sspr.reset.change;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.writeback.ReachAgent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a password that is mastered on-premises can be replaced from here, by its user or by an administrator: licence first, then the
 * switch for writeback, then the agent. A password that the cloud masters may always be changed, with any licence or none. Source: R-LIC-02, R-LIC-03, R-WB-05, R-CHK-09 … R-CHK-11.
 */
@ApplicationScoped
public class CheckChange {
    private final Groups groups;
    private final ReachAgent reachAgent;

    CheckChange(Groups groups, ReachAgent reachAgent) {
        this.groups = groups;
        this.reachAgent = reachAgent;
    }

    /** Why it cannot; empty if it can. */
    @Transactional
    public Optional<SsprCode> obstacle(Tenant tenant, Account account) {
        if (Stream.concat(account.licences(), groups.licencesOf(account)).noneMatch(Licence::allowsWriteback)) {
            return Optional.of(SsprCode.USER_NOT_LICENSED);
        }
        if (!tenant.policy().writebackEnabled()) {
            return Optional.of(SsprCode.WRITEBACK_NOT_ENABLED);
        }
        return reachAgent.obstacle(tenant);
    }
}
