package io.sspr.reset.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides whether a user answered all questions of a draw. Source: R-SQ-06, R-SQ-08. */
@ApplicationScoped
public class CheckAnswers {
    private final SecurityAnswers answers;
    private final AnswerHash hash;

    CheckAnswers(SecurityAnswers answers, AnswerHash hash) {
        this.answers = answers;
        this.hash = hash;
    }

    /**
     * Whether every drawn question, and nothing else, is answered as it was at registration. One hash is computed for each of them whatever is wrong,
     * so that neither the result nor the time it takes tells which.
     *
     * @param drawn keys of the questions that were asked
     * @param given in any order
     */
    public boolean check(UUID account, List<String> drawn, List<GivenAnswer> given) {
        Map<String, String> hashes = answers.ofAccount(account).stream()
                .collect(Collectors.toMap(answer -> answer.questionKey, answer -> answer.answerHash));
        boolean right = !drawn.isEmpty() && given.size() == drawn.size();
        for (String question : drawn) {
            right &= hash.matches(answerTo(question, given), account, question, hashes.get(question));
        }
        return right;
    }

    /** Of impossible length like no answer at all: it is wrong anyway, and may be huge. */
    private static String answerTo(String question, List<GivenAnswer> given) {
        return given.stream()
                .filter(answer -> question.equals(answer.question()) && answer.isOfAllowedLength())
                .findFirst()
                .map(GivenAnswer::normalForm)
                .orElse("");
    }
}
