package io.sspr.reset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {
    private static final UUID CHALLENGE = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final SecretKeySpec KEY = key((byte) 1);
    private static final Secret CODE = Secret.of("012345");
    private static final byte[] HASH = OneTimeCode.hash(CODE, CHALLENGE, KEY);

    @Test
    void hasSixDigits_R_PHN_10_R_EML_02() {
        List<String> codes = Stream.generate(OneTimeCode::random)
                .limit(500)
                .map(Secret::reveal)
                .toList();

        assertThat(codes).allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void isAnotherOneEveryTime_R_PHN_11() {
        long different = Stream.generate(OneTimeCode::random)
                .limit(500)
                .map(Secret::reveal)
                .distinct()
                .count();

        assertThat(different).isGreaterThan(450);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"012345", " 012345", "012345 ", "\t012345\n", "012 345", "０１２３４５", "０１２　３４５", "0 1 2 3 4 5\u00a0"
            })
    void matchesWhatWasSent_R_PHN_11(String typed) {
        assertThat(OneTimeCode.matches(Secret.of(typed), CHALLENGE, KEY, HASH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345", "012346", "0123450", "012-345", "000000", "                               0123456"})
    void matchesNothingElse_R_PHN_11(String typed) {
        assertThat(OneTimeCode.matches(Secret.of(typed), CHALLENGE, KEY, HASH)).isFalse();
    }

    @Test
    void isNotLookedForInALongText_R_PHN_11() {
        assertThat(OneTimeCode.matches(Secret.of(" ".repeat(27) + "012345"), CHALLENGE, KEY, HASH))
                .isFalse();
    }

    @Test
    void fitsItsOwnChallengeOnly_R_PHN_11() {
        assertThat(OneTimeCode.matches(CODE, UUID.randomUUID(), KEY, HASH)).isFalse();
    }

    @Test
    void cannotBeCheckedWithoutTheKey_R_PHN_11() {
        assertThat(OneTimeCode.matches(CODE, CHALLENGE, key((byte) 2), HASH)).isFalse();
    }

    @Test
    void isNotInItsHash_R_PHN_11() {
        assertThat(HASH).hasSize(32);
        assertThat(new String(HASH, StandardCharsets.ISO_8859_1)).doesNotContain("012345");
    }

    private static SecretKeySpec key(byte content) {
        byte[] bytes = new byte[32];
        bytes[0] = content;
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
