package io.sspr.reset.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A real Kafka and a real PostgreSQL in a process of their own, and the keys of everybody whom reset-service talks to. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private static final int BASE_PORT = 21_000;

    static final String KAFKA = "127.0.0.1:" + (BASE_PORT + 8);
    static final String PUBLIC_ORIGIN = "http://reset.example:8080";
    static final String HELP_URL = "https://help.example/sspr";
    static final String SETUP_TOKEN = "set-up-token-of-the-tests";
    static final PublicJsonWebKey NOTIFICATION = rsa("notification");
    static final PublicJsonWebKey AGENT = rsa("agent");
    static final PublicJsonWebKey AGENT_SIGNING = ec("agent-signing");
    static final PublicJsonWebKey NOTIFICATION_SIGNING = ec("notification-signing");
    static final PublicJsonWebKey STRANGER = ec("agent-signing");
    static final TestProvider PROVIDER = new TestProvider();

    private static final Path FOLDER = Path.of("target", "keys-of-it");

    private Process process;

    @Override
    public Map<String, String> start() {
        PROVIDER.start();
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("sspr.sandbox.jar"),
                            "infrastructure",
                            "--base-port",
                            String.valueOf(BASE_PORT))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitReady();
            return environment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its input tells the process to clean up and leave. */
    @Override
    public void stop() {
        PROVIDER.stop();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> environment() throws IOException {
        Files.createDirectories(FOLDER);
        PublicJsonWebKey signing = ec("reset-signing");
        return Map.ofEntries(
                Map.entry("SSPR_KAFKA", KAFKA),
                Map.entry("SSPR_DB_URL", "jdbc:postgresql://127.0.0.1:" + (BASE_PORT + 7) + "/reset"),
                Map.entry("SSPR_DB_PASSWORD", "reset-sandbox"),
                Map.entry("sspr.signing-key", write("signing", signing.toJson(OutputControlLevel.INCLUDE_PRIVATE))),
                Map.entry("SSPR_SIGNING_PUBLIC_KEY", write("signing.pub", signing.toJson())),
                Map.entry("sspr.signing-public-key", write("signing.pub", signing.toJson())),
                Map.entry(
                        "sspr.code-key",
                        write("code", OctJwkGenerator.generateJwk(256).toJson(OutputControlLevel.INCLUDE_SYMMETRIC))),
                Map.entry("sspr.notification-public-key", write("notification.pub", NOTIFICATION.toJson())),
                Map.entry(
                        "sspr.notification-signing-public-key",
                        write("notification-signing.pub", NOTIFICATION_SIGNING.toJson())),
                // Tokens are issued by a clock that tests move, and verified by one that they do not.
                Map.entry("mp.jwt.verify.clock.skew", "864000"),
                // Every test has a tenant of its own, and waits until its topics are known.
                Map.entry("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "200"),
                Map.entry("mp.messaging.connector.smallrye-kafka.metadata.max.age.ms", "300"),
                Map.entry("sspr.topics.partitions", "1"),
                Map.entry("sspr.captcha.difficulty", "10"),
                // Nothing here is encrypted, and cookies have to come back nevertheless.
                Map.entry("sspr.public-origin", PUBLIC_ORIGIN),
                Map.entry("sspr.help-url", HELP_URL),
                Map.entry("sspr.identify.per-minute", "1000"),
                Map.entry("sspr.sign-in.per-minute", "100000"),
                // In tests Quarkus would verify tokens with a key pair of its own making.
                Map.entry("mp.jwt.verify.publickey", signing.toJson()),
                Map.entry("sspr.oidc.issuer", PROVIDER.issuer()),
                Map.entry("sspr.oidc.audience", TestProvider.AUDIENCE),
                Map.entry("sspr.setup-token", SETUP_TOKEN));
    }

    private static String write(String name, String jwk) throws IOException {
        return Files.writeString(FOLDER.resolve(name + ".jwk"), jwk)
                .toAbsolutePath()
                .toString();
    }

    private void awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.equals("READY")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the sandbox's infrastructure does not start");
        }
    }

    static PublicJsonWebKey rsa(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicJsonWebKey ec(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
