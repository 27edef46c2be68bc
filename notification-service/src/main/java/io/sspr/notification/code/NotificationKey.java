package io.sspr.notification.code;

import io.quarkus.runtime.Startup;
import io.sspr.notification.NotificationConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The key that opens sealed codes, read once at start. A key that is missing or public only stops the service. */
@Startup
@Singleton
class NotificationKey {
    private final PublicJsonWebKey key;

    NotificationKey(NotificationConfig config) {
        Path file = config.notificationKey();
        try {
            key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(
                    "The key file " + file + " (SSPR_NOTIFICATION_KEY) cannot be used: it is no readable JWK", e);
        }
        if (key.getPrivateKey() == null) {
            throw new IllegalStateException(
                    "The key file " + file + " (SSPR_NOTIFICATION_KEY) cannot be used: it has no private part");
        }
    }

    PublicJsonWebKey key() {
        return key;
    }
}
