package io.sspr.reset.password;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.SessionAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Judges a password while it is typed, as it will be judged once it is submitted. Only for accounts that the cloud alone masters: what a directory
 * on-premises demands, nobody here knows. Nothing is stored and nothing counted. Source: R-FLW-09, R-CLD-08.
 */
@ApplicationScoped
class RatePassword {
    private final Tenants tenants;
    private final SessionAccounts sessionAccounts;
    private final JudgePassword judgePassword;

    RatePassword(Tenants tenants, SessionAccounts sessionAccounts, JudgePassword judgePassword) {
        this.tenants = tenants;
        this.sessionAccounts = sessionAccounts;
        this.judgePassword = judgePassword;
    }

    /** Empty for accounts whose rules are not ours. */
    @Transactional
    Optional<Rating> rate(ResetSession session, Secret password) {
        Account account = sessionAccounts.of(session);
        return account.kind() == AccountKind.CLOUD_ONLY
                ? Optional.of(Rating.of(
                        password, judgePassword.judge(tenants.findById(session.tenantId()), account, password)))
                : Optional.empty();
    }
}
