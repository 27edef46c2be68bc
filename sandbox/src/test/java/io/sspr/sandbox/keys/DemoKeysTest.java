package io.sspr.sandbox.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoKeysTest {
    @TempDir
    private static Path folder;

    private static DemoKeys keys;

    @BeforeAll
    static void make() {
        keys = DemoKeys.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reset-signing", "agent-tailspin-signing", "agent-fabrikam-signing", "notification-signing"})
    void signingPairSignsAndVerifies(String name) throws IOException, JoseException {
        PublicJsonWebKey own = read(keys.privateKey(name));
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload("done");
        signed.setAlgorithmHeaderValue(own.getAlgorithm());
        signed.setKey(own.getPrivateKey());

        JsonWebSignature received = new JsonWebSignature();
        received.setCompactSerialization(signed.getCompactSerialization());
        received.setKey(read(keys.publicKey(name)).getPublicKey());

        assertThat(own.getAlgorithm()).isEqualTo("ES256");
        assertThat(own.getUse()).isEqualTo("sig");
        assertThat(received.verifySignature()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent-tailspin-encryption", "agent-fabrikam-encryption", "notification"})
    void encryptionPairSealsAndOpens(String name) throws IOException, JoseException {
        PublicJsonWebKey known = read(keys.publicKey(name));
        JsonWebEncryption sealed = new JsonWebEncryption();
        sealed.setPayload("secret");
        sealed.setAlgorithmHeaderValue(known.getAlgorithm());
        sealed.setEncryptionMethodHeaderParameter("A256GCM");
        sealed.setKey(known.getPublicKey());

        JsonWebEncryption opened = new JsonWebEncryption();
        opened.setCompactSerialization(sealed.getCompactSerialization());
        opened.setKey(read(keys.privateKey(name)).getPrivateKey());

        assertThat(known.getAlgorithm()).isEqualTo("RSA-OAEP-256");
        assertThat(known.getUse()).isEqualTo("enc");
        assertThat(opened.getPayload()).isEqualTo("secret");
    }

    @Test
    void codeKeyHas256Bits() throws IOException, JoseException {
        JsonWebKey key = JsonWebKey.Factory.newJwk(Files.readString(keys.privateKey("code-hmac")));

        assertThat(key.getAlgorithm()).isEqualTo("HS256");
        assertThat(key.getKey().getEncoded()).hasSize(32);
    }

    @Test
    void everyKeyHasAnIdSharedByItsPair() throws IOException, JoseException {
        for (Path file : files()) {
            if (file.toString().endsWith(".pub.jwk")) {
                String name = file.getFileName().toString().replace(".pub.jwk", "");
                String id = read(file).getKeyId();
                assertThat(id).startsWith(name + "-");
                assertThat(read(keys.privateKey(name)).getKeyId()).isEqualTo(id);
            }
        }
    }

    @Test
    void publicFilesHoldNothingPrivate() throws IOException, JoseException {
        for (Path file : files()) {
            if (file.toString().endsWith(".pub.jwk")) {
                assertThat(JsonUtil.parseJson(Files.readString(file)).keySet())
                        .doesNotContain("d", "p", "q", "dp", "dq", "qi", "k");
            }
        }
    }

    @Test
    void secretFilesAreForTheirOwnerOnly() throws IOException {
        for (Path file : files()) {
            if (!file.toString().endsWith(".pub.jwk")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void setupTokenHas256Bits() {
        assertThat(keys.readSetupToken()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void existingFilesAreKept() throws IOException {
        Map<Path, String> before = contents();

        DemoKeys.in(folder);

        assertThat(contents()).isEqualTo(before).hasSizeGreaterThan(14);
    }

    @Test
    void anAgentThatLivesMakesItsOwnKeys_R_WB_31b() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name -> name.contains("contoso"));
    }

    private static Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(file, Files.readString(file));
        }
        return contents;
    }

    private static Iterable<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static PublicJsonWebKey read(Path file) throws IOException, JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
    }
}
