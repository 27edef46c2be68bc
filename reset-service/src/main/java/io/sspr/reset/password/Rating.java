package io.sspr.reset.password;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.JudgePassword.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a user is told of a password while it is typed. Source: R-FLW-09.
 *
 * @param strength null while nothing is typed
 */
public record Rating(List<RatedRule> rules, Strength strength) {
    /** From here on it is the length that makes a password hard to guess. */
    private static final int LONG = 14;

    /** What is asked of a password that the cloud masters. */
    public enum Demand {
        LENGTH,
        CHARACTERS,
        CATEGORIES,
        NOT_EASY_TO_GUESS
    }

    /** Whether a rule is kept. It is open while nothing can be said. */
    public enum Standing {
        OPEN,
        MET,
        BROKEN
    }

    /** Coarse on purpose: it tells neither points nor terms. Source: R-BAN-07. */
    public enum Strength {
        WEAK,
        FAIR,
        STRONG
    }

    public record RatedRule(Demand rule, Standing standing) {}

    /** @param refusal what the password would be refused for; empty if it would be taken */
    static Rating of(Secret password, Optional<Verdict> refusal) {
        return password.length() == 0
                ? new Rating(rules(rule -> Standing.OPEN), null)
                : new Rating(rules(rule -> standing(rule, refusal)), strength(password, refusal));
    }

    /** Whether it is easy to guess is judged only of what keeps the other rules. */
    private static Standing standing(Demand rule, Optional<Verdict> refusal) {
        if (refusal.isEmpty()) {
            return Standing.MET;
        }
        boolean isForCloudPolicy = refusal.get().policy() == Policy.CLOUD;
        if (rule == Demand.NOT_EASY_TO_GUESS) {
            return isForCloudPolicy ? Standing.OPEN : Standing.BROKEN;
        }
        return refusal.get().rules().contains(rule.name()) ? Standing.BROKEN : Standing.MET;
    }

    private static Strength strength(Secret password, Optional<Verdict> refusal) {
        if (refusal.isPresent()) {
            return Strength.WEAK;
        }
        return password.length() < LONG ? Strength.FAIR : Strength.STRONG;
    }

    private static List<RatedRule> rules(Function<Demand, Standing> standing) {
        return Arrays.stream(Demand.values())
                .map(rule -> new RatedRule(rule, standing.apply(rule)))
                .toList();
    }
}
