package io.sspr.reset.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The questions among which an organisation lets its users choose: predefined ones first, then its own in its order. Source: R-SQ-02. */
public record OfferedQuestions(List<Question> inOrder) {
    public OfferedQuestions {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Of settings that {@link CheckQuestions} found right.
     *
     * @param predefined names of {@link PredefinedQuestion}
     * @param custom texts as entered
     */
    public static OfferedQuestions of(Set<String> predefined, List<String> custom) {
        Stream<PredefinedQuestion> chosen =
                Stream.of(PredefinedQuestion.values()).filter(question -> predefined.contains(question.name()));
        return new OfferedQuestions(
                Stream.<Question>concat(chosen, custom.stream().map(CustomQuestion::of))
                        .toList());
    }

    Optional<Question> withKey(String key) {
        return inOrder.stream().filter(question -> question.key().equals(key)).findFirst();
    }
}
