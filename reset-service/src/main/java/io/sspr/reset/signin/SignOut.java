package io.sspr.reset.signin;

import io.sspr.reset.directory.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes all access tokens of a user worthless, on every device. Source: R-FLW-12. */
@ApplicationScoped
class SignOut {
    private final Accounts accounts;
    private final Clock clock;

    SignOut(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    void signOut(Caller caller) {
        accounts.findById(caller.accountId(), LockModeType.PESSIMISTIC_WRITE).revokeTokens(clock.instant());
    }
}
