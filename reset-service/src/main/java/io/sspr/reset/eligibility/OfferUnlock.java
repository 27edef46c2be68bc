package io.sspr.reset.eligibility;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides whether an account can be unlocked on-premises and keep its password. Source: R-FLW-06, R-WB-30, R-WB-33. */
@ApplicationScoped
public class OfferUnlock {
    private final AgentStatuses agents;

    OfferUnlock(AgentStatuses agents) {
        this.agents = agents;
    }

    public boolean isOffered(Tenant tenant, Account account) {
        return account.kind().isManagedOnPremises()
                && tenant.policy().allowUnlockWithoutReset()
                && tenant.policy().writebackEnabled()
                && agents.reachability(tenant.id()) == AgentReachability.READY;
    }
}
