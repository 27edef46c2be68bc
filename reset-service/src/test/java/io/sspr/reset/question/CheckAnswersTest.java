package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckAnswersTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final String PET = "p:FIRST_PET";
    private static final String JOB = "p:FIRST_JOB";
    private static final String SCHOOL = "p:FIRST_SCHOOL";
    private static final List<String> DRAWN = List.of(SCHOOL, PET, JOB);

    private final TestAnswers answers = new TestAnswers();
    private final AnswerHash hash = new AnswerHash(AnswerHashTest.key((byte) 1));
    private final CheckAnswers checkAnswers = new CheckAnswers(answers, hash);

    @BeforeEach
    void registerFour() {
        OfferedQuestions offered =
                OfferedQuestions.of(Set.of("FIRST_PET", "FIRST_JOB", "FIRST_SCHOOL", "CHILDHOOD_HERO"), List.of());
        List<GivenAnswer> given = right();
        given.add(answer("p:CHILDHOOD_HERO", "Doraemon"));
        assertThat(new RegisterAnswers(answers, hash, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                        .register(ACCOUNT, 3, offered, given))
                .isEmpty();
    }

    @Test
    void acceptsTheAnswersInAnyOrder_R_SQ_06() {
        assertThat(check(right())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "café de flore",
                "CAFÉ DE FLORE",
                "Cafe\u0301 de Flore",
                " Café\u3000de  Flore\t",
                "Ｃａｆé　ｄｅ　Ｆｌｏｒｅ",
                "ＣＡＦÉ ＤＥ ＦＬＯＲＥ"
            })
    void acceptsAnAnswerHoweverItIsTyped_R_SQ_08(String typed) {
        List<GivenAnswer> given = right();
        given.set(1, answer(JOB, typed));

        assertThat(check(given)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesIfAnyAnswerIsWrong_R_SQ_06(int place) {
        List<GivenAnswer> given = right();
        given.set(place, answer(given.get(place).question(), "something else"));

        assertThat(check(given)).isFalse();
    }

    @Test
    void refusesTheRightAnswersToTheWrongQuestions_R_SQ_06() {
        assertThat(check(List.of(answer(PET, "Café de Flore"), answer(JOB, "Pochi"), answer(SCHOOL, "黒川小学校"))))
                .isFalse();
    }

    @Test
    void refusesAnswersToOtherQuestionsThanTheDrawnOnes_R_SQ_05() {
        List<GivenAnswer> given = right();
        given.set(0, answer("p:CHILDHOOD_HERO", "Doraemon"));

        assertThat(check(given)).isFalse();
    }

    @Test
    void refusesMissingRepeatedAndFurtherAnswers_R_SQ_05() {
        List<GivenAnswer> right = right();
        List<GivenAnswer> further = right();
        further.add(answer("p:CHILDHOOD_HERO", "Doraemon"));

        assertThat(check(List.of())).isFalse();
        assertThat(check(right.subList(0, 2))).isFalse();
        assertThat(check(List.of(right.get(0), right.get(0), right.get(0)))).isFalse();
        assertThat(check(further)).isFalse();
    }

    @Test
    void refusesWhateverIsAnsweredToADrawOfNothing_R_SQ_05() {
        assertThat(checkAnswers.check(ACCOUNT, List.of(), List.of())).isFalse();
    }

    @Test
    void refusesAnswersOfImpossibleLength_R_SQ_03() {
        for (String typed : List.of("", "  ", "x".repeat(1_000_000), "\u0315\u0300".repeat(500_000))) {
            List<GivenAnswer> given = right();
            given.set(0, answer(PET, typed));
            assertThat(check(given)).isFalse();
        }
        List<GivenAnswer> without = right();
        without.set(0, new GivenAnswer(PET, null));
        assertThat(check(without)).isFalse();
    }

    @Test
    void refusesAnswersOfAnotherAccount_R_SQ_07() {
        assertThat(checkAnswers.check(UUID.randomUUID(), DRAWN, right())).isFalse();
    }

    @Test
    void refusesQuestionsThatWereReplacedMeanwhile_R_SQ_05() {
        answers.replace(ACCOUNT, answers.ofAccount(ACCOUNT).subList(1, 4));

        assertThat(check(right())).isFalse();
    }

    private boolean check(List<GivenAnswer> given) {
        return checkAnswers.check(ACCOUNT, DRAWN, given);
    }

    private static List<GivenAnswer> right() {
        return new ArrayList<>(List.of(answer(PET, "Pochi"), answer(JOB, "Café de Flore"), answer(SCHOOL, "黒川小学校")));
    }

    private static GivenAnswer answer(String question, String text) {
        return new GivenAnswer(question, Secret.of(text));
    }
}
