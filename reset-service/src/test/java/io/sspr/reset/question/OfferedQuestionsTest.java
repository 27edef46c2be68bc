package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferedQuestionsTest {
    private static final String OWN = "Which floor is your desk on?";
    private static final String OTHER = "社員番号は何番ですか？";

    private final OfferedQuestions offered =
            OfferedQuestions.of(Set.of("FIRST_PET", "CITY_MET_SPOUSE"), List.of(OWN, OTHER));

    @Test
    void areThePredefinedOnesAndThenTheOwn_R_SQ_02() {
        assertThat(offered.inOrder())
                .extracting(Question::key)
                .startsWith("p:CITY_MET_SPOUSE", "p:FIRST_PET")
                .hasSize(4);
        assertThat(offered.inOrder())
                .extracting(question -> question.text(Language.EN))
                .endsWith(OWN, OTHER);
    }

    @Test
    void ownQuestionsAreShownAsEnteredInEveryLanguage_R_SQ_02() {
        Question own = offered.inOrder().get(2);

        assertThat(own.text(Language.JA)).isEqualTo(OWN);
        assertThat(own.text(Language.EN)).isEqualTo(OWN);
    }

    @Test
    void predefinedQuestionsSpeakTheUsersLanguage_R_SQ_02() {
        Question predefined = offered.inOrder().get(1);

        assertThat(predefined.text(Language.JA)).contains("ペット");
        assertThat(predefined.text(Language.EN)).contains("pet");
    }

    @Test
    void ownQuestionsKeepTheirKeyInAnyPlaceAndCase_R_SQ_04() {
        OfferedQuestions reordered = OfferedQuestions.of(Set.of(), List.of(OTHER, "  which  FLOOR is your desk on?"));

        assertThat(reordered.inOrder().get(1).key())
                .isEqualTo(offered.inOrder().get(2).key());
        assertThat(reordered.inOrder().get(0).key())
                .isEqualTo(offered.inOrder().get(3).key());
    }

    @Test
    void ownQuestionsHaveKeysOfTheirOwn_R_SQ_04() {
        assertThat(offered.inOrder()).extracting(Question::key).doesNotHaveDuplicates();
        assertThat(offered.inOrder().get(2).key()).matches("c:[A-Za-z0-9_-]{22}");
    }

    @Test
    void areFoundByTheirKeyOnly() {
        assertThat(offered.withKey("p:FIRST_PET")).hasValue(PredefinedQuestion.FIRST_PET);
        assertThat(offered.withKey("p:FIRST_JOB")).isEmpty();
        assertThat(offered.withKey("FIRST_PET")).isEmpty();
        assertThat(offered.withKey(null)).isEmpty();
    }
}
