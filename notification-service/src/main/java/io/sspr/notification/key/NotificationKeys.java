package io.sspr.notification.key;

import io.quarkus.runtime.Startup;
import io.sspr.notification.NotificationConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys of notification-service, read once at start. A key that is missing or of the wrong kind stops the service. Thread-safe. */
@Startup
@Singleton
public class NotificationKeys {
    private static final String P256 = "P-256";

    private final PublicJsonWebKey sealing;
    private final PublicJsonWebKey signing;
    private final PublicJsonWebKey resetService;

    public NotificationKeys(NotificationConfig config) {
        sealing = withPrivateKey(rsa(config.notificationKey(), "SSPR_NOTIFICATION_KEY"));
        signing = withPrivateKey(p256(config.notificationSigningKey(), "SSPR_NOTIFICATION_SIGNING_KEY"));
        resetService = p256(config.resetPublicKey(), "SSPR_RESET_PUBLIC_KEY").key();
    }

    /** Opens sealed codes. */
    public PublicJsonWebKey sealing() {
        return sealing;
    }

    /** Signs what users answered. */
    public PublicJsonWebKey signing() {
        return signing;
    }

    /** Verifies what reset-service asks for. */
    public PublicJsonWebKey resetService() {
        return resetService;
    }

    private record KeyFile(Path path, String variable, PublicJsonWebKey key) {
        IllegalStateException unusable(String why) {
            return new IllegalStateException("The key file " + path + " (" + variable + ") cannot be used: " + why);
        }
    }

    private static PublicJsonWebKey withPrivateKey(KeyFile file) {
        if (file.key().getPrivateKey() == null) {
            throw file.unusable("it has no private part");
        }
        return file.key();
    }

    private static KeyFile rsa(Path path, String variable) {
        KeyFile file = read(path, variable);
        if (!(file.key() instanceof RsaJsonWebKey)) {
            throw file.unusable("it is no RSA key");
        }
        return file;
    }

    private static KeyFile p256(Path path, String variable) {
        KeyFile file = read(path, variable);
        if (!(file.key() instanceof EllipticCurveJsonWebKey curve) || !P256.equals(curve.getCurveName())) {
            throw file.unusable("it is no EC key on P-256");
        }
        return file;
    }

    private static KeyFile read(Path path, String variable) {
        try {
            return new KeyFile(path, variable, PublicJsonWebKey.Factory.newPublicJwk(Files.readString(path)));
        } catch (IOException e) {
            throw new KeyFile(path, variable, null).unusable("it cannot be read");
        } catch (JoseException e) {
            // The parser's own text may quote the file.
            throw new KeyFile(path, variable, null).unusable("it is no asymmetric JWK");
        }
    }
}
