package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.BannedPasswordsCache;
import io.sspr.reset.banned.TestBreaches;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TestPolicy;
import io.sspr.reset.problem.ProblemName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgePasswordTest {
    private static final TenantPolicy BINDING =
            TestPolicy.of("{'enforceCloudPasswordPolicyForPasswordSyncedUsers': true}");
    private static final String GOOD = "Xk7#vQ9!mZ";
    private static final String OUTSIDE_THE_CLOUDS_RULES = "あいうえおかきくけこさ";
    private static final BannedPasswordsCache BANNED = new BannedPasswordsCache();

    private JudgePassword judgePassword = new JudgePassword(BANNED, TestBreaches.none());

    @ParameterizedTest
    @EnumSource
    void acceptsAPasswordThatNothingSpeaksAgainst_R_FLW_40(AccountKind kind) {
        assertThat(judge(BINDING, kind, GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOUD_ONLY,         false, true",
        "PASSWORD_HASH_SYNC, false, false",
        "PASSWORD_HASH_SYNC, true,  true",
        "PASS_THROUGH,       true,  false",
        "FEDERATED,          true,  false"
    })
    void theCloudsRulesBindCloudOnlyUsersAndIfWantedSynchronisedOnes_R_CLD_01_R_CFG_23(
            AccountKind kind, boolean enforced, boolean binds) {
        Optional<Verdict> verdict = judge(enforced ? BINDING : TenantPolicy.DEFAULT, kind, OUTSIDE_THE_CLOUDS_RULES);

        assertThat(verdict.map(Verdict::policy)).isEqualTo(binds ? Optional.of(Policy.CLOUD) : Optional.empty());
    }

    @Test
    void onPremisesRulesDecideAloneUnlessTheCloudsAreWantedAsWell_R_ADP_10() {
        assertThat(judge(TenantPolicy.DEFAULT, AccountKind.PASSWORD_HASH_SYNC, "xkqvzjwp"))
                .isEmpty();
        assertThat(judge(BINDING, AccountKind.PASSWORD_HASH_SYNC, "xkqvzjwp"))
                .contains(new Verdict(Policy.CLOUD, ProblemName.CLOUD_POLICY_VIOLATION, List.of("CATEGORIES")));
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfTheDirectorysRules_R_CLD_08(AccountKind kind) {
        for (String password : List.of("", "a", "Alice-Liddell-1865", GOOD)) {
            assertThat(judge(BINDING, kind, password).map(Verdict::policy))
                    .isNotEqualTo(Optional.of(Policy.ON_PREMISES));
        }
    }

    @Test
    void formerPasswordMayBeUsedAgainAfterAReset_R_CLD_06() {
        Account account = TestDirectory.account().build();
        account.changePasswordHash(new PasswordHash().of(Secret.of(GOOD)));

        assertThat(judgePassword.judge(TestDirectory.tenant(TenantPolicy.DEFAULT), account, Secret.of(GOOD)))
                .isEmpty();
    }

    @Test
    void theCloudsRulesComeBeforeTheBannedTerms_R_FLW_40() {
        assertThat(judge(TenantPolicy.DEFAULT, AccountKind.CLOUD_ONLY, "Passwor"))
                .map(Verdict::policy)
                .contains(Policy.CLOUD);
    }

    @ParameterizedTest
    @EnumSource
    void bannedTermsBindEverybodyWhereverThePasswordIsMastered_R_BAN_08(AccountKind kind) {
        assertThat(judge(TenantPolicy.DEFAULT, kind, "P@$$w0rd1!")).contains(banned("GLOBAL"));
    }

    @Test
    void ownTermsCountWhileTheTenantEnforcesThem_R_BAN_01_R_CFG_21() {
        String terms = "'custom': ['flumox']";

        assertThat(judge(TestPolicy.of("{'banned': {" + terms + "}}"), AccountKind.CLOUD_ONLY, "Flum0x-1"))
                .isEmpty();
        assertThat(judge(
                        TestPolicy.of("{'banned': {'enforceCustom': true, " + terms + "}}"),
                        AccountKind.CLOUD_ONLY,
                        "Flum0x-1"))
                .contains(banned("CUSTOM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x7-@lice-9Q", "Li@dell-x7Q-Lidde11", "C0ntos0-x7Q-9Z"})
    void namesOfUserAndTenantAreRefusedHoweverLongTheRest_R_BAN_05(String password) {
        assertThat(judge(TenantPolicy.DEFAULT, AccountKind.CLOUD_ONLY, password))
                .contains(banned("NAME"));
    }

    @ParameterizedTest
    @EnumSource
    void breachedPasswordsAreRefusedIfThereIsAList_R_BAN_08(AccountKind kind, @TempDir Path folder) {
        judgePassword = new JudgePassword(BANNED, TestBreaches.of(folder, GOOD));

        assertThat(judge(TenantPolicy.DEFAULT, kind, GOOD)).contains(banned("BREACHED"));
        assertThat(judge(TenantPolicy.DEFAULT, kind, "Qv9!zX7#kM")).isEmpty();
    }

    @Test
    void namesNeitherTermNorScore_R_BAN_07() {
        Verdict verdict = judge(
                        TestPolicy.of("{'banned': {'enforceCustom': true, 'custom': ['flumox']}}"),
                        AccountKind.CLOUD_ONLY,
                        "Flum0x-1")
                .orElseThrow();

        assertThat(verdict.toString()).doesNotContainIgnoringCase("flumox").doesNotContainPattern("[0-9]");
        assertThat(verdict.problem().code()).isEqualTo("FuzzyPolicyViolationInvalidPassword");
    }

    @Test
    void directoryMayRefuseWhatTheCloudAcceptsAndTheCloudTheDirectorys_R_BAN_09() {
        assertThat(judge(TenantPolicy.DEFAULT, AccountKind.PASS_THROUGH, "xkqvz"))
                .isEmpty(); // too short for any directory
        assertThat(judge(TenantPolicy.DEFAULT, AccountKind.PASS_THROUGH, "Password1!"))
                .isPresent();
    }

    @Test
    void noAgentIsAskedToSetWhatNoDirectoryTakes_R_ADP_01() {
        String longest = GOOD + "z".repeat(256 - GOOD.length());

        assertThat(judge(TestDirectory.policy().build(), AccountKind.FEDERATED, longest))
                .isEmpty();
        assertThat(judge(TestDirectory.policy().build(), AccountKind.FEDERATED, longest + "z"))
                .map(Verdict::policy)
                .contains(Policy.ON_PREMISES);
    }

    private Optional<Verdict> judge(TenantPolicy policy, AccountKind kind, String password) {
        Account alice =
                TestDirectory.account().kind(kind).person("Alice", "Liddell").build();
        return judgePassword.judge(TestDirectory.tenant(policy), alice, Secret.of(password));
    }

    private static Verdict banned(String rule) {
        return new Verdict(Policy.BANNED, ProblemName.BANNED_PASSWORD, List.of(rule));
    }
}
