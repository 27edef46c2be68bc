package io.sspr.reset.banned;

import io.quarkus.runtime.Startup;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.ResetConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Passwords known from breaches, exactly as typed, looked up offline in a file made by {@link MakeBreachedFilter}. Off
 * unless {@code SSPR_BREACHED_PASSWORDS} names that file; a file that is named and cannot be used stops the service. No
 * breached password of the file is missed; of others, the share that the first line of the file states (normally one in
 * a thousand) is refused by mistake. Thread-safe.
 */
@Startup
@Singleton
public final class BreachedPasswords {
    private final Optional<BreachedFilter> filter;

    @Inject
    BreachedPasswords(ResetConfig config) {
        this(config.breachedPasswords());
    }

    BreachedPasswords(Optional<Path> file) {
        filter = file.map(BreachedPasswords::open);
    }

    /** Whether the password was breached, as far as the filter can tell; false if there is none. */
    public boolean mayContain(Secret password) {
        return filter.isPresent() && filter.get().mayContain(sha1(password));
    }

    private static BreachedFilter open(Path file) {
        try {
            return BreachedFilter.open(file);
        } catch (NoSuchFileException e) {
            throw unusable(file, "it does not exist", e);
        } catch (IOException e) {
            throw unusable(file, e.getMessage(), e);
        }
    }

    private static IllegalStateException unusable(Path file, String why, IOException cause) {
        return new IllegalStateException(
                "The filter " + file + " (SSPR_BREACHED_PASSWORDS) cannot be used: " + why, cause);
    }

    /** SHA-1, because that is what lists of breached passwords are published in; nothing is protected by it. */
    private static byte[] sha1(Secret password) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(password.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
