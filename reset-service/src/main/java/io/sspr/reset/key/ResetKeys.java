package io.sspr.reset.key;

import io.quarkus.runtime.Startup;
import io.sspr.reset.ResetConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys of reset-service, read once at start. A key that is missing or of the wrong kind stops the service. */
@Startup
@Singleton
public class ResetKeys {
    private final PublicJsonWebKey signing;
    private final PublicJsonWebKey signingPublic;
    private final PublicJsonWebKey notification;
    private final PublicJsonWebKey notificationSigning;
    private final Key code;

    ResetKeys(ResetConfig config) {
        signing = withPrivateKey(config.signingKey(), "SSPR_SIGNING_KEY");
        signingPublic = asymmetric(config.signingPublicKey(), "SSPR_SIGNING_PUBLIC_KEY");
        notification = asymmetric(config.notificationPublicKey(), "SSPR_NOTIFICATION_PUBLIC_KEY");
        notificationSigning = asymmetric(config.notificationSigningPublicKey(), "SSPR_NOTIFICATION_SIGNING_PUBLIC_KEY");
        code = symmetric(config.codeKey(), "SSPR_CODE_KEY");
    }

    /** Signs access tokens and writeback requests. */
    public PublicJsonWebKey signing() {
        return signing;
    }

    public PublicJsonWebKey signingPublic() {
        return signingPublic;
    }

    /** Seals one-time codes. */
    public PublicJsonWebKey notification() {
        return notification;
    }

    /** Proves the approvals that notification-service reports. */
    public PublicJsonWebKey notificationSigning() {
        return notificationSigning;
    }

    /** Hashes one-time codes. */
    public Key code() {
        return code;
    }

    private static PublicJsonWebKey withPrivateKey(Path file, String variable) {
        PublicJsonWebKey key = asymmetric(file, variable);
        if (key.getPrivateKey() == null) {
            throw unusable(file, variable, "it has no private part", null);
        }
        return key;
    }

    private static PublicJsonWebKey asymmetric(Path file, String variable) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(read(file, variable));
        } catch (JoseException e) {
            throw unusable(file, variable, "it is not an asymmetric JWK", e);
        }
    }

    private static Key symmetric(Path file, String variable) {
        try {
            JsonWebKey key = JsonWebKey.Factory.newJwk(read(file, variable));
            if (key instanceof OctetSequenceJsonWebKey octets && octets.getOctetSequence().length >= 32) {
                return key.getKey();
            }
            throw unusable(file, variable, "it is not a JWK of kty oct with at least 256 bits", null);
        } catch (JoseException e) {
            throw unusable(file, variable, "it is not a JWK", e);
        }
    }

    private static String read(Path file, String variable) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(file, variable, "it cannot be read", e);
        }
    }

    private static IllegalStateException unusable(Path file, String variable, String why, Exception cause) {
        return new IllegalStateException("The key file " + file + " (" + variable + ") cannot be used: " + why, cause);
    }
}
