package io.sspr.agent.request;

import io.sspr.agent.directory.CheckAccount;
import io.sspr.agent.directory.DirectoryAccount;
import io.sspr.agent.directory.DirectoryException;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Proof;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.directory.Sighting;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings one password into force, once, and says truthfully whether it is. As a rule that takes three round trips: find
 * the account, look at its groups, write. Only when a write was sent and not answered, or the agent was killed in
 * between, the outcome is settled by signing in with the new password: a second write would be refused by the password
 * history, or for a current password that is none any more, and turn a success into an error. While even that gives no
 * answer it is asked again until the request expires, and only then the state is reported as unknown. Thread-safe.
 * Source: R-WB-10, R-WB-31f, R-WB-31g.
 */
@ApplicationScoped
class BringIntoForce {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    /** By how much the clocks involved may disagree. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final OnPremisesDirectory directory;
    private final CheckAccount checkAccount;
    private final Clock clock;

    /** How the directory is told the new password. */
    @FunctionalInterface
    interface Write {
        void to(DirectoryAccount account) throws DirectoryException;
    }

    /** @param refusal why the password is not in force, or why that cannot be told; empty if it is in force */
    private record Outcome(boolean isInDoubt, Optional<Refusal> refusal) {
        private static final Outcome DONE = new Outcome(false, Optional.empty());

        static Outcome refused(Refusal why) {
            return new Outcome(false, Optional.of(why));
        }

        static Outcome inDoubt(Refusal why) {
            return new Outcome(true, Optional.of(why.inUnknownState()));
        }

        /** Whether it may have been refused only because it had been done before. */
        boolean mayBeARepetition() {
            return refusal.map(Refusal::verdict)
                    .filter(verdict -> verdict == WritebackVerdict.PASSWORD_POLICY
                            || verdict == WritebackVerdict.INCORRECT_PASSWORD)
                    .isPresent();
        }
    }

    BringIntoForce(OnPremisesDirectory directory, CheckAccount checkAccount, Clock clock) {
        this.directory = directory;
        this.checkAccount = checkAccount;
        this.clock = clock;
    }

    /** Why the password is not in force; empty if it is. */
    Optional<Refusal> bring(WritebackRequest request, Secret password, Attempt attempt, Write write) {
        if (!attempt.isStarted()) {
            Outcome first = begin(request, password, attempt, write);
            if (!first.isInDoubt()) {
                return first.refusal();
            }
        }
        Outcome outcome = settle(request, password, attempt, write);
        while (outcome.isInDoubt() && !isExpired(request)) {
            pause();
            outcome = settle(request, password, attempt, write);
        }
        return outcome.refusal();
    }

    private Outcome begin(WritebackRequest request, Secret password, Attempt attempt, Write write) {
        try {
            return write(request, directory.find(request.anchor()), password, attempt, write);
        } catch (DirectoryException e) {
            return Outcome.refused(e.refusal());
        }
    }

    /**
     * Only the domain controller that was written to can say that nothing was done: another may not have heard of it
     * yet. Where that is not known, all of them have to.
     */
    private Outcome settle(WritebackRequest request, Secret password, Attempt attempt, Write write) {
        try {
            DirectoryAccount account = null;
            Settlement settlement = Settlement.UNKNOWN;
            for (String server : attempt.writtenTo().map(List::of).orElseGet(directory::servers)) {
                Sighting seen = directory.look(request.anchor(), password, server);
                account = seen.account();
                boolean untouched = attempt.isUntouched(account.passwordLastSet());
                settlement = Settlement.of(seen.proof(), untouched, isExpired(request));
                if (settlement != Settlement.UNWRITTEN && settlement != Settlement.EXPIRED) {
                    break;
                }
            }
            return settlement == Settlement.UNWRITTEN
                    ? writeAgain(request, account, password, attempt, write)
                    : outcome(settlement);
        } catch (DirectoryException e) {
            // Says nothing about the write whose outcome is asked for.
            return Outcome.inDoubt(e.refusal());
        }
    }

    private Outcome outcome(Settlement settlement) {
        return switch (settlement) {
            case SUCCEEDED -> Outcome.DONE;
            case SUPERSEDED -> Outcome.refused(superseded());
            case EXPIRED -> Outcome.refused(refusal(WritebackVerdict.EXPIRED));
            case UNKNOWN, UNWRITTEN -> Outcome.inDoubt(refusal(WritebackVerdict.DIRECTORY_UNREACHABLE));
        };
    }

    /**
     * The former write may have been late rather than lost; then this one is refused as a repetition, and yet the
     * password is in force.
     */
    private Outcome writeAgain(
            WritebackRequest request, DirectoryAccount account, Secret password, Attempt attempt, Write write)
            throws DirectoryException {
        Outcome outcome = write(request, account, password, attempt, write);
        boolean wasLate = outcome.mayBeARepetition() && directory.prove(account, password) == Proof.IN_FORCE;
        return wasLate ? Outcome.DONE : outcome;
    }

    private Outcome write(
            WritebackRequest request, DirectoryAccount account, Secret password, Attempt attempt, Write write)
            throws DirectoryException {
        if (isOlderThanThePassword(request, account)) {
            return Outcome.refused(superseded());
        }
        Optional<Refusal> refusal = checkAccount.check(request.operation(), account, password);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!attempt.isStarted()) {
            attempt.start(account.passwordLastSet());
        }
        if (isExpired(request)) {
            return Outcome.refused(refusal(WritebackVerdict.EXPIRED));
        }
        try {
            write.to(account);
            return Outcome.DONE;
        } catch (DirectoryException e) {
            e.writtenTo().ifPresent(attempt::remainsInDoubt);
            return e.isInDoubt() ? Outcome.inDoubt(e.refusal()) : Outcome.refused(e.refusal());
        }
    }

    /** Then it was overtaken on its way, and would put an older password in the place of a newer one. */
    private boolean isOlderThanThePassword(WritebackRequest request, DirectoryAccount account)
            throws DirectoryException {
        if (request.requestedAt() == null) {
            return false;
        }
        Instant newest = request.requestedAt().plus(CLOCK_TOLERANCE);
        return directory.passwordSetAt(account).filter(newest::isBefore).isPresent();
    }

    private Refusal superseded() {
        return refusal(WritebackVerdict.EXPIRED).with("state", "SUPERSEDED");
    }

    private boolean isExpired(WritebackRequest request) {
        return request.isExpiredAt(clock.instant());
    }

    private Refusal refusal(WritebackVerdict verdict) {
        return Refusal.of(verdict).with("server", directory.url());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "stopped before the outcome of a write was known; it will be delivered again");
        }
    }
}
