package io.sspr.reset.eligibility;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.writeback.AgentReachability;
import java.util.Set;

/**
 * All that the checks look at, read once.
 *
 * @param scopeGroupExists whether the policy's group is set and still there
 * @param inScopeGroup whether the account is in it, directly or through nested groups
 * @param licences assigned directly or inherited from a group
 */
record Candidate(
        Tenant tenant,
        Account account,
        boolean scopeGroupExists,
        boolean inScopeGroup,
        Set<Licence> licences,
        RequiredGates gates,
        AgentReachability agent) {

    boolean isAdministrator() {
        return account.isAdministrator();
    }

    boolean isManagedOnPremises() {
        return account.kind().isManagedOnPremises();
    }
}
