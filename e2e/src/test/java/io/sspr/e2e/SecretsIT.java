package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
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
            secrets.forEach((secret, kind) -> {
                if (isIn(bytes, secret)) {
                    hits.add(kind + " in " + file);
                }
            });
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
            found |= isIn(read(file), reset.supportCode());
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

    private static boolean isIn(String bytes, String secret) {
        if (secret.length() == 6) {
            // Six digits alone: not part of a longer number, and not the fraction of a second in a time.
            return bytes.contains(secret)
                    && Pattern.compile("(?<![0-9.])" + secret + "(?![0-9])")
                            .matcher(bytes)
                            .find();
        }
        byte[] utf16 = secret.getBytes(StandardCharsets.UTF_16LE);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return bytes.contains(secret)
                || bytes.contains(new String(utf16, StandardCharsets.ISO_8859_1))
                || bytes.contains(base64.substring(0, base64.length() - 2));
    }
}
