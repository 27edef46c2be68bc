package io.sspr.reset.signin;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.outbox.Outbox;
import io.sspr.reset.key.ResetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops whoever guesses passwords. An attempt counts as failed from its beginning until it is known to be better, so that of any number of attempts at
 * once, on whatever replica, no more are judged than the threshold allows; nothing is locked while a password is being checked. Names that lead to no
 * account are counted in the same way. Source: R-LOK-01 … R-LOK-05.
 */
@ApplicationScoped
public class SmartLockout {
    private final SignInLockouts lockouts;
    private final Outbox outbox;
    private final Key codeKey;
    private final Clock clock;

    @Inject
    SmartLockout(SignInLockouts lockouts, Outbox outbox, ResetKeys keys, Clock clock) {
        this(lockouts, outbox, keys.code(), clock);
    }

    SmartLockout(SignInLockouts lockouts, Outbox outbox, Key codeKey, Clock clock) {
        this.lockouts = lockouts;
        this.outbox = outbox;
        this.codeKey = codeKey;
        this.clock = clock;
    }

    /**
     * An attempt to prove who one is by a password.
     *
     * @param mark of the password; null if it is not to be remembered
     * @param isRefused whether sign-in is locked, and the password must not be looked at
     * @param isCounted whether it counts as a failure until {@link #succeeded} or {@link #undecided}
     * @param lockedUntil the end of the lock that refuses it, or that it set; null if there is none
     */
    public record Attempt(Claimant claimant, String mark, boolean isRefused, boolean isCounted, Instant lockedUntil) {}

    /** Begins an attempt, which ends with one of the next three, unless it is refused. */
    @Transactional
    public Attempt begin(Claimant claimant, Secret password) {
        // No finer than the database keeps it: undecided() looks for the lock that this attempt set.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LockoutState state = lockouts.lock(claimant.subject(), now);
        if (state.isLockedAt(now)) {
            return new Attempt(claimant, null, true, false, state.lockedUntil());
        }
        String mark = claimant.rememberable(password)
                .map(secret -> BadPasswordMark.of(secret, claimant.subject(), codeKey))
                .orElse(null);
        if (state.isRepetition(mark)) {
            return new Attempt(claimant, mark, false, false, null);
        }
        LockoutState next = state.next(LockoutRules.of(claimant.tenant()), now);
        lockouts.store(claimant.subject(), next);
        return new Attempt(claimant, mark, false, true, next.lockedUntil());
    }

    /** The password was right. */
    @Transactional
    public void succeeded(Attempt attempt) {
        lockouts.clear(attempt.claimant().subject());
    }

    /** The password was wrong. */
    @Transactional
    public void failed(Attempt attempt) {
        String subject = attempt.claimant().subject();
        Instant now = clock.instant();
        LockoutState state = lockouts.lock(subject, now);
        if (attempt.mark() != null) {
            lockouts.store(subject, state.remembering(attempt.mark()));
        }
        if (attempt.lockedUntil() != null && attempt.claimant().isKnown()) {
            SignInLockedOut fact =
                    new SignInLockedOut(attempt.claimant().user(), state.failures(), attempt.lockedUntil());
            outbox.add(attempt.claimant().message(now, fact));
        }
    }

    /** Nobody could say whether the password was right. */
    @Transactional
    public void undecided(Attempt attempt) {
        if (attempt.isCounted()) {
            String subject = attempt.claimant().subject();
            lockouts.store(subject, lockouts.lock(subject, clock.instant()).takenBack(attempt.lockedUntil()));
        }
    }

    /** Until when nobody can sign in to an account; empty if it is not locked. */
    @Transactional
    public Optional<Instant> lockedUntil(UUID account) {
        return lockouts.lockedUntil(Claimant.subjectOf(account))
                .filter(end -> clock.instant().isBefore(end));
    }

    /** Ends an account's lock and forgets its failures: the user proved who they are by other means. Source: R-LOK-05. */
    @Transactional
    public void clear(UUID account) {
        lockouts.clear(Claimant.subjectOf(account));
    }
}
