package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Texts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckQuestionsTest {
    private static final Set<String> ALL =
            Stream.of(PredefinedQuestion.values()).map(Enum::name).collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 3", "4, 4", "5, 3", "5, 4", "5, 5"})
    void acceptsThreeToFiveQuestions_R_CFG_09_R_CFG_10(int registerCount, int resetCount) {
        assertThat(CheckQuestions.check(registerCount, resetCount, ALL, List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, 6, Integer.MAX_VALUE})
    void refusesAnotherNumberToRegister_R_CFG_09(int registerCount) {
        assertThat(CheckQuestions.check(registerCount, 3, ALL, List.of()))
                .contains(new Fault("sq.registerCount", "question.registerCount"));
    }

    @ParameterizedTest
    @CsvSource({"5, -1", "5, 0", "5, 2", "5, 6", "4, 5", "3, 4"})
    void refusesAnotherNumberToAskOrMoreThanRegistered_R_CFG_10(int registerCount, int resetCount) {
        assertThat(CheckQuestions.check(registerCount, resetCount, ALL, List.of()))
                .containsExactly(new Fault("sq.resetCount", "question.resetCount"));
    }

    @Test
    void refusesFewerQuestionsThanHaveToBeRegistered_R_CFG_11() {
        Set<String> three = Set.of("FIRST_PET", "FIRST_JOB", "FIRST_SCHOOL");

        assertThat(CheckQuestions.check(5, 3, three, List.of("Which desk?")))
                .containsExactly(new Fault("sq", "question.tooFewDefined"));
        assertThat(CheckQuestions.check(5, 3, three, List.of("Which desk?", "Which room?")))
                .isEmpty();
    }

    @Test
    void acceptsTwentyOwnQuestionsAndNoMore_R_CFG_11() {
        assertThat(CheckQuestions.check(5, 3, Set.of(), own(20))).isEmpty();
        assertThat(CheckQuestions.check(5, 3, Set.of(), own(21)))
                .containsExactly(new Fault("sq.custom", "question.tooMany"));
    }

    @Test
    void acceptsTextsOf3To200Characters_R_CFG_11_R_SQ_03() {
        assertThat(check("車は？")).isEmpty();
        assertThat(check("🐎".repeat(200))).isEmpty();
        assertThat(check("  " + "a".repeat(200) + "\u3000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "  ab  ", "\u3000\u3000\u3000", "🐎🐎"})
    void refusesShorterTexts_R_CFG_11_R_SQ_03(String text) {
        assertThat(check(text)).containsExactly(new Fault("sq.custom[1]", "question.text"));
    }

    @Test
    void refusesLongerTexts_R_CFG_11_R_SQ_03() {
        assertThat(check("a".repeat(201))).containsExactly(new Fault("sq.custom[1]", "question.text"));
        assertThat(check("\u0315\u0300".repeat(500_000))).containsExactly(new Fault("sq.custom[1]", "question.text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Which\nroom?", "Which\u0000room?", "Which\u2028room?", "Which\ud83droom?", "Which\u007froom?"})
    void refusesTextsThatAreNotOneLine_R_CFG_11(String text) {
        assertThat(check(text)).containsExactly(new Fault("sq.custom[1]", "question.text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which desk?", " WHICH  desk？", "Ｗｈｉｃｈ　ｄｅｓｋ？"})
    void refusesTheSameQuestionTwice_R_CFG_11_R_SQ_08(String text) {
        assertThat(check(text)).containsExactly(new Fault("sq.custom[1]", "question.twice"));
    }

    @Test
    void refusesAnOwnQuestionThatReadsLikeAPredefinedOne_R_CFG_11_R_SQ_08() {
        for (Language language : Language.values()) {
            assertThat(check(PredefinedQuestion.FIRST_PET.text(language).toUpperCase()))
                    .containsExactly(new Fault("sq.custom[1]", "question.twice"));
        }
    }

    @Test
    void refusesNamesThatNoPredefinedQuestionHas_R_SQ_09() {
        Set<String> unknown = Set.of("FIRST_PET", "FIRST_JOB", "FIRST_SCHOOL", "FIRST_VEHICLE", "SECOND_PET");

        assertThat(CheckQuestions.check(5, 3, unknown, List.of()))
                .containsExactly(new Fault("sq.predefined", "question.unknown"));
    }

    @Test
    void everyFaultCanBePutIntoWords() {
        List<Fault> faults = Stream.of(
                        CheckQuestions.check(0, 0, Set.of("SECOND_PET"), own(21)),
                        CheckQuestions.check(5, 3, Set.of(), List.of("", "abc", "ABC")))
                .flatMap(List::stream)
                .toList();

        assertThat(faults).extracting(Fault::text).doesNotHaveDuplicates().hasSize(7);
        for (Language language : Language.values()) {
            assertThat(faults)
                    .allSatisfy(fault ->
                            assertThat(Texts.get(language, fault.text())).isNotBlank());
        }
    }

    private static List<Fault> check(String text) {
        return CheckQuestions.check(5, 3, ALL, List.of("Which desk?", text));
    }

    private static List<String> own(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Question " + i).toList();
    }
}
