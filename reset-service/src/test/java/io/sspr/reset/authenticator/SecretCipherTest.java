package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
    private static final UUID ACCOUNT = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final UUID APP = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b02");
    private static final byte[] PLAIN = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final SecretCipher cipher = new SecretCipher(key((byte) 1));
    private final byte[] encrypted = cipher.encrypt(AppSecret.of(PLAIN), ACCOUNT, APP);

    @Test
    void readsWhatItWrote_R_APP_02() {
        assertThat(cipher.decrypt(encrypted, ACCOUNT, APP).bytes()).isEqualTo(PLAIN);
    }

    @Test
    void doesNotHoldTheSecret_R_APP_02() {
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(encrypted).hasSize(12 + PLAIN.length + 16);
    }

    @Test
    void isDifferentEveryTime_R_APP_02() {
        assertThat(cipher.encrypt(AppSecret.of(PLAIN), ACCOUNT, APP)).isNotEqualTo(encrypted);
    }

    @Test
    void isOfNoUseInTheRowOfAnother_R_APP_02() {
        assertUnreadable(() -> cipher.decrypt(encrypted, UUID.randomUUID(), APP));
        assertUnreadable(() -> cipher.decrypt(encrypted, ACCOUNT, UUID.randomUUID()));
        assertUnreadable(() -> cipher.decrypt(encrypted, APP, ACCOUNT));
    }

    @Test
    void isOfNoUseWithoutTheKey_R_APP_02() {
        SecretCipher other = new SecretCipher(key((byte) 2));

        assertUnreadable(() -> other.decrypt(encrypted, ACCOUNT, APP));
    }

    @Test
    void noByteCanBeChanged_R_APP_02() {
        IntStream.range(0, encrypted.length).forEach(i -> {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertUnreadable(() -> cipher.decrypt(changed, ACCOUNT, APP));
        });
    }

    private static void assertUnreadable(Runnable decryption) {
        assertThatIllegalStateException()
                .isThrownBy(decryption::run)
                .withMessageContaining("cannot be read")
                .withMessageNotContaining("1234567890");
    }

    static SecretKeySpec key(byte content) {
        byte[] bytes = new byte[32];
        bytes[0] = content;
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
