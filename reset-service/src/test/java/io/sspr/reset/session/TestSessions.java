package io.sspr.reset.session;

import io.sspr.reset.directory.Account;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The one session of a test. */
@Vetoed
public final class TestSessions extends ResetSessions {
    public static final Instant BEGUN_AT = Instant.parse("2026-11-22T09:30:00Z");
    public static final Instant EXPIRES_AT = Instant.parse("2026-11-22T09:45:00Z");

    private final ResetSession session;

    TestSessions(ResetSession session) {
        this.session = session;
    }

    /** A session of that account. */
    public static ResetSession session(Account account, ResetState state) {
        ResetSession session = new ResetSession(UUID.randomUUID());
        session.tenantId = account.tenantId();
        session.accountId = account.id();
        session.throttleSubject = account.id().toString();
        session.supportCode = UUID.randomUUID();
        session.ipAddress = "203.0.113.7";
        session.createdAt = BEGUN_AT;
        session.expiresAt = EXPIRES_AT;
        session.gatesRequired = 2;
        session.moveTo(state);
        return session;
    }

    /** Everybody's sessions are that account's. */
    public static SessionAccounts owner(Account account) {
        return new Owner(account);
    }

    @Override
    public Optional<ResetSession> lock(UUID id) {
        return Optional.of(session);
    }

    @Vetoed
    private static final class Owner extends SessionAccounts {
        private final Account account;

        private Owner(Account account) {
            super(null);
            this.account = account;
        }

        @Override
        public Account of(ResetSession session) {
            return account;
        }
    }
}
