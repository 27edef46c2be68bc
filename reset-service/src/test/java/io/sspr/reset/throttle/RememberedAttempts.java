package io.sspr.reset.throttle;

import io.sspr.reset.throttle.Standing.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counters in memory, for one transaction at a time. Whoever changes a subject's without having locked it is told so. */
class RememberedAttempts extends AttemptCounters {
    private record Made(String subject, Limit limit, Instant at) {}

    private final List<Made> attempts = new ArrayList<>();
    private final Map<String, Block> blocks = new HashMap<>();
    private final Set<String> locked = new HashSet<>();

    RememberedAttempts() {
        super(null);
    }

    @Override
    Optional<Block> lock(String subject) {
        locked.add(subject);
        return find(subject);
    }

    /** Ends the transaction. */
    void commit() {
        locked.clear();
    }

    @Override
    Optional<Block> find(String subject) {
        return Optional.ofNullable(blocks.get(subject));
    }

    @Override
    List<Instant> attemptsAfter(Instant time, String subject, Limit limit) {
        return attempts.stream()
                .filter(made -> made.subject().equals(subject)
                        && made.limit() == limit
                        && made.at().isAfter(time))
                .map(Made::at)
                .toList();
    }

    @Override
    void add(String subject, Limit limit, Instant at) {
        requireLock(subject);
        attempts.add(new Made(subject, limit, at));
    }

    @Override
    void forgetAttempts(String subject) {
        requireLock(subject);
        attempts.removeIf(made -> made.subject().equals(subject));
    }

    @Override
    void block(String subject, Block block) {
        requireLock(subject);
        blocks.put(subject, block);
    }

    @Override
    void unblock(String subject) {
        requireLock(subject);
        blocks.remove(subject);
    }

    private void requireLock(String subject) {
        if (!locked.contains(subject)) {
            throw new IllegalStateException("changed without its lock: " + subject);
        }
    }
}
