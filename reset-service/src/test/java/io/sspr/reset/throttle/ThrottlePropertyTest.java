package io.sspr.reset.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.throttle.AttemptsBlocked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for whoever tries whatever whenever. */
class ThrottlePropertyTest {
    private static final Duration BLOCK = Duration.ofHours(24);

    /** @param seconds how long after the one before */
    record Step(Limit limit, boolean sends, long seconds) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> soon = Arbitraries.longs().between(0, 900);
        Arbitrary<Long> someTime = Arbitraries.of(599L, 600L, 601L, 3599L, 3600L, 3601L, 86_399L, 86_400L, 86_401L);
        Arbitrary<Long> pause = Arbitraries.frequencyOf(Tuple.of(9, soon), Tuple.of(1, someTime));
        return Combinators.combine(Arbitraries.of(Limit.class), Arbitraries.of(true, false), pause)
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Property
    void neverEvaluatesMoreThanTheLimitWithinAWindow_R_THR_08_R_THR_10(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        List<List<Instant>> evaluated = new ArrayList<>();
        for (int i = 0; i < Limit.values().length; i++) {
            evaluated.add(new ArrayList<>());
        }
        Instant now = Trial.START;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            trial.at(now);
            if (trial.isBlocked()) {
                continue;
            }
            if (step.sends()) {
                trial.dispatches(step.limit());
            } else {
                trial.fails(step.limit());
                evaluated.get(step.limit().ordinal()).add(now);
            }
        }

        for (Limit limit : Limit.values()) {
            assertNoWindowHoldsMore(limit, evaluated.get(limit.ordinal()));
        }
    }

    @Property
    void blockLastsADayAndNothingIsPossibleMeanwhile_R_THR_09_R_THR_10_R_THR_12(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        Instant now = Trial.START;
        Instant blockedUntil = Instant.MIN;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            int told = trial.facts.size();
            boolean wasBlocked = now.isBefore(blockedUntil);
            assertThat(trial.at(now).isBlocked()).isEqualTo(wasBlocked);

            boolean goesOn = step.sends() ? trial.dispatches(step.limit()) : !trial.fails(step.limit());

            boolean isNewBlock = !goesOn && !wasBlocked;
            assertThat(goesOn).isNotEqualTo(trial.isBlocked());
            assertThat(trial.facts).hasSize(isNewBlock ? told + 1 : told);
            if (isNewBlock) {
                blockedUntil = now.plus(BLOCK);
                assertThat(trial.told().get(told))
                        .isInstanceOf(AttemptsBlocked.class)
                        .extracting("blockedUntil")
                        .isEqualTo(blockedUntil);
            }
        }
    }

    private static void assertNoWindowHoldsMore(Limit limit, List<Instant> evaluated) {
        Duration window = limit.window(Trial.settings(Map.of()));
        int allowed = limit.attempts(Trial.settings(Map.of()));
        for (Instant end : evaluated) {
            assertThat(evaluated)
                    .as("failures of %s in the window before %s", limit, end)
                    .filteredOn(at -> !at.isAfter(end) && at.isAfter(end.minus(window)))
                    .hasSizeLessThanOrEqualTo(allowed);
        }
    }
}
