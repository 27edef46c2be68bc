package io.sspr.reset.signin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.policy.TenantPolicy.PasswordAge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a password that the cloud masters has to be replaced. Its age counts from the day it was set, also while the account's passwords never expire:
 * when that is switched off, an old one has expired. Source: R-CLD-07, R-CFG-24, R-CHG-01.
 */
final class PasswordExpiry {
    private final boolean mustChange;
    private final Instant expiresAt;
    private final Duration notice;

    private PasswordExpiry(boolean mustChange, Instant expiresAt, Duration notice) {
        this.mustChange = mustChange;
        this.expiresAt = expiresAt;
        this.notice = notice;
    }

    static PasswordExpiry of(Account account, PasswordAge policy) {
        boolean expires =
                account.kind() == AccountKind.CLOUD_ONLY && !account.passwordNeverExpires() && policy.expiryDays() > 0;
        Instant expiresAt = account.passwordSetAt()
                .filter(setAt -> expires)
                .map(setAt -> setAt.plus(Duration.ofDays(policy.expiryDays())))
                .orElse(null);
        return new PasswordExpiry(account.mustChangePassword(), expiresAt, Duration.ofDays(policy.notifyDays()));
    }

    /** Whether the password can only be used to replace it. */
    boolean isDueAt(Instant now) {
        return mustChange || (expiresAt != null && !now.isBefore(expiresAt));
    }

    /** In how many days it will be due, a day that has begun counted whole; empty unless it is time to tell. */
    Optional<Integer> noticeAt(Instant now) {
        if (expiresAt == null || now.isBefore(expiresAt.minus(notice))) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, expiresAt);
        return Optional.of((int) left.plusDays(1).minusNanos(1).toDays());
    }
}
