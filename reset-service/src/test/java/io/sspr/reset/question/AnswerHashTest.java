package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AnswerHashTest {
    private static final UUID ACCOUNT = UUID.fromString("6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01");
    private static final String QUESTION = "p:FIRST_PET";
    private static final String ANSWER = "ポチ 🐕 the dog";

    private final AnswerHash answerHash = new AnswerHash(key((byte) 1));
    private final String hash = answerHash.of(ANSWER, ACCOUNT, QUESTION);

    @Test
    void isSlowAndSaltedAnewEveryTime_R_SQ_08() {
        assertThat(hash).startsWith("$argon2id$v=19$m=8192,t=1,p=1$");
        assertThat(hash.split("\\$")[4]).hasSize(22); // 16 bytes in base64 without padding
        assertThat(answerHash.of(ANSWER, ACCOUNT, QUESTION)).isNotEqualTo(hash);
    }

    @Test
    void matchesTheAnswerThatMadeItAndNoOther_R_SQ_08() {
        assertThat(answerHash.matches(ANSWER, ACCOUNT, QUESTION, hash)).isTrue();
        assertThat(answerHash.matches("ポチ 🐈 the dog", ACCOUNT, QUESTION, hash)).isFalse();
        assertThat(answerHash.matches("", ACCOUNT, QUESTION, hash)).isFalse();
    }

    @Test
    void fitsItsOwnAccountAndQuestionOnly_R_SQ_08() {
        assertThat(answerHash.matches(ANSWER, UUID.randomUUID(), QUESTION, hash))
                .isFalse();
        assertThat(answerHash.matches(ANSWER, ACCOUNT, "p:FIRST_JOB", hash)).isFalse();
    }

    @Test
    void cannotBeGuessedWithoutTheKey_R_SQ_08() {
        assertThat(new AnswerHash(key((byte) 2)).matches(ANSWER, ACCOUNT, QUESTION, hash))
                .isFalse();
    }

    @Test
    void nothingMatchesWithoutAHash_R_SQ_06() {
        assertThat(answerHash.matches(ANSWER, ACCOUNT, QUESTION, null)).isFalse();
        assertThat(answerHash.matches("nobody gave this answer", ACCOUNT, QUESTION, null))
                .isFalse();
    }

    static SecretKeySpec key(byte content) {
        byte[] bytes = new byte[32];
        bytes[0] = content;
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
