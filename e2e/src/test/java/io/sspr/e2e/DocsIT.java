package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Topics;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the documents true: their commands run, their links lead somewhere, their tables are those of the code. */
class DocsIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    private static final Pattern JAVA_FILE = Pattern.compile("`(\\w+\\.java)`");
    private static final Pattern VARIABLE = Pattern.compile("SSPR_[A-Z_]+");
    private static final Pattern RULE = Pattern.compile("R-[A-Z]+-(?:[0-9]+[a-z]?|TMO|HR[0-9])");
    private static final String BLOCK = "<!-- test: %s -->\\s*```bash\\n(.*?)```";

    @Test
    void oneResetByCurlWorksAsPrinted() throws IOException, InterruptedException {
        SystemUnderTest system = SystemUnderTest.get();
        system.seeded("cleo");
        Map<String, String> addresses = Map.of(
                "SSPR_RESET_URL", system.resetService().toString(),
                "SSPR_WORLD_URL", system.world().toString());

        assertThat(run("one-reset", addresses)).contains("PASSWORD_OPEN", "SUCCEEDED", "Bearer");
    }

    @Test
    void onboardingByCurlWorksAsPrinted_R_WB_20(@TempDir Path agent) throws IOException, InterruptedException {
        SystemUnderTest system = SystemUnderTest.get();
        Map<String, String> settings = Map.of(
                "SSPR_RESET_URL", system.resetService().toString(),
                "SSPR_AGENT_STATE", agent.toString());

        String output = run("onboarding", settings);

        assertThat(output).contains("\"agents\"");
        assertThat(read(agent.resolve("onboarding-token")).strip()).hasSizeGreaterThan(20);
    }

    /** What a block of README.md prints. */
    private static String run(String name, Map<String, String> settings) throws IOException, InterruptedException {
        Matcher block =
                Pattern.compile(BLOCK.formatted(name), Pattern.DOTALL).matcher(read(PROJECT.resolve("README.md")));
        assertThat(block.find()).as("the block of README.md").isTrue();
        Path output = Files.createTempFile(name, ".txt");

        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block.group(1))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(settings);
        Process running = bash.start();

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(read(output)).isZero();
        return read(output);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) {
        assertThat(LINK.matcher(read(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void flowNamesFilesThatExist() throws IOException {
        Set<String> sources;
        try (Stream<Path> files = Files.walk(PROJECT)) {
            sources = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.toSet());
        }
        List<String> named = JAVA_FILE
                .matcher(read(PROJECT.resolve("docs/flow.md")))
                .results()
                .map(file -> file.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(sources).containsAll(named);
    }

    @Test
    void topicsAreThoseOfTheCode() {
        String document = read(PROJECT.resolve("docs/topics.md"));

        assertThat(Topics.values())
                .allSatisfy(topic -> assertThat(document)
                        .contains("| `%s` | %s | %s | %s | %s |"
                                .formatted(
                                        topic.template(),
                                        topic.kind(),
                                        topic.retention().toDays() > 0
                                                ? topic.retention().toDays() + " d"
                                                : topic.retention().toMinutes() + " min",
                                        topic.writer(),
                                        String.join(", ", topic.readers()))));
    }

    @Test
    void everyVariableIsExplained() {
        String readme = read(PROJECT.resolve("README.md"));
        Set<String> variables = new TreeSet<>();
        for (String file :
                List.of("docker-compose.yml", "sandbox/src/main/java/io/sspr/sandbox/launch/ServiceEnvironment.java")) {
            VARIABLE.matcher(read(PROJECT.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(variables::add);
        }

        assertThat(variables).hasSizeGreaterThan(30);
        assertThat(variables).allSatisfy(variable -> assertThat(readme).contains("`" + variable + "`"));
    }

    @Test
    void demoAccountsAreThoseOfTheSandbox() {
        String readme = read(PROJECT.resolve("README.md"));

        for (DemoAccount account : DemoAccounts.ALL) {
            assertThat(readme).contains(account.upn()).contains(account.shows());
        }
    }

    @Test
    void everyRuleThatTheCodeCitesIsExplained() throws IOException {
        Set<String> explained = rules(read(PROJECT.resolve("docs/rules.md")));
        Set<String> cited = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PROJECT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .forEach(file -> cited.addAll(rules(read(file))));
        }

        assertThat(cited).hasSizeGreaterThan(50);
        assertThat(explained).containsAll(cited);
    }

    private static Set<String> rules(String text) {
        Set<String> rules = new TreeSet<>();
        RULE.matcher(text).results().map(MatchResult::group).forEach(rules::add);
        return rules;
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(PROJECT.resolve("README.md"), PROJECT.resolve("CONTRIBUTING.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).toList().stream());
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
