package io.sspr.reset.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferUnlockTest {
    private static final Tenant WILLING =
            TestDirectory.tenant(TestDirectory.policy().unlockAllowed().build());

    @ParameterizedTest
    @EnumSource
    void isForPasswordsMasteredOnPremises_R_WB_30_R_FLW_06(AccountKind kind) {
        assertThat(isOffered(WILLING, kind, AgentReachability.READY)).isEqualTo(kind != AccountKind.CLOUD_ONLY);
    }

    @Test
    void isTheTenantsChoice_R_WB_33_R_CFG_18() {
        Tenant unwilling = TestDirectory.tenant(TestDirectory.policy().build());

        assertThat(isOffered(unwilling, AccountKind.PASS_THROUGH, AgentReachability.READY))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void needsAHealthyAgent_R_WB_30(AgentReachability reachability) {
        assertThat(isOffered(WILLING, AccountKind.PASS_THROUGH, reachability))
                .isEqualTo(reachability == AgentReachability.READY);
    }

    @Test
    void needsWriteback_R_WB_30() {
        Tenant off = TestDirectory.tenant(
                TestDirectory.policy().unlockAllowed().writebackOff().build());

        assertThat(isOffered(off, AccountKind.FEDERATED, AgentReachability.READY))
                .isFalse();
        assertThat(isOffered(WILLING, AccountKind.FEDERATED, AgentReachability.NOT_ONBOARDED))
                .isFalse();
    }

    private static boolean isOffered(Tenant tenant, AccountKind kind, AgentReachability reachability) {
        return new OfferUnlock(new TestAgents(reachability))
                .isOffered(tenant, TestDirectory.account().kind(kind).build());
    }
}
