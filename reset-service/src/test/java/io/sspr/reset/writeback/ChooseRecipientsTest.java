package io.sspr.reset.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestDirectory.AccountBuilder;
import io.sspr.reset.policy.TestPolicy;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooseRecipientsTest {
    private static final Account ALICE = TestDirectory.account()
            .mail("alice@contoso.example")
            .alternateEmail(TestDirectory.MAIL)
            .build();
    private static final Account GINA = administrator(Role.GLOBAL_ADMINISTRATOR)
            .mail("gina@contoso.example")
            .build();
    private static final Account HELEN = administrator("Helpdesk Administrator")
            .mail("helen@contoso.example")
            .preferredLanguage("ja")
            .build();
    private static final Account UNREACHABLE =
            administrator(Role.GLOBAL_ADMINISTRATOR).mail(" ").build();

    @Test
    void userIsToldAtPrimaryAndAlternateAddress_R_NTF_01_R_CFG_14() {
        assertThat(told("{}", ALICE))
                .containsExactly(
                        new Notice(Audience.USER, "alice@contoso.example", "en"),
                        new Notice(Audience.USER, TestDirectory.MAIL, "en"));
    }

    @Test
    void userWithoutAddressIsToldUnderTheUserName_R_NTF_01() {
        assertThat(told("{}", TestDirectory.account().build()))
                .containsExactly(new Notice(Audience.USER, "alice@contoso.example", "en"));
    }

    @Test
    void nobodyIsToldIfTheTenantWantsSo_R_CFG_14() {
        assertThat(told("{'notifyUserOnReset': false}", ALICE)).isEmpty();
    }

    @Test
    void otherAdministratorsAreToldOfAnAdministratorsReset_R_NTF_02_R_CFG_15() {
        assertThat(told("{'notifyUserOnReset': false, 'notifyAllAdminsOnAdminReset': true}", GINA))
                .containsExactly(new Notice(Audience.ADMINISTRATOR, "helen@contoso.example", "ja"));
    }

    @Test
    void administratorsAreNotToldOfAUsersReset_R_NTF_02_R_CFG_15() {
        assertThat(told("{'notifyUserOnReset': false, 'notifyAllAdminsOnAdminReset': true}", ALICE))
                .isEmpty();
    }

    @Test
    void administratorsAreNotToldUnlessTheTenantWantsIt_R_CFG_15() {
        assertThat(told("{'notifyUserOnReset': false}", GINA)).isEmpty();
    }

    @Test
    void globalAdministratorsAloneCanBeMeant_R_NTF_02() {
        String settings = "{'notifyUserOnReset': false, 'notifyAllAdminsOnAdminReset': true,"
                + " 'adminNotificationAudience': 'GLOBAL_ADMINS'}";

        assertThat(told(settings, HELEN))
                .containsExactly(new Notice(Audience.ADMINISTRATOR, "gina@contoso.example", "en"));
        assertThat(told(settings, GINA)).isEmpty();
    }

    @Test
    void everybodyIsToldInTheirOwnLanguage_R_NTF_01_R_FLW_02() {
        assertThat(told("{}", TestDirectory.account().preferredLanguage("ja").build()))
                .extracting(Notice::language)
                .containsExactly("ja");
    }

    private static List<Notice> told(String settings, Account account) {
        Tenant tenant = TestDirectory.tenant(TestPolicy.of(settings));
        return new ChooseRecipients(new OneTenant(tenant), new Colleagues()).of(account, "en");
    }

    private static AccountBuilder administrator(String role) {
        return TestDirectory.account().roles(role);
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        private final Tenant tenant;

        private OneTenant(Tenant tenant) {
            this.tenant = tenant;
        }

        @Override
        public Tenant findById(String id) {
            return tenant;
        }
    }

    @Vetoed
    private static final class Colleagues extends Accounts {
        @Override
        public List<Account> otherAdministrators(Account administrator) {
            return List.of(GINA, HELEN, UNREACHABLE).stream()
                    .filter(other -> other != administrator)
                    .toList();
        }
    }
}
