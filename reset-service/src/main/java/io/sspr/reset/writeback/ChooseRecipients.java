package io.sspr.reset.writeback;

import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.policy.TenantPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides who is told that a password changed: its user and, if it is an administrator's and the tenant wants it, other administrators. Source: R-NTF-01, R-NTF-02. */
@ApplicationScoped
public class ChooseRecipients {
    private final Tenants tenants;
    private final Accounts accounts;

    ChooseRecipients(Tenants tenants, Accounts accounts) {
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /** @param language for those who have no preference */
    public List<Notice> of(Account account, String language) {
        TenantPolicy policy = tenants.findById(account.tenantId()).policy();
        List<Notice> notices = new ArrayList<>();
        if (policy.notifyUserOnReset()) {
            String own = account.preferredLanguage().orElse(language);
            account.noticeAddresses().forEach(address -> notices.add(new Notice(Audience.USER, address, own)));
        }
        if (account.isAdministrator() && policy.notifyAllAdminsOnAdminReset()) {
            accounts.otherAdministrators(account).stream()
                    .filter(other -> isMeant(other, policy.adminNotificationAudience()))
                    .flatMap(other -> notice(other, language))
                    .forEach(notices::add);
        }
        return notices;
    }

    private static boolean isMeant(Account administrator, TenantPolicy.Audience audience) {
        return switch (audience) {
            case ALL_ADMINS -> true;
            case GLOBAL_ADMINS -> administrator.roles().contains(Role.GLOBAL_ADMINISTRATOR);
        };
    }

    private static Stream<Notice> notice(Account administrator, String language) {
        String own = administrator.preferredLanguage().orElse(language);
        return administrator.primaryMail().map(mail -> new Notice(Audience.ADMINISTRATOR, mail, own)).stream();
    }
}
