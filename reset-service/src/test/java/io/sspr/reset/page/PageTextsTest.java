package io.sspr.reset.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text on every page exists in both languages, is used, and is written in its language. */
class PageTextsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/pages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("(?:page\\.text\\(|=)'([a-z]+\\.[A-Za-z.0-9_-]+)'");
    private static final Pattern IN_SOURCE =
            Pattern.compile("\"((?:" + String.join("|", files()) + ")\\.[A-Za-z.0-9_-]+)\"");
    private static final Pattern NAMED = Pattern.compile("named\\(['\"]([a-z]+\\.[A-Za-z.0-9_-]+)['\"]");
    private static final Pattern PLACEHOLDER = Pattern.compile("%[0-9]\\$s");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @Test
    void thoseThatAreUsedExist() {
        assertThat(used()).allSatisfy(key -> assertThat(keys(Language.EN)).contains(key));
    }

    @Test
    void thoseThatExistAreUsed() {
        Set<String> prefixes = matches(NAMED);
        Set<String> used = used();

        assertThat(keys(Language.EN))
                .allMatch(key -> used.contains(key) || prefixes.contains(key.substring(0, key.lastIndexOf('.'))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void existInBothLanguages(String file) {
        assertThat(PageTexts.bundle(file, Language.JA).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        PageTexts.bundle(file, Language.EN).keySet());
        assertThat(PageTexts.bundle(file, Language.EN).keySet()).allMatch(key -> key.startsWith(file + "."));
    }

    @Test
    void areWrittenInTheirLanguage() {
        assertThat(keys(Language.EN)).allSatisfy(key -> {
            assertThat(PageTexts.get(Language.EN, key)).as(key).isNotBlank().doesNotContainPattern(JAPANESE);
            assertThat(PageTexts.get(Language.JA, key)).as(key).containsPattern(JAPANESE);
            assertThat(placeholders(Language.JA, key)).as(key).isEqualTo(placeholders(Language.EN, key));
        });
    }

    static Set<String> files() {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString().replaceAll("_(en|ja)\\.properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> used() {
        Set<String> used = matches(IN_TEMPLATE);
        used.addAll(matches(IN_SOURCE));
        used.removeAll(matches(NAMED));
        return used;
    }

    private static Set<String> matches(Pattern pattern) {
        return Stream.of(TEMPLATES, SOURCES)
                .flatMap(PageTextsTest::contents)
                .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(PageTextsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Language language) {
        return files().stream()
                .flatMap(file -> PageTexts.bundle(file, language).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(Language language, String key) {
        return PLACEHOLDER
                .matcher(PageTexts.get(language, key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
