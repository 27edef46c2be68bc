package io.sspr.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of a test, with both halves.
 *
 * @param sealing codes are sealed to it
 * @param signing answers are signed with it
 * @param resetService requests are signed with it
 */
public record TestKeys(PublicJsonWebKey sealing, PublicJsonWebKey signing, PublicJsonWebKey resetService) {

    /** Makes new keys and writes into the folder what notification-service gets of them. */
    public static TestKeys in(Path folder) {
        TestKeys keys = new TestKeys(rsa("notification"), p256("notification-signing"), p256("reset-signing"));
        try {
            write(folder.resolve("notification.jwk"), keys.sealing, OutputControlLevel.INCLUDE_PRIVATE);
            write(folder.resolve("notification-signing.jwk"), keys.signing, OutputControlLevel.INCLUDE_PRIVATE);
            write(folder.resolve("reset.pub.jwk"), keys.resetService, OutputControlLevel.PUBLIC_ONLY);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also writes what only reset-service has, for {@link #keptIn}. */
    public void keepResetServices(Path folder) throws IOException {
        write(folder.resolve("reset.jwk"), resetService, OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** Those that were made there before. */
    public static TestKeys keptIn(Path folder) {
        return new TestKeys(
                read(folder.resolve("notification.jwk")),
                read(folder.resolve("notification-signing.jwk")),
                read(folder.resolve("reset.jwk")));
    }

    private static PublicJsonWebKey read(Path file) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicJsonWebKey rsa(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicJsonWebKey p256(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, PublicJsonWebKey key, OutputControlLevel level) throws IOException {
        Files.writeString(file, key.toJson(level));
    }
}
