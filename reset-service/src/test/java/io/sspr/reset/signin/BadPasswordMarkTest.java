package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BadPasswordMarkTest {
    private static final Key KEY = key("a key of no less than 256 bits!!");
    private static final Secret PASSWORD = Secret.of("Wrong-Horse-1");

    @Test
    void isTheSameForTheSamePasswordOfTheSameSubject_R_LOK_02() {
        assertThat(BadPasswordMark.of(PASSWORD, "alice", KEY)).isEqualTo(BadPasswordMark.of(PASSWORD, "alice", KEY));
    }

    @Test
    void differsByPasswordSubjectAndKey_R_LOK_02() {
        String mark = BadPasswordMark.of(PASSWORD, "alice", KEY);

        assertThat(BadPasswordMark.of(Secret.of("wrong-horse-1"), "alice", KEY)).isNotEqualTo(mark);
        assertThat(BadPasswordMark.of(PASSWORD, "bob", KEY)).isNotEqualTo(mark);
        assertThat(BadPasswordMark.of(PASSWORD, "alice", key("another key of at least 256 bits")))
                .isNotEqualTo(mark);
    }

    @Test
    void holdsNothingOfThePassword_R_LOK_02() {
        assertThat(BadPasswordMark.of(PASSWORD, "alice", KEY)).matches("[0-9a-f]{64}");
    }

    private static Key key(String bytes) {
        return new SecretKeySpec(bytes.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }
}
