package io.sspr.reset.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Picks the questions that a reset asks, at random from those that the user answered. Questions that the organisation has since withdrawn are among
 * them: no registered data is lost by a change of policy. Source: R-SQ-05, R-SQ-06, R-MTH-26.
 */
@ApplicationScoped
public class DrawQuestions {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecurityAnswers answers;

    DrawQuestions(SecurityAnswers answers) {
        this.answers = answers;
    }

    /** The questions of a draw, in its order. */
    public List<Question> drawn(UUID account, List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : answers.ofAccount(account).stream()
                        .map(SecurityAnswer::question)
                        .filter(question -> keys.contains(question.key()))
                        .sorted(Comparator.comparingInt(question -> keys.indexOf(question.key())))
                        .toList();
    }

    /** As many different questions as wanted, in random order; empty if the user has answered fewer, for then the method is not usable. */
    public List<Question> draw(UUID account, int resetCount) {
        List<Question> own = answers.ofAccount(account).stream()
                .map(SecurityAnswer::question)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(own, RANDOM);
        return own.size() < resetCount ? List.of() : List.copyOf(own.subList(0, resetCount));
    }
}
