package io.sspr.agent.key;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A JWK file that an environment variable points to. What is wrong with it is reported in one line that names the
 * variable and the remedy, and quotes nothing of the file.
 */
record KeyFile(String variable, Path path) {
    private static final int RSA_BITS = 2048;
    private static final String P256 = "P-256";

    PublicJsonWebKey privateRsa() {
        PublicJsonWebKey key = read();
        boolean fits = key instanceof RsaJsonWebKey rsa
                && rsa.getRsaPublicKey().getModulus().bitLength() >= RSA_BITS
                && rsa.getPrivateKey() != null;
        return require(fits, key, "a private RSA key of " + RSA_BITS + " bits or more");
    }

    PublicJsonWebKey privateP256() {
        PublicJsonWebKey key = read();
        return require(isP256(key) && key.getPrivateKey() != null, key, "a private EC key on P-256");
    }

    PublicJsonWebKey publicP256() {
        PublicJsonWebKey key = read();
        return require(isP256(key) && key.getPrivateKey() == null, key, "a public EC key on P-256");
    }

    private PublicJsonWebKey read() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(path));
        } catch (IOException e) {
            throw unusable("does not name a readable file");
        } catch (JoseException e) {
            throw unusable("does not name a JWK file");
        }
    }

    private static boolean isP256(PublicJsonWebKey key) {
        return key instanceof EllipticCurveJsonWebKey curve && P256.equals(curve.getCurveName());
    }

    private PublicJsonWebKey require(boolean fits, PublicJsonWebKey key, String wanted) {
        if (!fits) {
            throw unusable("does not name " + wanted);
        }
        return key;
    }

    private ConfigurationException unusable(String what) {
        return new ConfigurationException("The agent cannot start: " + variable + " " + what + ": path=" + path
                + ". Correct the variable, or exchange keys with reset-service again, and start the agent.");
    }
}
