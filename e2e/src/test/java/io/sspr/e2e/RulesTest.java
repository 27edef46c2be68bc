package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the list of rules true: what it names exists and is about the rule, and what is built has a test. */
class RulesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (R-[A-Z]+-\\w+) \\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");
    private static final Pattern TEST_METHOD = Pattern.compile("\\bvoid\\s+(\\w+_R_[A-Z]+_\\w+)\\s*\\(");
    private static final Pattern RULE_IN_NAME = Pattern.compile("_R_([A-Z]+)_([0-9]+[a-z]?|TMO|HR[0-9])(?![0-9a-z])");
    private static final BinaryOperator<String> BOTH = (one, other) -> one + other;

    /** Numbers that nothing here can bring about; docs/writeback.md says why. */
    private static final Set<String> WITHOUT_TEST = Set.of("R-EVT-31044", "R-EVT-32000", "R-EVT-32010");

    private final List<Row> rows = rows();
    private final Map<String, String> main = sources("src/main");
    private final Map<String, String> tests = sources("src/test/java");

    private record Row(String rule, String text, List<String> classes, List<String> tests) {
        boolean isBuilt() {
            return !text.contains("*Not built*");
        }
    }

    @Test
    void eachRuleIsListedOnce() {
        assertThat(rows).hasSizeGreaterThan(250);
        assertThat(rows).extracting(Row::rule).doesNotHaveDuplicates();
    }

    @Test
    void classesExist() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(main.keySet()).as(row.rule()).containsAll(row.classes()));
    }

    @Test
    void builtRulesHaveAClass() {
        assertThat(rows)
                .filteredOn(row -> row.isBuilt() && row.classes().isEmpty())
                .isEmpty();
    }

    @Test
    void testsCiteTheirRule() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.tests())
                        .as(row.rule())
                        .allMatch(test -> rulesIn(tests.getOrDefault(test, "")).contains(row.rule())
                                || tests.getOrDefault(test, "").contains(row.rule())));
    }

    @Test
    void builtRulesHaveATest() {
        assertThat(rows)
                .filteredOn(row -> row.isBuilt() && row.tests().isEmpty())
                .extracting(Row::rule)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_TEST);
    }

    @Test
    void rulesThatTestsAreNamedAfterAreListed() {
        Set<String> tested = new TreeSet<>();
        tests.values().forEach(source -> tested.addAll(rulesIn(source)));

        assertThat(tested).hasSizeGreaterThan(200);
        rows.forEach(row -> tested.remove(row.rule()));
        assertThat(tested).isEmpty();
    }

    /** The rules in the names of test methods. */
    private static Set<String> rulesIn(String source) {
        return TEST_METHOD
                .matcher(source)
                .results()
                .flatMap(method -> RULE_IN_NAME.matcher(method.group(1)).results())
                .map(rule -> "R-" + rule.group(1) + "-" + rule.group(2))
                .collect(Collectors.toSet());
    }

    private static List<Row> rows() {
        return ROW.matcher(read(PROJECT.resolve("docs/rules.md")))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), names(row.group(3)), names(row.group(4))))
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    /** Sources of all modules by name: classes without, other files with their ending. */
    private static Map<String, String> sources(String folder) {
        return Arrays.stream(PROJECT.toFile().list())
                .map(module -> PROJECT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(RulesTest::files)
                .filter(file -> file.toString().endsWith(".java") || file.endsWith("application.properties"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replaceFirst("\\.java$", ""), RulesTest::read, BOTH));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
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
}
