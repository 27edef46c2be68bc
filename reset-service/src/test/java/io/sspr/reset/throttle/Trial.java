package io.sspr.reset.throttle;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.reset.ResetConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who tries, at times that are minutes from a fixed start. */
final class Trial {
    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    static final Person ERIN = new Person(UUID.randomUUID(), "Erin", "erin@contoso.example", "203.0.113.7");
    static final Person HELEN = new Person(UUID.randomUUID(), "Helen", "helen@contoso.example", "203.0.113.8");
    static final Subject ACCOUNT = new Subject(ERIN.id().toString(), "contoso", UUID.randomUUID(), ERIN);
    static final Subject NAME = new Subject("0f", "contoso", UUID.randomUUID(), Person.unknown("203.0.113.9"));

    final List<Message<? extends Fact>> facts = new ArrayList<>();
    final RememberedAttempts counters = new RememberedAttempts();
    final Throttle throttle;
    final Subject subject;

    private Instant now = START;

    Trial() {
        this(ACCOUNT, Map.of());
    }

    Trial(Subject subject, Map<String, String> environment) {
        this.subject = subject;
        this.throttle = new Throttle(counters, facts::add, settings(environment), new Watch());
    }

    static ResetConfig.Throttle settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(ResetConfig.Throttle.class, "sspr.throttle")
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(ResetConfig.Throttle.class, "sspr.throttle");
    }

    static Instant minute(double minute) {
        return START.plusMillis((long) (minute * 60_000));
    }

    Trial at(double minute) {
        return at(minute(minute));
    }

    Trial at(Instant time) {
        now = time;
        return this;
    }

    Trial later(Duration by) {
        return at(now.plus(by));
    }

    /** @return whether that blocked */
    boolean fails(Limit limit) {
        boolean blocked = throttle.failed(subject, limit);
        counters.commit();
        return blocked;
    }

    /** @return whether that was allowed */
    boolean dispatches(Limit limit) {
        boolean allowed = throttle.mayDispatch(subject, limit);
        counters.commit();
        return allowed;
    }

    /** @return whether that was allowed */
    boolean begins() {
        boolean allowed = throttle.mayBegin(subject, now);
        counters.commit();
        return allowed;
    }

    void ends(Instant startedAt) {
        throttle.attemptEnded(subject, startedAt);
        counters.commit();
    }

    void succeeds() {
        throttle.clear(subject.key());
        counters.commit();
    }

    void isLiftedBy(Person administrator) {
        throttle.lift(subject, administrator);
        counters.commit();
    }

    boolean isBlocked() {
        boolean blocked = throttle.isBlocked(subject.key());
        counters.commit();
        return blocked;
    }

    Instant blockedUntil() {
        return throttle.standing(subject.key()).block().orElseThrow().until();
    }

    List<Fact> told() {
        return facts.stream().<Fact>map(Message::event).toList();
    }

    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("UTC only");
        }
    }
}
