package io.sspr.sandbox.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of the demo in one folder: {@code <name>.jwk} for the owner only, {@code <name>.pub.jwk} for everybody,
 * and the set-up token. Files that exist are kept, so that a restart of the world leaves running services alone. An
 * agent that lives makes its own keys; here are those of agents that exist by name only.
 */
public final class DemoKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private DemoKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes whatever is missing in the folder. */
    public static DemoKeys in(Path folder) {
        DemoKeys keys = new DemoKeys(folder);
        try {
            Files.createDirectories(folder);
            keys.signing("reset-signing");
            for (String tenant : new String[] {"tailspin", "fabrikam"}) {
                keys.encryption("agent-" + tenant + "-encryption");
                keys.signing("agent-" + tenant + "-signing");
            }
            keys.encryption("notification");
            keys.signing("notification-signing");
            keys.hmac("code-hmac");
            keys.setupToken();
            return keys;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JoseException failed) {
            throw new IllegalStateException("A key cannot be made.", failed);
        }
    }

    /** Where the private key, or the secret one, of that name is. */
    public Path privateKey(String name) {
        return folder.resolve(name + ".jwk");
    }

    public Path publicKey(String name) {
        return folder.resolve(name + ".pub.jwk");
    }

    /** The secret that lets the first administrator set the system up. */
    public String readSetupToken() {
        try {
            return Files.readString(setupTokenFile()).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Path folder() {
        return folder;
    }

    private void signing(String name) throws IOException, JoseException {
        if (isMissing(name)) {
            writePair(name, EcJwkGenerator.generateJwk(EllipticCurves.P256), Use.SIGNATURE, "ES256");
        }
    }

    private void encryption(String name) throws IOException, JoseException {
        if (isMissing(name)) {
            writePair(name, RsaJwkGenerator.generateJwk(2048), Use.ENCRYPTION, "RSA-OAEP-256");
        }
    }

    private void hmac(String name) throws IOException {
        if (Files.exists(privateKey(name))) {
            return;
        }
        JsonWebKey key = describe(name, OctJwkGenerator.generateJwk(256), Use.SIGNATURE, "HS256");
        writeSecret(privateKey(name), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC));
    }

    private void setupToken() throws IOException {
        if (Files.exists(setupTokenFile())) {
            return;
        }
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        writeSecret(setupTokenFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    private Path setupTokenFile() {
        return folder.resolve("setup-token");
    }

    private boolean isMissing(String name) {
        return Files.notExists(privateKey(name)) || Files.notExists(publicKey(name));
    }

    private void writePair(String name, PublicJsonWebKey key, String use, String algorithm) throws IOException {
        describe(name, key, use, algorithm);
        writeSecret(privateKey(name), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        Files.writeString(publicKey(name), key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private static JsonWebKey describe(String name, JsonWebKey key, String use, String algorithm) {
        byte[] suffix = new byte[4];
        RANDOM.nextBytes(suffix);
        key.setKeyId(name + "-" + HexFormat.of().formatHex(suffix));
        key.setUse(use);
        key.setAlgorithm(algorithm);
        return key;
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, secret.getBytes(StandardCharsets.UTF_8));
    }
}
