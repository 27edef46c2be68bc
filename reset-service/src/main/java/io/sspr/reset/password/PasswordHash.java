package io.sspr.reset.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.sspr.contract.seal.Secret;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 19 MiB, 2 passes and 1 lane: how the cloud keeps passwords. At most one hash per processor is computed at a time, so that a burst of
 * requests costs time and not memory. Thread-safe.
 */
@Singleton
public class PasswordHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;

    public PasswordHash() {
        this(MEMORY_KIB, PASSES);
    }

    /** With another price, for tests that are about something else. */
    PasswordHash(int memoryKib, int passes) {
        argon2 = Argon2Function.getInstance(memoryKib, passes, LANES, BYTES, Argon2.ID);
        nobodys = hash(Secret.of("nobody has this password"), argon2);
    }

    /** The encoded form, with salt and parameters. */
    public String of(Secret password) {
        processors.acquireUninterruptibly();
        try {
            return hash(password, argon2);
        } finally {
            processors.release();
        }
    }

    /** Whether {@code password} made {@code hash}. Without a hash it takes as long and is false. */
    public boolean matches(Secret password, String hash) {
        processors.acquireUninterruptibly();
        try {
            return Password.check(password.reveal(), hash == null ? nobodys : hash)
                            .with(argon2)
                    && hash != null;
        } finally {
            processors.release();
        }
    }

    private static String hash(Secret password, Argon2Function argon2) {
        return Password.hash(password.reveal())
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult();
    }
}
