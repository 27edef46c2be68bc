package io.sspr.reset.question;

import io.sspr.reset.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes a user's choice of security questions and the answers to them; former ones are replaced as a whole. Source: R-SQ-03 … R-SQ-05. */
@ApplicationScoped
public class RegisterAnswers {
    private final SecurityAnswers answers;
    private final AnswerHash hash;
    private final Clock clock;

    RegisterAnswers(SecurityAnswers answers, AnswerHash hash, Clock clock) {
        this.answers = answers;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Stores nothing if anything is wrong. Hashing takes a while, so it is done before a transaction begins unless the caller has one.
     *
     * @param registerCount how many questions the organisation wants answered at least
     * @return what is wrong, at places such as {@code answers}, {@code answers[0].question} and {@code answers[0].answer}; empty if all is stored
     */
    public List<Fault> register(UUID account, int registerCount, OfferedQuestions offered, List<GivenAnswer> given) {
        List<Fault> faults = faults(registerCount, offered, given);
        if (faults.isEmpty()) {
            Instant now = clock.instant();
            answers.replace(
                    account,
                    given.stream()
                            .map(each -> hashed(each, account, offered, now))
                            .toList());
        }
        return faults;
    }

    private SecurityAnswer hashed(GivenAnswer given, UUID account, OfferedQuestions offered, Instant now) {
        Question question = offered.withKey(given.question()).orElseThrow();
        return new SecurityAnswer(account, question, hash.of(given.normalForm(), account, question.key()), now);
    }

    private static List<Fault> faults(int registerCount, OfferedQuestions offered, List<GivenAnswer> given) {
        List<Fault> faults = new ArrayList<>();
        Set<String> questions = new HashSet<>();
        Set<String> normalForms = new HashSet<>();
        if (given.size() < registerCount) {
            faults.add(new Fault("answers", "question.tooFewAnswers"));
        }
        for (int i = 0; i < given.size(); i++) {
            GivenAnswer each = given.get(i);
            String where = "answers[" + i + "]";
            if (offered.withKey(each.question()).isEmpty()) {
                faults.add(new Fault(where + ".question", "question.notOffered"));
            } else if (!questions.add(each.question())) {
                faults.add(new Fault(where + ".question", "question.chosenTwice"));
            }
            if (!each.isOfAllowedLength()) {
                faults.add(new Fault(where + ".answer", "question.answerLength"));
            } else if (!normalForms.add(each.normalForm())) {
                faults.add(new Fault(where + ".answer", "question.answerTwice"));
            }
        }
        return faults;
    }
}
