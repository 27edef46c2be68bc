package io.sspr.reset.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssetsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Pattern USE = Pattern.compile("page\\.asset\\('([^']+)'\\)");
    private static final int BUDGET = 35 * 1024;

    @ParameterizedTest
    @MethodSource("used")
    void everyOneThatAPageLoadsExists(String name) throws IOException {
        String address = Assets.address(name);

        assertThat(address).matches("/[\\w./-]+\\?v=[0-9a-f]{12}");
        assertThat(content(address)).isNotEmpty();
    }

    @Test
    void everyFileIsLoadedBySomePage() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(used());
        }
    }

    @Test
    void theScriptOfOthersHasTheVersionThatTheBuildNames() throws IOException {
        Properties library = new Properties();
        try (InputStream file = open("/META-INF/maven/org.mvnpm/htmx.org/pom.properties")) {
            library.load(file);
        }

        assertThat(Assets.address("htmx.js")).startsWith("/_static/htmx.org/" + library.getProperty("version") + "/");
    }

    @Test
    void allOfThemTogetherAreSoonThere() throws IOException {
        int packed = 0;
        for (String name : used()) {
            packed += packed(content(Assets.address(name)));
        }

        assertThat(packed).isLessThan(BUDGET);
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Assets.address("nothing.js")).isInstanceOf(IllegalArgumentException.class);
    }

    static Set<String> used() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> USE.matcher(read(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
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

    private static byte[] content(String address) throws IOException {
        try (InputStream file = open("/META-INF/resources" + address.substring(0, address.indexOf('?')))) {
            return file.readAllBytes();
        }
    }

    private static InputStream open(String path) {
        InputStream file = AssetsTest.class.getResourceAsStream(path);
        assertThat(file).as(path).isNotNull();
        return file;
    }

    private static int packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.size();
    }
}
