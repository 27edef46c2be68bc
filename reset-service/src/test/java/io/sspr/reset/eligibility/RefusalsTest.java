package io.sspr.reset.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The eight ends, each from a situation that an administrator would recognise. */
class RefusalsTest {
    private final Situation situation = new Situation();

    @Test
    void resetThatIsOffIs9_R_ERR_09_R_FLW_05() {
        situation.scope = Scope.NONE;

        assertThat(number()).contains(9);
    }

    @Test
    void writebackThatIsOffIs10_R_ERR_10_R_WB_05() {
        situation.writeback = false;

        assertThat(number()).contains(10);
    }

    @Test
    void groupThatWasNeverChosenIs11_R_ERR_11() {
        situation.scope = Scope.SELECTED;
        situation.scopeGroupExists = false;
        situation.inScopeGroup = false;

        assertThat(number()).contains(11);
    }

    @Test
    void officePlanForAPasswordOnPremisesIs12_R_ERR_12_R_LIC_03() {
        situation.kind = AccountKind.FEDERATED;
        situation.licences = Set.of(Licence.OFFICE_365_E3);

        assertThat(number()).contains(12);
    }

    @Test
    void userOutsideTheGroupIs13_R_ERR_13() {
        situation.scope = Scope.SELECTED;
        situation.inScopeGroup = false;

        assertThat(number()).contains(13);
    }

    @Test
    void nothingToVerifyWithIs14_R_ERR_14() {
        situation.with(Wrong.TOO_FEW_METHODS);

        assertThat(number()).contains(14);
    }

    @Test
    void agentThatSaysItIsMisconfiguredIs29_R_ERR_29() {
        situation.agent = AgentReachability.MISCONFIGURED;

        assertThat(number()).contains(29);
    }

    @Test
    void agentThatIsSilentIs30_R_ERR_30() {
        situation.agent = AgentReachability.UNREACHABLE;

        assertThat(number()).contains(30);
    }

    private Optional<Integer> number() {
        return situation.code().map(SsprCode::number);
    }
}
