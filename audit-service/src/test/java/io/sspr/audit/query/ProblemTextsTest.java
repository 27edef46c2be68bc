package io.sspr.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+}");

    private final ResourceBundle english = ResourceBundle.getBundle(ProblemTexts.BUNDLE, Locale.ENGLISH);
    private final ResourceBundle japanese = ResourceBundle.getBundle(ProblemTexts.BUNDLE, Locale.JAPANESE);

    @Test
    void existInBothLanguagesForEveryProblem() {
        List<String> wanted = Stream.of(ProblemKind.values())
                .flatMap(kind -> Stream.of("title", "detail", "remedy").map(part -> kind.code() + "." + part))
                .toList();

        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(japanese.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void haveTheSamePlaceholdersInBothLanguages() {
        for (String key : english.keySet()) {
            assertThat(placeholders(japanese.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
        }
    }

    @Test
    void loseNothingToMessageFormat() {
        assertThat(Stream.of(english, japanese)
                        .flatMap(texts -> texts.keySet().stream().map(texts::getString)))
                .noneMatch(text -> text.contains("'"));
    }

    @Test
    void followTheCallersLanguages_R_FLW_02() {
        assertThat(ProblemTexts.language(List.of(Locale.FRENCH, Locale.JAPAN))).isEqualTo(Locale.JAPANESE);
        assertThat(ProblemTexts.language(List.of(Locale.US, Locale.JAPAN))).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.language(List.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void sayWhereAFilterIsWrong() {
        Problem problem = ProblemTexts.problem(ProblemKind.BAD_FILTER, Locale.JAPANESE, 1234, "eq");

        assertThat(problem.detail()).isEqualTo("フィルターの 1234 文字目から先を解釈できません。その位置に書けるもの: eq");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("BadFilter");
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }
}
