package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.signin.TestLockouts;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import io.sspr.reset.writeback.TestAgentRequests;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompleteAdminUnlockTest {
    private static final int FAILURES = 7;

    private final Account account =
            TestDirectory.account().kind(AccountKind.PASSWORD_HASH_SYNC).build();
    private final TestLockouts lockouts = new TestLockouts();
    private final RememberedUnlocks reports = new RememberedUnlocks();
    private final CompleteAdminUnlock complete =
            new CompleteAdminUnlock(new OneAccount(account), lockouts.lockout, reports);

    @BeforeEach
    void lock() {
        lockouts.fail(account.id(), FAILURES);
        account.changePasswordHash("hash of the password");
    }

    @Test
    void theCloudsLockEndsWithThatOfTheDirectoryAndThePasswordStays_R_WB_34_R_LOK_05() {
        complete.on(TestAgentRequests.done(request(Operation.UNLOCK)));

        assertThat(lockouts.failures(account.id())).isZero();
        assertThat(account.passwordHash()).contains("hash of the password");
        assertThat(account.passwordSetAt()).isEmpty();
        assertThat(reports.told()).containsExactly("unlocked by " + Cast.HELEN.id());
    }

    @Test
    void aRefusalLeavesEverythingAsItWas_R_WB_34() {
        complete.on(TestAgentRequests.refused(request(Operation.UNLOCK), WritebackVerdict.PROTECTED_ACCOUNT, Map.of()));

        assertThat(lockouts.failures(account.id())).isEqualTo(FAILURES);
        assertThat(reports.told()).containsExactly("PROTECTED_ACCOUNT");
    }

    @ParameterizedTest
    @EnumSource(names = "UNLOCK", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseThatAgentsAreAskedForIsItsBusiness_R_WB_34(Operation operation) {
        complete.on(TestAgentRequests.done(request(operation)));

        assertThat(lockouts.failures(account.id())).isEqualTo(FAILURES);
        assertThat(reports.told()).isEmpty();
    }

    private AgentRequest request(Operation operation) {
        OnBehalf order = new OnBehalf(Cast.HELEN.id(), false);
        return TestAgentRequests.asked(
                TestAgentRequests.reset(account, order, null, Cast.NOW.minusSeconds(1)), operation);
    }
}
