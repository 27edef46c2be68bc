package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.signin.TestLockouts;
import io.sspr.reset.throttle.LiftedBlocks;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import io.sspr.reset.writeback.TestAgentRequests;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompleteAdminResetTest {
    private final LiftedBlocks blocks = new LiftedBlocks();
    private final RememberedReports reports = new RememberedReports();

    @Test
    void theCloudTakesTheHashOverOnceTheAgentHasSetThePassword_R_WB_02() {
        Account account = account(AccountKind.PASSWORD_HASH_SYNC);

        complete(account).on(TestAgentRequests.done(request(account, true)));

        assertThat(account.passwordHash()).contains("hash of the new one");
        assertThat(account.passwordSetAt()).contains(Cast.NOW);
        assertThat(blocks.accounts()).containsExactly(account);
        assertThat(reports.told()).containsExactly("reset by " + Cast.HELEN.id());
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD_HASH_SYNC, true", "PASS_THROUGH, false", "FEDERATED, false"})
    void theCloudAsksForAnotherPasswordWhereItChecksPasswords_R_WB_45(AccountKind kind, boolean asks) {
        Account account = account(kind);

        complete(account).on(TestAgentRequests.done(request(account, true)));

        assertThat(account.mustChangePassword()).isEqualTo(asks);
    }

    @Test
    void theCloudAsksForNoOtherPasswordIfTheAdministratorDoesNotWantIt_R_WB_45() {
        Account account = account(AccountKind.PASSWORD_HASH_SYNC);
        account.requirePasswordChange();

        complete(account).on(TestAgentRequests.done(request(account, false)));

        assertThat(account.mustChangePassword()).isFalse();
    }

    @Test
    void aRefusalLeavesEverythingAsItWas_R_EVT_31011() {
        Account account = account(AccountKind.PASSWORD_HASH_SYNC);

        complete(account)
                .on(TestAgentRequests.refused(request(account, true), WritebackVerdict.PROTECTED_ACCOUNT, Map.of()));

        assertThat(account.passwordHash()).contains("hash of the former one");
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(blocks.accounts()).isEmpty();
        assertThat(reports.told()).containsExactly("PROTECTED_ACCOUNT");
    }

    @Test
    void aLateAnswerDoesNotReplaceANewerPassword_R_WB_31f() {
        Account account = account(AccountKind.PASSWORD_HASH_SYNC);
        AgentRequest request = request(account, true);
        account.passwordWasSet(request.requestedAt().plus(Duration.ofMillis(1)));

        complete(account).on(TestAgentRequests.done(request));

        assertThat(account.passwordHash()).contains("hash of the former one");
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(reports.told()).containsExactly("reset by " + Cast.HELEN.id());
    }

    @ParameterizedTest
    @EnumSource(names = "RESET_BY_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void whatUsersAskAgentsForIsNotItsBusiness_R_CHG_01(Operation operation) {
        Account account = account(AccountKind.PASSWORD_HASH_SYNC);
        AgentRequest request = TestAgentRequests.asked(request(account, true), operation);

        complete(account).on(TestAgentRequests.done(request));

        assertThat(account.passwordHash()).contains("hash of the former one");
        assertThat(reports.told()).isEmpty();
    }

    private CompleteAdminReset complete(Account account) {
        return new CompleteAdminReset(
                new OneAccount(account), new ApplyAdminReset(new TestLockouts().lockout, blocks, Cast.CLOCK), reports);
    }

    private static AgentRequest request(Account account, boolean mustChange) {
        String pendingHash = account.kind().isHeldInCloud() ? "hash of the new one" : null;
        return TestAgentRequests.reset(
                account, new OnBehalf(Cast.HELEN.id(), mustChange), pendingHash, Cast.NOW.minusSeconds(1));
    }

    private static Account account(AccountKind kind) {
        Account account = TestDirectory.account().kind(kind).build();
        account.changePasswordHash("hash of the former one");
        return account;
    }
}
