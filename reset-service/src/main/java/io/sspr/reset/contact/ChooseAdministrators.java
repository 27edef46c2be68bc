package io.sspr.reset.contact;

import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides who is asked to help: those of one role only, the first that anybody holds who can be reached, and no more than a hundred. Whoever asks for
 * help is not asked to help. Source: R-ACT-05, R-HLP-03, R-HLP-04.
 */
@ApplicationScoped
class ChooseAdministrators {
    private static final List<String> ROLES =
            List.of(Role.PASSWORD_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.GLOBAL_ADMINISTRATOR);
    private static final int MOST = 100;

    private final Accounts accounts;

    ChooseAdministrators(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * One mail each, in the order of their user principal names.
     *
     * @param language for those who have no preference
     */
    List<Notice> of(Account user, String language) {
        return ROLES.stream()
                .map(role -> accounts.reachableHolders(user, role, MOST))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .flatMap(holder -> notice(holder, language))
                .toList();
    }

    private static Stream<Notice> notice(Account holder, String language) {
        String own = holder.preferredLanguage().orElse(language);
        return holder.primaryMail().map(mail -> new Notice(Audience.ADMINISTRATOR, mail, own)).stream();
    }
}
