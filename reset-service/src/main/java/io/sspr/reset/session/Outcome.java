package io.sspr.reset.session;

import io.sspr.contract.SsprCode;
import io.sspr.reset.problem.ProblemName;
import java.util.List;
import java.util.function.Function;

/** What a step of a reset came to: done, refused for good with one of the eight codes, or declined so that the user can try again. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused, Function<Declined<T>, R> declined) {
            return done.apply(value);
        }
    }

    record Refused<T>(SsprCode code) implements Outcome<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused, Function<Declined<T>, R> declined) {
            return refused.apply(this);
        }
    }

    /** @param rules the broken rules of a password policy; empty otherwise */
    record Declined<T>(ProblemName problem, List<String> rules) implements Outcome<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused, Function<Declined<T>, R> declined) {
            return declined.apply(this);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(SsprCode code) {
        return new Refused<>(code);
    }

    static <T> Outcome<T> declined(ProblemName problem) {
        return new Declined<>(problem, List.of());
    }

    static <T> Outcome<T> declined(ProblemName problem, List<String> rules) {
        return new Declined<>(problem, rules);
    }

    /** Applies the function that fits. */
    <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused, Function<Declined<T>, R> declined);
}
