package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.writeback.WritebackVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of event numbers true: every number of the code is told about, and what is said to bring it about is a test. */
class WritebackDocTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LOG_ENTRIES =
            PROJECT.resolve("writeback-agent/src/main/java/io/sspr/agent/eventlog/EventLogEntry.java");
    private static final Pattern LOG_ENTRY =
            Pattern.compile("(?m)^ {4}[A-Z_]+\\((\\d+|EventLogEntry\\.NO_NUMBER), \"(\\w+)\", Level");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d{4,5}|none) \\| `(\\w+)` \\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern OTHER_ROW =
            Pattern.compile("(?m)^\\| (6329, hr=\\w+|hr=\\w+|no result) \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final String NO_TEST = "*Not brought about:*";
    private static final String NO_NUMBER = "none";
    private static final BinaryOperator<String> BOTH = (one, other) -> one + other;

    private final String document = read(PROJECT.resolve("docs/writeback.md"));
    private final List<Row> rows = ROW.matcher(document)
            .results()
            .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group()))
            .toList();
    private final Map<String, String> tests = tests();

    private record Row(String number, String name, String broughtAboutBy, String text) {
        List<MatchResult> tests() {
            return TEST.matcher(broughtAboutBy).results().toList();
        }

        @Override
        public String toString() {
            return number + " " + name;
        }
    }

    @Test
    void everyLineOfTheAgentsLogHasARow() {
        List<String> lines = LOG_ENTRY
                .matcher(read(LOG_ENTRIES))
                .results()
                .map(line -> number(line.group(1)) + " " + line.group(2))
                .toList();

        assertThat(lines).hasSizeGreaterThan(40);
        assertThat(rows).extracting(Row::toString).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void everyReasonIsInTheRowOfItsNumber() {
        assertThat(WritebackVerdict.values())
                .filteredOn(verdict -> verdict.eventId() != 0)
                .allSatisfy(verdict ->
                        assertThat(textOf(Integer.toString(verdict.eventId()))).contains("`" + verdict.name() + "`"));
        assertThat(document).contains("`" + WritebackVerdict.EXPIRED.name() + "`");
    }

    @Test
    void whatIsKnownUnderOtherNumbersHasARow() {
        assertThat(OTHER_ROW.matcher(document).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrder(
                        "6329, hr=80230619", "6329, hr=8023061f", "hr=80230402", "hr=800700CE", "no result");
    }

    @Test
    void everyRowIsBroughtAboutByATestOrSaysWhyNot() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.tests().isEmpty())
                        .as(row.toString())
                        .isEqualTo(row.broughtAboutBy().startsWith(NO_TEST)));
    }

    @Test
    void everyTestExists() {
        List<MatchResult> named = TEST.matcher(document).results().toList();

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .allSatisfy(test -> assertThat(tests.getOrDefault(test.group(1), ""))
                        .as(test.group())
                        .containsPattern("\\bvoid " + test.group(2) + "\\("));
    }

    private String textOf(String number) {
        return rows.stream()
                .filter(row -> row.number().equals(number))
                .map(Row::text)
                .collect(Collectors.joining());
    }

    private static String number(String inCode) {
        return inCode.startsWith("EventLogEntry") ? NO_NUMBER : inCode;
    }

    /** The sources of all tests by the name of their class. */
    private static Map<String, String> tests() {
        return Arrays.stream(PROJECT.toFile().list())
                .map(module -> PROJECT.resolve(module).resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(WritebackDocTest::files)
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replaceFirst("\\.java$", ""),
                        WritebackDocTest::read,
                        BOTH));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
