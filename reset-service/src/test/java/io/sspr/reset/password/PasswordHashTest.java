package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private static final Secret PASSWORD = Secret.of("Tr0ub4dor & 山田 🐎");

    private final PasswordHash passwordHash = new PasswordHash();
    private final String hash = passwordHash.of(PASSWORD);

    @Test
    void isArgon2idWith19MiBTwoPassesAndOneLane() {
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void isSaltedWith16BytesAnewEveryTime() {
        assertThat(passwordHash.of(PASSWORD)).isNotEqualTo(hash);
        assertThat(hash.split("\\$")[4]).hasSize(22); // 16 bytes in base64 without padding
    }

    @Test
    void doesNotHoldThePassword() {
        assertThat(hash).doesNotContain("Tr0ub4dor");
    }

    @Test
    void matchesThePasswordThatMadeIt() {
        assertThat(passwordHash.matches(PASSWORD, hash)).isTrue();
    }

    @Test
    void matchesNoOtherPassword() {
        assertThat(passwordHash.matches(Secret.of("Tr0ub4dor & 山田 🐄"), hash)).isFalse();
        assertThat(passwordHash.matches(Secret.of("tr0ub4dor & 山田 🐎"), hash)).isFalse();
        assertThat(passwordHash.matches(Secret.of(""), hash)).isFalse();
    }

    @Test
    void nobodyMatchesWithoutAHash() {
        assertThat(passwordHash.matches(PASSWORD, null)).isFalse();
        assertThat(passwordHash.matches(Secret.of("nobody has this password"), null))
                .isFalse();
    }
}
