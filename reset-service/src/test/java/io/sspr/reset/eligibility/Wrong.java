package io.sspr.reset.eligibility;

import static io.sspr.contract.SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;
import static io.sspr.contract.SsprCode.ON_PREMISES_CONNECTIVITY_ERROR;
import static io.sspr.contract.SsprCode.SSPR_NOT_ENABLED_IN_USER_POLICY;
import static io.sspr.contract.SsprCode.TENANT_SSPR_FLAG_DISABLED;
import static io.sspr.contract.SsprCode.USER_NOT_LICENSED;
import static io.sspr.contract.SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
import static io.sspr.contract.SsprCode.USER_NOT_PROPERLY_CONFIGURED;
import static io.sspr.contract.SsprCode.WRITEBACK_NOT_ENABLED;

import io.sspr.contract.SsprCode;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import java.util.List;
import java.util.Set;

/** One thing that is wrong, and nothing else; in the order in which the checks are asked. */
enum Wrong {
    SWITCHED_OFF(TENANT_SSPR_FLAG_DISABLED, "SwitchedOffForTenant") { // R-CHK-04
        @Override
        void in(Situation situation) {
            situation.scope = Scope.NONE;
        }
    },
    NO_POLICY(SSPR_NOT_ENABLED_IN_USER_POLICY, "NoUsablePolicy") { // R-CHK-05
        @Override
        void in(Situation situation) {
            situation.methodsRequired = 2;
        }
    },
    OUTSIDE_SCOPE(USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP, "OutsideScope") { // R-CHK-06
        @Override
        void in(Situation situation) {
            situation.scope = Scope.SELECTED;
            situation.inScopeGroup = false;
        }
    },
    UNLICENSED(USER_NOT_LICENSED, "NotLicensed") { // R-CHK-07
        @Override
        void in(Situation situation) {
            situation.licences = Set.of();
        }
    },
    TOO_FEW_METHODS(USER_NOT_PROPERLY_CONFIGURED, "TooFewMethods") { // R-CHK-08
        @Override
        void in(Situation situation) {
            situation.gates = new RequiredGates(1, List.of());
        }
    },
    WRITEBACK_OFF(WRITEBACK_NOT_ENABLED, "WritebackSwitchedOff") { // R-CHK-09
        @Override
        void in(Situation situation) {
            situation.writeback = false;
        }
    },
    AGENT_UNREACHABLE(ON_PREMISES_CONNECTIVITY_ERROR, "AgentUnreachable") { // R-CHK-10
        @Override
        void in(Situation situation) {
            situation.agent = AgentReachability.UNREACHABLE;
        }
    },
    AGENT_MISCONFIGURED(ON_PREMISES_ADMIN_ACTION_REQUIRED, "AgentMisconfigured") { // R-CHK-11
        @Override
        void in(Situation situation) {
            situation.agent = AgentReachability.MISCONFIGURED;
        }
    };

    final SsprCode code;
    final String reason;

    Wrong(SsprCode code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    abstract void in(Situation situation);
}
