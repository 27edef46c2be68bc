package io.sspr.agent;

import io.sspr.agent.key.KeyPair;
import io.sspr.agent.key.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The keys of both sides, made anew, and the state that the agent reads: it is onboarded. */
public record TestKeys(PublicJsonWebKey agent, PublicJsonWebKey agentSigning, PublicJsonWebKey reset, Path folder) {
    public static TestKeys in(Path folder) {
        try {
            TestKeys keys = new TestKeys(
                    named("agent-1", RsaJwkGenerator.generateJwk(2048)),
                    named("agent-sign-1", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                    named("reset-1", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                    folder);
            write(folder.resolve("agent.jwk"), keys.agent, OutputControlLevel.INCLUDE_PRIVATE);
            write(folder.resolve("agent-signing.jwk"), keys.agentSigning, OutputControlLevel.INCLUDE_PRIVATE);
            write(folder.resolve("reset.jwk"), keys.reset, OutputControlLevel.INCLUDE_PRIVATE);
            keys.ring().onboarded(keys.pair(), publicHalf(keys.reset));
            return keys;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that {@link #in} made before. */
    public static TestKeys keptIn(Path folder) {
        return new TestKeys(
                read(folder.resolve("agent.jwk")),
                read(folder.resolve("agent-signing.jwk")),
                read(folder.resolve("reset.jwk")),
                folder);
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

    private static PublicJsonWebKey publicHalf(PublicJsonWebKey key) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static void write(Path file, PublicJsonWebKey key, OutputControlLevel parts) {
        try {
            Files.writeString(file, key.toJson(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the agent reads it. */
    public KeyRing ring() {
        return new KeyRing(config(), Clock.systemUTC());
    }

    public KeyPair pair() {
        return new KeyPair(agent, agentSigning, Clock.systemUTC().instant());
    }

    public TestConfig config() {
        return new TestConfig("ldaps://localhost:1", "none", null, folder, true);
    }

    private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
        key.setKeyId(id);
        return key;
    }
}
