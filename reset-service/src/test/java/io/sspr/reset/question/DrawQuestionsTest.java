package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawQuestionsTest {
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final TestAnswers answers = new TestAnswers();
    private final DrawQuestions drawQuestions = new DrawQuestions(answers);

    @Property(tries = 200)
    void drawsAsManyDifferentOnesOfTheUsersOwnAsWanted_R_SQ_05(
            @ForAll @IntRange(min = 3, max = 35) int registered, @ForAll @IntRange(min = 3, max = 5) int resetCount) {
        // Given
        List<Question> own = own(registered);
        register(own);

        // When
        List<Question> drawn = drawQuestions.draw(ACCOUNT, resetCount);

        // Then
        assertThat(drawn).hasSize(registered < resetCount ? 0 : resetCount).doesNotHaveDuplicates();
        assertThat(own).containsAll(drawn);
    }

    @Test
    void drawsEveryQuestionSoonerOrLater_R_SQ_05() {
        // Given
        List<Question> own = own(5);
        register(own);

        // When
        Set<Question> drawn = Stream.generate(() -> drawQuestions.draw(ACCOUNT, 3))
                .limit(200)
                .flatMap(List::stream)
                .collect(Collectors.toSet());

        // Then
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void drawsAnewEveryTime_R_SQ_06() {
        register(own(5));

        Set<List<Question>> draws = new HashSet<>();
        Stream.generate(() -> drawQuestions.draw(ACCOUNT, 3)).limit(500).forEach(draws::add);

        assertThat(draws).hasSizeGreaterThan(30); // 60 are possible
    }

    @Test
    void drawsQuestionsThatAreNoLongerOffered_R_MTH_26() {
        Question withdrawn = CustomQuestion.of("Which floor is your desk on?");
        register(List.of(withdrawn, PredefinedQuestion.FIRST_JOB, PredefinedQuestion.FIRST_PET));

        assertThat(drawQuestions.draw(ACCOUNT, 3)).contains(withdrawn);
    }

    @Test
    void drawsNothingForAStranger_R_SQ_05() {
        register(own(5));

        assertThat(drawQuestions.draw(UUID.randomUUID(), 3)).isEmpty();
    }

    private void register(List<Question> own) {
        answers.replace(
                ACCOUNT,
                own.stream()
                        .map(question -> new SecurityAnswer(ACCOUNT, question, "hash", Instant.EPOCH))
                        .toList());
    }

    private static List<Question> own(int count) {
        return Stream.<Question>of(PredefinedQuestion.values()).limit(count).toList();
    }
}
