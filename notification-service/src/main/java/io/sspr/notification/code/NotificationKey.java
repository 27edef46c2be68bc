package io.sspr.notification.code;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Secret;
import io.sspr.notification.NotificationConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** This service's private key. A service without a usable one does not start. Prints nothing of the key. */
@Startup
@Singleton
class NotificationKey {
    private final PublicJsonWebKey key;

    NotificationKey(NotificationConfig config) {
        this.key = read(config.notificationKey());
    }

    Secret open(String sealed, SealContext context, Instant now) throws BrokenSealException {
        return Seal.open(sealed, context, key, now);
    }

    private static PublicJsonWebKey read(Path file) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
            if (key instanceof RsaJsonWebKey && key.getPrivateKey() != null && key.getKeyId() != null) {
                return key;
            }
            throw unusable(file, "it is no private RSA key with a key id");
        } catch (IOException e) {
            throw unusable(file, "the file cannot be read");
        } catch (JoseException e) {
            throw unusable(file, "it is no JWK");
        }
    }

    private static ConfigurationException unusable(Path file, String why) {
        return new ConfigurationException("The key that codes are sealed to is not usable: file=" + file + " cause=" + why
                + ". Let SSPR_NOTIFICATION_KEY name the file with this service's private RSA key as JWK.");
    }
}
