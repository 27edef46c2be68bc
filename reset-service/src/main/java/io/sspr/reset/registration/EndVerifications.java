package io.sspr.reset.registration;

import io.quarkus.scheduler.Scheduled;
import io.sspr.contract.Message;
import io.sspr.contract.registration.Purpose;
import io.sspr.contract.registration.RegistrationUnfinished;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Ends verifications whose user let the time run out, and forgets old ones. Source: R-REG-15, R-AUD-26. */
@ApplicationScoped
class EndVerifications {
    /** A reply on the phone may be on its way. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Verifications verifications;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    EndVerifications(Verifications verifications, Accounts accounts, Outbox outbox, Clock clock) {
        this.verifications = verifications;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void endOverdue() {
        Instant now = clock.instant();
        verifications.openAfterExpiry(now.minus(GRACE)).forEach(verification -> end(verification, now));
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        verifications.forget(clock.instant().minus(REMEMBERED));
    }

    private void end(Verification verification, Instant now) {
        if (!verifications.expire(verification.id) || verification.purpose == Purpose.PROVE) {
            return;
        }
        Account account = accounts.findById(verification.accountId);
        outbox.add(new Message<>(
                UUID.randomUUID(),
                now,
                "/reset-service",
                account.tenantId(),
                account.id().toString(),
                verification.signIn,
                new RegistrationUnfinished(account.person(null), verification.method.name())));
    }
}
