package io.sspr.reset.banned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Lists of breached passwords for the tests of other features. */
public final class TestBreaches {
    private TestBreaches() {}

    public static BreachedPasswords none() {
        return new BreachedPasswords(Optional.empty());
    }

    /** @param folder an empty one */
    public static BreachedPasswords of(Path folder, String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            Path hashes = Files.writeString(
                    folder.resolve("hashes.txt"), HexFormat.of().formatHex(hash) + "\n");
            Path filter = folder.resolve("breached.filter");
            MakeBreachedFilter.make(hashes, filter, 0.001);
            return new BreachedPasswords(Optional.of(filter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
