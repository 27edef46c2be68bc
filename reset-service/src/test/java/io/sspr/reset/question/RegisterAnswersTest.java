package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterAnswersTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String OWN = "Which floor is your desk on?";
    private static final OfferedQuestions OFFERED =
            OfferedQuestions.of(Set.of("FIRST_PET", "FIRST_JOB", "FIRST_SCHOOL", "CHILDHOOD_HERO"), List.of(OWN));

    private final TestAnswers answers = new TestAnswers();
    private final AnswerHash hash = new AnswerHash(AnswerHashTest.key((byte) 1));
    private final RegisterAnswers registerAnswers =
            new RegisterAnswers(answers, hash, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void storesHashesOnly_R_SQ_08() {
        assertThat(register(3, three())).isEmpty();

        assertThat(answers.ofAccount(ACCOUNT)).hasSize(3).allSatisfy(answer -> {
            assertThat(answer.accountId).isEqualTo(ACCOUNT);
            assertThat(answer.answerHash).startsWith("$argon2id$");
            assertThat(answer.createdAt).isEqualTo(NOW);
        });
    }

    @Test
    void keepsTheTextOfOwnQuestionsOnly_R_SQ_02() {
        // Given
        List<GivenAnswer> given = three();
        given.set(2, answer(CustomQuestion.of(OWN).key(), "the third"));

        // When
        register(3, given);

        // Then
        assertThat(answers.ofAccount(ACCOUNT))
                .extracting(answer -> answer.questionText)
                .containsExactly(null, null, OWN);
        assertThat(answers.ofAccount(ACCOUNT))
                .extracting(answer -> answer.question().text(Language.JA))
                .containsExactly(
                        PredefinedQuestion.FIRST_PET.text(Language.JA),
                        PredefinedQuestion.FIRST_JOB.text(Language.JA),
                        OWN);
    }

    @Test
    void replacesFormerAnswersAsAWhole_R_REG_08() {
        // Given
        register(3, three());
        List<GivenAnswer> others = List.of(
                answer("p:FIRST_PET", "one two"), answer("p:CHILDHOOD_HERO", "three"), answer("p:FIRST_JOB", "four"));

        // When
        register(3, others);

        // Then
        assertThat(answers.registered(ACCOUNT)).isEqualTo(3);
        assertThat(answers.ofAccount(ACCOUNT))
                .extracting(answer -> answer.questionKey)
                .containsExactly("p:FIRST_PET", "p:CHILDHOOD_HERO", "p:FIRST_JOB");
    }

    @Test
    void wantsAsManyAsTheOrganisationOrMore_R_SQ_05() {
        assertThat(register(4, three())).containsExactly(new Fault("answers", "question.tooFewAnswers"));
        assertThat(answers.registered(ACCOUNT)).isZero();

        List<GivenAnswer> four = three();
        four.add(answer("p:CHILDHOOD_HERO", "Doraemon"));
        assertThat(register(3, four)).isEmpty();
        assertThat(answers.registered(ACCOUNT)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p:FAVOURITE_FOOD", "FIRST_SCHOOL", "c:0", "", "p:"})
    void refusesQuestionsThatAreNotOffered_R_SQ_02(String key) {
        assertRefused(answer(key, "anything"), new Fault("answers[2].question", "question.notOffered"));
    }

    @Test
    void refusesAQuestionChosenTwice_R_SQ_04() {
        assertRefused(answer("p:FIRST_PET", "another"), new Fault("answers[2].question", "question.chosenTwice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pochi", "Pochi", " POCHI ", "ＰＯＣＨＩ", "\u3000pochi"})
    void refusesAnAnswerGivenTwice_R_SQ_04_R_SQ_08(String text) {
        assertRefused(answer("p:FIRST_SCHOOL", text), new Fault("answers[2].answer", "question.answerTwice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "  ab  ",
                "\u3000\u3000\u3000\u3000",
                "🐎🐎",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesAnswersOfOtherThan3To40Characters_R_SQ_03(String text) {
        assertRefused(answer("p:FIRST_SCHOOL", text), new Fault("answers[2].answer", "question.answerLength"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "  abc  ",
                "東京都",
                "🐎🐎🐎",
                "🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎"
            })
    void acceptsAnswersOf3To40CharactersOfAnyScript_R_SQ_03(String text) {
        List<GivenAnswer> given = three();
        given.set(2, answer("p:FIRST_SCHOOL", text));

        assertThat(register(3, given)).isEmpty();
    }

    @Test
    void refusesAMissingAnswer_R_SQ_03() {
        assertRefused(new GivenAnswer("p:FIRST_SCHOOL", null), new Fault("answers[2].answer", "question.answerLength"));
    }

    @Test
    void namesEveryFaultAndNoAnswer() {
        // Given
        List<GivenAnswer> given = List.of(
                answer("p:FIRST_PET", "pochi"),
                answer("p:FIRST_PET", "POCHI"),
                answer("p:SECOND_PET", "secret answer that is much, much too long"));

        // When
        List<Fault> faults = register(5, given);

        // Then
        assertThat(faults)
                .containsExactly(
                        new Fault("answers", "question.tooFewAnswers"),
                        new Fault("answers[1].question", "question.chosenTwice"),
                        new Fault("answers[1].answer", "question.answerTwice"),
                        new Fault("answers[2].question", "question.notOffered"),
                        new Fault("answers[2].answer", "question.answerLength"));
        for (Language language : Language.values()) {
            assertThat(faults)
                    .allSatisfy(fault ->
                            assertThat(Texts.get(language, fault.text())).isNotBlank());
        }
        assertThat(given).asString().doesNotContain("pochi", "POCHI", "secret answer");
    }

    private void assertRefused(GivenAnswer third, Fault fault) {
        // Given
        List<GivenAnswer> given = three();
        given.set(2, third);

        // When
        List<Fault> faults = register(3, given);

        // Then
        assertThat(faults).containsExactly(fault);
        assertThat(answers.registered(ACCOUNT)).isZero();
    }

    private List<Fault> register(int registerCount, List<GivenAnswer> given) {
        return registerAnswers.register(ACCOUNT, registerCount, OFFERED, given);
    }

    private static List<GivenAnswer> three() {
        return new ArrayList<>(List.of(
                answer("p:FIRST_PET", "Pochi"),
                answer("p:FIRST_JOB", "newspaper boy"),
                answer("p:FIRST_SCHOOL", "黒川小学校")));
    }

    private static GivenAnswer answer(String question, String text) {
        return new GivenAnswer(question, Secret.of(text));
    }
}
