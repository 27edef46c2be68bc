package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody whose password is mastered on-premises and who may reset it; the agent is either silent or misconfigured, never both. */
final class Situation {
    AccountKind kind = AccountKind.PASS_THROUGH;
    String[] roles = {};
    Scope scope = Scope.ALL;
    int methodsRequired = 1;
    Method[] methodsEnabled = {Method.EMAIL};
    boolean administratorsMayReset = true;
    boolean writeback = true;
    boolean scopeGroupExists = true;
    boolean inScopeGroup = true;
    Set<Licence> licences = Set.of(Licence.ENTRA_P1);
    RequiredGates gates = new RequiredGates(1, List.of(Method.EMAIL));
    AgentReachability agent = AgentReachability.READY;

    Situation with(Wrong... wrong) {
        Stream.of(wrong).forEach(one -> one.in(this));
        return this;
    }

    Situation administrator() {
        roles = new String[] {Role.GLOBAL_ADMINISTRATOR};
        return this;
    }

    Situation kind(AccountKind value) {
        kind = value;
        return this;
    }

    Optional<Ineligible> check() {
        TestDirectory.PolicyBuilder policy =
                TestDirectory.policy().scope(scope).group("sspr").methods(methodsRequired, methodsEnabled);
        if (!administratorsMayReset) {
            policy.administratorsMayNotReset();
        }
        if (!writeback) {
            policy.writebackOff();
        }
        return CheckEligibility.firstFailing(new Candidate(
                TestDirectory.tenant(policy.build()),
                TestDirectory.account().kind(kind).roles(roles).build(),
                scopeGroupExists,
                inScopeGroup,
                licences,
                gates,
                agent));
    }

    Optional<SsprCode> code() {
        return check().map(Ineligible::code);
    }
}
