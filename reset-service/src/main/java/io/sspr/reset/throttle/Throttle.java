package io.sspr.reset.throttle;

import io.quarkus.runtime.Startup;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;
import io.sspr.outbox.Outbox;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.throttle.SlidingWindow.Decision;
import io.sspr.reset.throttle.Standing.Block;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stops whoever tries too often, for a day and in everything. Belongs into the transaction of the step that it guards: ask {@link #isBlocked} before
 * anything that was typed is evaluated, and from then on the subject's row is locked until the transaction ends, so that all replicas together never
 * evaluate one attempt too many. Lock a session's row before, never after. Source: R-THR-06 … R-THR-12, R-THR-14.
 */
@Startup
@ApplicationScoped
public class Throttle {
    private final AttemptCounters counters;
    private final Consumer<Message<? extends Fact>> outbox;
    private final ResetConfig.Throttle settings;
    private final Clock clock;

    @Inject
    Throttle(AttemptCounters counters, Outbox outbox, ResetConfig config, Clock clock) {
        this(counters, outbox::add, config.throttle(), clock);
    }

    Throttle(
            AttemptCounters counters,
            Consumer<Message<? extends Fact>> outbox,
            ResetConfig.Throttle settings,
            Clock clock) {
        this.counters = counters;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        for (Limit limit : Limit.values()) {
            limit.check(settings);
        }
    }

    /** Whether nothing is possible for the subject right now, be it for whatever it tried too often. */
    @Transactional(TxType.MANDATORY)
    public boolean isBlocked(String subject) {
        Optional<Block> block = lock(subject);
        if (settings.extendOnBlocked()) {
            block.map(Block::by).ifPresent(by -> counters.block(subject, new Block(now().plus(settings.block()), by)));
        }
        return block.isPresent();
    }

    /** Counts a message or call that is about to go out; it must not if this says no. */
    @Transactional(TxType.MANDATORY)
    public boolean mayDispatch(Subject subject, Limit limit) {
        return !isBlocked(subject.key()) && count(subject, limit, now(), SlidingWindow::dispatch);
    }

    /**
     * Counts a reset that is about to begin; it must not if this says no.
     *
     * @param startedAt the time at which the reset will say that it began
     */
    @Transactional(TxType.MANDATORY)
    public boolean mayBegin(Subject subject, Instant startedAt) {
        return !isBlocked(subject.key()) && count(subject, Limit.RESET, stored(startedAt), SlidingWindow::beginning);
    }

    /**
     * Counts something wrong that was typed, and evaluated.
     *
     * @return whether the subject is blocked now
     */
    @Transactional(TxType.MANDATORY)
    public boolean failed(Subject subject, Limit limit) {
        return isBlocked(subject.key()) || !count(subject, limit, now(), SlidingWindow::failure);
    }

    /** A reset has ended without success; {@code startedAt} as for {@link #mayBegin}. Source: R-THR-11. */
    @Transactional(TxType.MANDATORY)
    public void attemptEnded(Subject subject, Instant startedAt) {
        if (lock(subject.key()).isPresent()) {
            return;
        }
        Instant began = stored(startedAt);
        SlidingWindow window = window(subject.key(), Limit.RESET, began);
        if (window.isFullBy(began)) {
            block(subject, Limit.RESET, began, window.limit());
        }
    }

    /** The subject succeeded: nothing that it did before counts any more. A block stays. Source: R-THR-06. */
    @Transactional(TxType.MANDATORY)
    public void clear(String subject) {
        lock(subject);
        counters.forgetAttempts(subject);
    }

    /** An administrator lets the subject try anew. Source: R-THR-06. */
    @Transactional(TxType.MANDATORY)
    public void lift(Subject subject, Person by) {
        boolean wasBlocked = lock(subject.key()).isPresent();
        counters.forgetAttempts(subject.key());
        counters.unblock(subject.key());
        if (wasBlocked) {
            publish(subject, new BlockLifted(by, subject.user()));
        }
    }

    /** How the subject stands, for the eyes of administrators; it may change in the next moment. */
    @Transactional
    public Standing standing(String subject) {
        Instant now = now();
        Map<Limit, Integer> attempts = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            int count = window(subject, limit, now).countAt(now);
            if (count > 0) {
                attempts.put(limit, count);
            }
        }
        return new Standing(counters.find(subject).filter(block -> !block.isOverAt(now)), attempts);
    }

    /** Takes the subject's turn, and only then looks at the clock: so later turns have later times. */
    private Optional<Block> lock(String subject) {
        return counters.lock(subject).filter(block -> !block.isOverAt(now()));
    }

    /** What one more attempt means for those made so far. */
    @FunctionalInterface
    private interface Rule {
        Decision decide(SlidingWindow window, Instant at);
    }

    /** Whether the subject may go on. */
    private boolean count(Subject subject, Limit limit, Instant at, Rule rule) {
        SlidingWindow window = window(subject.key(), limit, at);
        Decision decision = rule.decide(window, at);
        if (decision.counts()) {
            counters.add(subject.key(), limit, at);
        }
        decision.blockedFrom()
                .ifPresent(from -> block(subject, limit, from, window.countAt(at) + (decision.counts() ? 1 : 0)));
        return decision.blockedFrom().isEmpty();
    }

    private SlidingWindow window(String subject, Limit limit, Instant at) {
        Instant oldest = at.minus(limit.window(settings));
        List<Instant> attempts = counters.attemptsAfter(oldest, subject, limit);
        return new SlidingWindow(limit.attempts(settings), limit.window(settings), attempts);
    }

    /** Source: R-THR-09, R-THR-12. */
    private void block(Subject subject, Limit limit, Instant from, int attempts) {
        Block block = new Block(from.plus(settings.block()), limit);
        counters.block(subject.key(), block);
        publish(subject, new AttemptsBlocked(subject.user(), limit.name(), attempts, block.until()));
    }

    private void publish(Subject subject, Fact fact) {
        if (subject.tenant() != null) {
            outbox.accept(subject.message(now(), fact));
        }
    }

    private Instant now() {
        return stored(clock.instant());
    }

    /** As precise as the database keeps it: what is compared must be what was stored. */
    private static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
