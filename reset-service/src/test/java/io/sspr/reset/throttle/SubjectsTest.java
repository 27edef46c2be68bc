package io.sspr.reset.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {
    private final Subjects subjects = subjects("a key of thirty-two bytes, for it");

    @ParameterizedTest
    @ValueSource(strings = {"Nobody@Contoso.Example", " nobody@contoso.example\t", "NOBODY@CONTOSO.EXAMPLE"})
    void nameIsTheSameInAnyCaseAndWithBlanks(String name) {
        assertThat(subjects.ofName(name)).isEqualTo(subjects.ofName("nobody@contoso.example"));
    }

    @Test
    void namesDiffer() {
        assertThat(subjects.ofName("nobody@contoso.example")).isNotEqualTo(subjects.ofName("nobody2@contoso.example"));
    }

    @Test
    void nameCannotBeFoundOutWithoutTheKey() {
        String subject = subjects.ofName("nobody@contoso.example");

        assertThat(subject).matches("[0-9a-f]{64}");
        assertThat(subject)
                .isNotEqualTo(subjects("another key of thirty-two bytes!!").ofName("nobody@contoso.example"));
    }

    @Test
    void nameIsNeverTheSubjectOfAnAccount() {
        UUID account = UUID.randomUUID();

        assertThat(subjects.ofAccount(account)).isEqualTo(account.toString());
        assertThat(subjects.ofName(account.toString())).isNotEqualTo(subjects.ofAccount(account));
    }

    private static Subjects subjects(String key) {
        return new Subjects(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    }
}
