package io.sspr.reset.writeback;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Tells, from what is known already, whether a tenant's agent can be asked anything. */
@ApplicationScoped
public class ReachAgent {
    private final AgentStatuses agents;

    ReachAgent(AgentStatuses agents) {
        this.agents = agents;
    }

    /** Why not: not onboarded (10), not heard of lately (30), or badly configured (29); empty if it can. Source: R-CHK-09 … R-CHK-11. */
    @Transactional
    public Optional<SsprCode> obstacle(Tenant tenant) {
        return switch (agents.reachability(tenant.id())) {
            case READY -> Optional.empty();
            case MISCONFIGURED -> Optional.of(SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED);
            case UNREACHABLE -> Optional.of(SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
            case NOT_ONBOARDED -> Optional.of(SsprCode.WRITEBACK_NOT_ENABLED);
        };
    }
}
