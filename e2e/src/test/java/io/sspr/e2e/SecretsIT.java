package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.tour.Journeys;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Searches the bytes of everything that the system wrote: the broker's segments, the databases' files with their write-ahead logs, and all logs.
 * Source: the canary test of the design, A29.
 */
class SecretsIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.get();

    @Test
    void noPasswordAndNoCodeIsReadableAnywhere() throws IOException {
        SYSTEM.tour().seed();
        SYSTEM.tour().journeys().all().stream().map(Stop::walk).forEach(walk -> walk.get());
        Map<String, String> secrets = SYSTEM.tour().secretsUsed();
        List<Path> files = filesWritten();

        List<String> hits = new ArrayList<>();
        for (Path file : files) {
            String bytes = read(file);
            if (isPasswordIn(bytes)) {
                hits.add("a new password in " + file);
            }
            secrets.keySet().stream()
                    .filter(secret -> !secret.startsWith(Journeys.PASSWORD_PREFIX))
                    .filter(code -> isCodeIn(bytes, code))
                    .forEach(code -> hits.add("a one-time code in " + file));
        }

        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(hits).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        DemoAccount cleo = DemoAccounts.named("cleo");
        ResetClient reset = SYSTEM.client(cleo);
        reset.begin(cleo.upn());

        boolean found = false;
        for (Path file : filesWritten()) {
            found |= read(file).contains(reset.supportCode());
        }

        assertThat(found).as("the support code, which is no secret").isTrue();
    }

    private static List<Path> filesWritten() throws IOException {
        try (Stream<Path> files = Files.walk(SystemUnderTest.FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("postgresql-binaries"))
                    .toList();
        }
    }

    /** One char per byte. A file may vanish between listing and reading, as databases clean up. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All new passwords begin alike, so one search finds any of them: in clear, as the directory takes them, or in base64. */
    private static boolean isPasswordIn(String bytes) {
        String prefix = Journeys.PASSWORD_PREFIX;
        String utf16 = new String(prefix.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        String base64 =
                Base64.getEncoder().encodeToString(prefix.substring(0, 6).getBytes(StandardCharsets.UTF_8));
        return bytes.contains(prefix) || bytes.contains(utf16) || bytes.contains(base64);
    }

    /** Six digits alone: not part of a longer number, and not the fraction of a second in a time. */
    private static boolean isCodeIn(String bytes, String code) {
        return bytes.contains(code)
                && Pattern.compile("(?<![0-9.])" + code + "(?![0-9])")
                        .matcher(bytes)
                        .find();
    }
}
