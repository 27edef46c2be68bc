package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TestPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindAccountTest {
    private static final TenantPolicy BY_NAME = TenantPolicy.DEFAULT;
    private static final TenantPolicy BY_MAIL = TestPolicy.of("{'alternateLoginId': {'enabled': true}}");

    private final TestAccounts accounts = new TestAccounts();

    @ParameterizedTest
    @ValueSource(strings = {"alice@contoso.example", "ALICE@contoso.example", "Alice@Contoso.Example"})
    void userPrincipalNameLeadsToItsAccountInAnyCase_R_UID_02(String name) {
        Account alice = accounts.add(TestDirectory.account().build());

        assertThat(find(BY_NAME, name)).isEqualTo(usable(alice));
    }

    @Test
    void mailAddressLeadsToItsAccountWhereTheTenantAllowsIt_R_UID_02_R_CFG_19() {
        Account alice = accounts.add(TestDirectory.account().build(), "SMTP:alice.liddell@contoso.example");

        assertThat(find(BY_MAIL, "Alice.Liddell@contoso.example")).isEqualTo(usable(alice));
    }

    @Test
    void everyAddressCountsNotOnlyThePrimaryOne_R_UID_02() {
        Account alice = accounts.add(
                TestDirectory.account().build(), "SMTP:alice@contoso.example", "smtp:a.liddell@contoso.example");

        assertThat(find(BY_MAIL, "a.liddell@contoso.example")).isEqualTo(usable(alice));
    }

    @Test
    void userPrincipalNameWinsOverSomebodyElsesAddress_R_UID_02() {
        Account alice = accounts.add(TestDirectory.account().build());
        accounts.add(TestDirectory.account().named("bob@contoso.example").build(), "smtp:alice@contoso.example");

        assertThat(find(BY_MAIL, "alice@contoso.example")).isEqualTo(usable(alice));
    }

    @Test
    void mailAddressIsNoNameWhereTheTenantDoesNotAllowIt_R_UID_03_R_CFG_19() {
        Account alice = accounts.add(TestDirectory.account().build(), "SMTP:alice.liddell@contoso.example");

        assertThat(find(BY_NAME, "alice.liddell@contoso.example"))
                .isEqualTo(unusable(alice, Cause.ALTERNATE_ID_NOT_ENABLED));
    }

    @ParameterizedTest
    @EnumSource
    void mailAddressIsNoNameOfFederatedUsers_R_UID_04(AccountKind kind) {
        Account alice = accounts.add(TestDirectory.account().kind(kind).build(), "SMTP:alice.liddell@contoso.example");

        assertThat(find(BY_MAIL, "alice.liddell@contoso.example"))
                .isEqualTo(
                        kind == AccountKind.FEDERATED ? unusable(alice, Cause.ALTERNATE_ID_FEDERATED) : usable(alice));
    }

    @Test
    void federatedUsersHaveTheirUserPrincipalName_R_UID_04() {
        Account alice =
                accounts.add(TestDirectory.account().kind(AccountKind.FEDERATED).build());

        assertThat(find(BY_MAIL, "alice@contoso.example")).isEqualTo(usable(alice));
    }

    @Test
    void addressOfTwoUsersLeadsToNeither_R_UID_05() {
        accounts.add(TestDirectory.account().build(), "smtp:info@contoso.example");
        accounts.add(TestDirectory.account().named("bob@contoso.example").build(), "smtp:info@contoso.example");

        assertThat(find(BY_MAIL, "info@contoso.example"))
                .isEqualTo(new Found(Optional.empty(), Optional.of(Cause.AMBIGUOUS_ADDRESS)));
    }

    @Test
    void nameThatNobodyHasLeadsNowhere_R_CHK_01() {
        assertThat(find(BY_MAIL, "nobody@contoso.example"))
                .isEqualTo(new Found(Optional.empty(), Optional.of(Cause.UNKNOWN)));
    }

    @Test
    void disabledAccountIsFoundAndMayNotBeUsed_R_CHK_01() {
        Account alice = accounts.add(TestDirectory.account().disabled().build(), "smtp:a@contoso.example");

        assertThat(find(BY_MAIL, "alice@contoso.example")).isEqualTo(unusable(alice, Cause.SIGN_IN_DISABLED));
        assertThat(find(BY_MAIL, "a@contoso.example")).isEqualTo(unusable(alice, Cause.SIGN_IN_DISABLED));
    }

    @Test
    void guestIsFoundAndMayNotReset_R_ACT_07_R_CHK_01() {
        Account guest = accounts.add(TestDirectory.account().guest().build());

        assertThat(find(BY_NAME, "alice@contoso.example")).isEqualTo(unusable(guest, Cause.GUEST));
    }

    @Test
    void whoMayNotGoByThatNameIsNotNamedByIt_R_UID_03_R_UID_04() {
        Account alice = TestDirectory.account().build();

        assertThat(usable(alice).named()).contains(alice);
        assertThat(unusable(alice, Cause.GUEST).named()).contains(alice);
        assertThat(unusable(alice, Cause.ALTERNATE_ID_NOT_ENABLED).named()).isEmpty();
        assertThat(unusable(alice, Cause.ALTERNATE_ID_FEDERATED).named()).isEmpty();
    }

    @Test
    void asksTheSameOfTheDatabaseWhateverTheNameIs_R_ERR_91() {
        accounts.add(TestDirectory.account().build());

        find(BY_NAME, "alice@contoso.example");
        List<String> whenFound = List.copyOf(accounts.asked);
        accounts.asked.clear();
        find(BY_NAME, "nobody@contoso.example");

        assertThat(accounts.asked).isEqualTo(whenFound).hasSize(2);
    }

    private Found find(TenantPolicy policy, String name) {
        return new FindAccount(accounts).find(TestDirectory.tenant(policy), name);
    }

    private static Found usable(Account account) {
        return new Found(Optional.of(account), Optional.empty());
    }

    private static Found unusable(Account account, Cause why) {
        return new Found(Optional.of(account), Optional.of(why));
    }

    private static final class TestAccounts extends Accounts {
        private final List<Account> rows = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        private Account add(Account account, String... proxyAddresses) {
            account.proxyAddresses = List.of(proxyAddresses);
            rows.add(account);
            return account;
        }

        @Override
        public Optional<Account> named(String userPrincipalName) {
            asked.add("name");
            return rows.stream()
                    .filter(row -> row.userPrincipalName.equalsIgnoreCase(userPrincipalName))
                    .findFirst();
        }

        @Override
        List<Account> withAddress(String tenant, String address) {
            asked.add("address");
            return rows.stream()
                    .filter(row -> row.tenantId.equals(tenant)
                            && row.proxyAddresses.stream().anyMatch(("smtp:" + address)::equalsIgnoreCase))
                    .toList();
        }
    }
}
