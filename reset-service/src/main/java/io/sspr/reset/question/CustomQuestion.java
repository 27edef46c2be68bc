package io.sspr.reset.question;

import io.sspr.reset.problem.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * An organisation's own question, shown as entered in every language.
 *
 * @param key {@code c:} and a hash of the text's normal form, so that it does not depend on the place in the organisation's list
 */
record CustomQuestion(String key, String text) implements Question {
    static final String PREFIX = "c:";
    private static final int HASH_BYTES = 16;

    static CustomQuestion of(String text) {
        return new CustomQuestion(PREFIX + hash(NormalForm.of(text)), NormalForm.trimmed(text));
    }

    @Override
    public String text(Language language) {
        return text;
    }

    private static String hash(String normalForm) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normalForm.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
