package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Language;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredefinedQuestionTest {

    @Test
    void thereAre35_R_SQ_02_R_SQ_09() {
        assertThat(PredefinedQuestion.values()).hasSize(35);
    }

    @ParameterizedTest
    @EnumSource
    void haveTextsInEveryLanguageForExactlyThemselves_R_SQ_02(Language language) {
        List<String> names =
                Stream.of(PredefinedQuestion.values()).map(Enum::name).toList();

        assertThat(Collections.list(PredefinedQuestion.bundle(language).getKeys()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource
    void areDifferentQuestions_R_SQ_04(Language language) {
        assertThat(PredefinedQuestion.values())
                .extracting(question -> NormalForm.of(question.text(language)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void have3To200Characters_R_SQ_03(PredefinedQuestion question) {
        for (Language language : Language.values()) {
            String text = question.text(language);
            assertThat(text).isEqualTo(text.strip());
            assertThat(NormalForm.length(text)).isBetween(3, 200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areWrittenInTheReadersLanguage_R_SQ_02(PredefinedQuestion question) {
        String japanese = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";

        assertThat(question.text(Language.JA)).containsPattern(japanese);
        assertThat(question.text(Language.EN)).doesNotContainPattern(japanese);
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByTheirName_R_SQ_09(PredefinedQuestion question) {
        assertThat(PredefinedQuestion.named(question.name())).hasValue(question);
        assertThat(question.key()).isEqualTo("p:" + question.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "first_pet", "p:FIRST_PET", "FIRST_PET ", "SECOND_PET"})
    void areNotFoundByAnythingElse_R_SQ_09(String name) {
        assertThat(PredefinedQuestion.named(name)).isEmpty();
    }
}
