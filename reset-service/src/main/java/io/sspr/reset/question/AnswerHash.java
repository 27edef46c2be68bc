package io.sspr.reset.question;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.sspr.reset.key.ResetKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;

/**
 * How answers are kept: HMAC-SHA-256 under the code key, then Argon2id with a random salt. There are few names of pets, so no hash alone withstands
 * guessing; without the key, which is not in the database, a stolen table is useless. That is why 8 MiB and one pass will do, where a password gets
 * 19 MiB and two: a gate asks up to five answers, and its user waits. A hash fits its own account and question only. At most one hash per processor
 * is computed at a time. Thread-safe. Source: R-SQ-08.
 */
@Singleton
final class AnswerHash {
    private static final int MEMORY_KIB = 8 * 1024;
    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String PURPOSE = "security answer";
    private static final String SEPARATOR = "\0";

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID);
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Key key;
    private final String nobodys;

    @Inject
    AnswerHash(ResetKeys keys) {
        this(keys.code());
    }

    AnswerHash(Key codeKey) {
        key = codeKey;
        nobodys = hash("nobody gave this answer");
    }

    /** The encoded form, with salt and parameters. */
    String of(String normalForm, UUID account, String question) {
        return hash(peppered(normalForm, account, question));
    }

    /** Whether {@code normalForm} made {@code hash}. Without a hash it takes as long and is false. */
    boolean matches(String normalForm, UUID account, String question, String hash) {
        String peppered = peppered(normalForm, account, question);
        String compared = hash == null ? nobodys : hash;
        processors.acquireUninterruptibly();
        try {
            return Password.check(peppered, compared).with(Argon2Function.getInstanceFromHash(compared))
                    && hash != null;
        } finally {
            processors.release();
        }
    }

    private String hash(String peppered) {
        processors.acquireUninterruptibly();
        try {
            return Password.hash(peppered)
                    .addRandomSalt(SALT_BYTES)
                    .with(argon2)
                    .getResult();
        } finally {
            processors.release();
        }
    }

    private String peppered(String normalForm, UUID account, String question) {
        String text = String.join(SEPARATOR, PURPOSE, account.toString(), question, normalForm);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot hash", e);
        }
    }
}
