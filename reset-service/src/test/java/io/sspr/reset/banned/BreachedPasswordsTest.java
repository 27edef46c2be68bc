package io.sspr.reset.banned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.seal.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {
    private static final int BREACHED = 20_000;

    @TempDir
    private Path folder;

    private Path hashes;
    private Path filter;

    @BeforeEach
    void writeHashes() throws IOException {
        hashes = folder.resolve("hashes.txt");
        filter = folder.resolve("breached.filter");
        Files.write(
                hashes,
                IntStream.range(0, BREACHED)
                        .mapToObj(i -> sha1("breached-" + i))
                        .toList());
    }

    @Test
    void areOffWithoutAFile() {
        assertThat(new BreachedPasswords(Optional.empty()).mayContain(Secret.of("breached-1")))
                .isFalse();
    }

    @Test
    void areAllFound() throws IOException {
        BreachedPasswords breached = made(0.001);

        assertThat(IntStream.range(0, BREACHED).filter(i -> !breached.mayContain(Secret.of("breached-" + i))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.0123456789012345, 0.001})
    void othersAreTakenForBreachedAtTheStatedRateAtMost(double rate) throws IOException {
        BreachedPasswords breached = made(rate);
        int others = 200_000;

        long mistaken = IntStream.range(0, others)
                .filter(i -> breached.mayContain(Secret.of("other-" + i)))
                .count();

        assertThat((double) mistaken / others).isBetween(rate * 0.8, rate * 1.2);
    }

    @Test
    void areComparedAsTyped() throws IOException {
        BreachedPasswords breached = made(0.001);

        assertThat(breached.mayContain(Secret.of("breached-10"))).isTrue();
        assertThat(breached.mayContain(Secret.of("Breached-10"))).isFalse();
        assertThat(breached.mayContain(Secret.of("breached-lo"))).isFalse();
    }

    @Test
    void filterStatesItsRateInItsFirstLine() throws IOException {
        made(0.001);

        byte[] file = Files.readAllBytes(filter);
        String line =
                new String(file, StandardCharsets.US_ASCII).lines().findFirst().orElseThrow();

        assertThat(line)
                .isEqualTo(
                        "SSPR breached passwords 1, SHA-1: entries=20000 bits=287552 probes=10 false-positives=0.001");
        assertThat(file).hasSize(line.length() + 1 + 287552 / 8);
    }

    @Test
    void listMayCountAndUseEitherCase() throws IOException {
        Files.write(
                hashes, List.of(sha1("one").toUpperCase() + ":4711", sha1("two").toLowerCase()));
        BreachedPasswords breached = made(0.001);

        assertThat(breached.mayContain(Secret.of("one"))).isTrue();
        assertThat(breached.mayContain(Secret.of("two"))).isTrue();
        assertThat(breached.mayContain(Secret.of("three"))).isFalse();
    }

    @Test
    void emptyListIsAFilterWithoutPasswords() throws IOException {
        Files.write(hashes, List.of());

        assertThat(made(0.001).mayContain(Secret.of("breached-1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd",
                "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd80",
                "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8 3"
            })
    void lineThatIsNoHashIsNamed(String line) throws IOException {
        Files.write(hashes, List.of(sha1("one"), line));

        assertThatThrownBy(() -> MakeBreachedFilter.make(hashes, filter, 0.001))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 is no SHA-1 hash");
    }

    @Test
    void filterIsNeverOverwritten() throws IOException {
        made(0.001);

        assertThatThrownBy(() -> MakeBreachedFilter.make(hashes, filter, 0.001))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 2, Double.NaN})
    void rateIsAShare(double rate) {
        assertThatThrownBy(() -> MakeBreachedFilter.make(hashes, filter, rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1");
    }

    @Test
    void filterIsAtMostOfTwoGibibytes() {
        assertThatThrownBy(() -> BreachedFilter.Header.of(2_000_000_000, 0.001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 GiB");
        assertThat(BreachedFilter.Header.of(1_000_000_000, 0.001).bytes()).isEqualTo(1_797_198_446);
    }

    @Test
    void serviceDoesNotStartWithoutTheFileThatIsNamed() {
        Path missing = folder.resolve("missing.filter");

        assertThatThrownBy(() -> new BreachedPasswords(Optional.of(missing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SSPR_BREACHED_PASSWORDS")
                .hasMessageContaining("missing.filter")
                .hasMessageEndingWith("it does not exist");
    }

    @Test
    void serviceDoesNotStartWithAnotherFile() {
        assertThatThrownBy(() -> new BreachedPasswords(Optional.of(hashes)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is no filter made by MakeBreachedFilter");
    }

    @Test
    void serviceDoesNotStartWithAFilterCutShort() throws IOException {
        made(0.001);
        byte[] whole = Files.readAllBytes(filter);
        Files.write(filter, Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> new BreachedPasswords(Optional.of(filter)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is incomplete or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bits=0 probes=10", "bits=8 probes=0", "bits=99999999999 probes=10"})
    void serviceDoesNotStartWithASenselessFilter(String header) throws IOException {
        Files.writeString(
                filter, "SSPR breached passwords 1, SHA-1: entries=1 " + header + " false-positives=0.001\n\0");

        assertThatThrownBy(() -> new BreachedPasswords(Optional.of(filter)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is incomplete or damaged");
    }

    private BreachedPasswords made(double rate) throws IOException {
        MakeBreachedFilter.make(hashes, filter, rate);
        return new BreachedPasswords(Optional.of(filter));
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
